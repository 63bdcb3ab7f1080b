"""Which rules run, and how much their findings weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.config import OFF, Config
from claimtrack.errors import ConfigError
from claimtrack.findings import Finding, Severity
from claimtrack.model import RuleCrash
from claimtrack.rule import AnyRule
from claimtrack.text.near import meant
from claimtrack.text.regex import regex

ALL = "ALL"
_PREFIX = regex(r"[A-Z]+[0-9]*")


def matches(spec: str, code: str, name: str) -> bool:
    """Whether a way of naming rules (`ALL`, `CT3`, `CT301`, `value-conflict`) means this one."""
    if spec in (ALL, code, name):
        return True
    return _PREFIX.fullmatch(spec) is not None and code.startswith(spec)


def selected(rules: Sequence[AnyRule], config: Config) -> list[AnyRule]:
    """The rules that run under a configuration, by code.

    A rule that reports crashes need not be selected: it speaks for those that are, and a selected
    rule that failed must not look clean. Raises `ConfigError` where the configuration names a rule
    that does not exist.
    """
    _refuse_unknown(rules, config)
    chosen = [
        rule
        for rule in rules
        if (RuleCrash in rule.reads or _is_in(config.select, rule))
        and not _is_in(config.ignore, rule)
        and configured_level(rule.code, rule.name, config) is not OFF
    ]
    return sorted(chosen, key=lambda rule: rule.code)


def _is_in(specs: Iterable[str], rule: AnyRule) -> bool:
    return any(matches(spec, rule.code, rule.name) for spec in specs)


def configured_level(code: str, name: str, config: Config) -> Severity | str | None:
    """The configured severity of a rule, `OFF`, or None where the rule's own holds.

    The closest way of naming it decides: code or name, else the longest beginning, else `ALL`.
    Where both code and name are given, the graver word does.
    """
    levels = [
        (_closeness(spec, code, name), level or 0)
        for spec, level in config.severity.items()
        if matches(spec, code, name)
    ]
    if not levels:
        return None
    level = max(levels)[1]
    return Severity(level) if level else OFF


def _closeness(spec: str, code: str, name: str) -> int:
    if spec in (code, name):
        return len(code) + 1
    return 0 if spec == ALL else len(spec)


def weighed(finding: Finding, config: Config) -> Finding:
    """The finding with its configured severity."""
    if not config.severity:
        return finding
    level = configured_level(finding.code, finding.name, config)
    return finding._replace(severity=level) if isinstance(level, Severity) else finding


def _refuse_unknown(rules: Sequence[AnyRule], config: Config) -> None:
    named: list[tuple[str, Iterable[str]]] = [
        ("select", config.select),
        ("ignore", config.ignore),
        ("severity", config.severity),
        *(("per-path", names) for names in config.per_path.values()),
    ]
    for key, specs in named:
        for spec in specs:
            if spec != ALL and not any(matches(spec, rule.code, rule.name) for rule in rules):
                raise ConfigError(unknown_rule(spec, rules, key))


def unknown_rule(spec: str, rules: Sequence[AnyRule], where: str) -> str:
    """A message about a rule that does not exist, with the nearest one that does."""
    names = [rule.name for rule in rules] + [rule.code for rule in rules]
    near = meant(spec, names)
    hint = f"did you mean {near}?" if near else "`claimtrack explain` lists the rules"
    return f"{where}: no rule is called {spec!r}; {hint}"
