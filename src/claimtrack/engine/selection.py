"""Which rules run, and how much their findings weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimtrack.config import Config
from claimtrack.errors import ConfigError
from claimtrack.findings import Finding
from claimtrack.rule import Rule
from claimtrack.text.near import nearest

ALL = "ALL"
_PREFIX = re.compile(r"[A-Z]+[0-9]*")


def matches(spec: str, code: str, name: str) -> bool:
    """Whether a way of naming rules (`ALL`, `CT3`, `CT301`, `value-conflict`) means this one."""
    if spec in (ALL, code, name):
        return True
    return _PREFIX.fullmatch(spec) is not None and code.startswith(spec)


def selected(rules: Sequence[Rule], config: Config) -> list[Rule]:
    """The rules that run under a configuration, by code.

    Raises `ConfigError` where it names a rule that does not exist.
    """
    _refuse_unknown(rules, config)
    chosen = [
        rule
        for rule in rules
        if any(matches(spec, rule.code, rule.name) for spec in config.select)
        and not any(matches(spec, rule.code, rule.name) for spec in config.ignore)
        and not is_off(rule, config)
    ]
    return sorted(chosen, key=lambda rule: rule.code)


def is_off(rule: Rule, config: Config) -> bool:
    """Whether the configured severity switches the rule off."""
    return any(
        level is None and matches(spec, rule.code, rule.name)
        for spec, level in config.severity.items()
    )


def weighed(finding: Finding, config: Config) -> Finding:
    """The finding with its configured severity; the longest matching name decides."""
    levels = [
        (len(spec), level)
        for spec, level in config.severity.items()
        if level is not None and matches(spec, finding.code, finding.name)
    ]
    return finding._replace(severity=max(levels)[1]) if levels else finding


def _refuse_unknown(rules: Sequence[Rule], config: Config) -> None:
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


def unknown_rule(spec: str, rules: Sequence[Rule], where: str) -> str:
    """A message about a rule that does not exist, with the nearest one that does."""
    names = [rule.name for rule in rules] + [rule.code for rule in rules]
    near = nearest(spec, names)
    hint = f"did you mean {near}?" if near else "`claimtrack explain` lists the rules"
    return f"{where}: no rule is called {spec!r}; {hint}"
