"""The rule catalogue: one module beside one file of cases for each rule, in a folder per family.

A rule is added by writing those two files: the catalogue finds it, and its page is made from them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from claimtrack.rule import AnyRule, Rule


@cache
def catalogue() -> tuple[AnyRule, ...]:
    """Every rule that claimtrack ships, by code."""
    rules = [
        found()
        for module in walk_packages(__path__, __name__ + ".")
        if not module.ispkg
        for found in rules_of(import_module(module.name))
    ]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def rules_of(module: object) -> list[type[AnyRule]]:
    """The rule classes that a module defines itself, by code."""
    own = getattr(module, "__name__", None)
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == own
        and issubclass(value, Rule)
        and hasattr(value, "code")
    ]
    return sorted(found, key=lambda rule: rule.code)
