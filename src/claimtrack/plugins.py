"""Rules of other packages, by the entry point `claimtrack.rules`.

An entry point names a rule class, a module that defines some, or a function that gives some.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any

from claimtrack.errors import ConfigError
from claimtrack.rule import Rule
from claimtrack.rules import catalogue, rules_of

GROUP = "claimtrack.rules"


@cache
def all_rules() -> tuple[Rule, ...]:
    """The catalogue and every installed plug-in's rules, by code.

    Raises `ConfigError` for a plug-in that cannot be loaded or that takes a code or a name twice.
    """
    rules = list(catalogue())
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        rules += _rules_at(point)
    taken: dict[str, Rule] = {}
    for rule in rules:
        for word in (rule.code, rule.name):
            other = taken.setdefault(word, rule)
            if other is not rule:
                raise ConfigError(
                    f"{_home(rule)} calls a rule {word!r}, as {_home(other)} does; "
                    "codes and names are never shared"
                )
    return tuple(sorted(rules, key=lambda rule: rule.code))


def _home(rule: Rule) -> str:
    return f"{type(rule).__module__}.{type(rule).__qualname__}"


def _rules_at(point: EntryPoint) -> list[Rule]:
    try:
        return [_made(found) for found in _classes(point.load())]
    except Exception as error:
        package = f" of {point.dist.name}" if point.dist is not None else ""
        message = f"the plug-in {point.name!r}{package} ({point.value}) cannot be loaded"
        raise ConfigError(f"{message}: {type(error).__name__}: {error}") from error


def _classes(found: Any) -> Iterable[Any]:
    if isinstance(found, ModuleType):
        return rules_of(found)
    if isinstance(found, type):
        return [found]
    return found() if callable(found) else found


def _made(found: Any) -> Rule:
    rule = found() if isinstance(found, type) else found
    missing = [
        word for word in ("code", "name", "severity", "reads") if not hasattr(rule, word)
    ]
    if not isinstance(rule, Rule) or missing:
        lacks = f" without {', '.join(missing)}" if missing else ""
        raise TypeError(f"{found!r} is no claimtrack Rule{lacks}")
    return rule
