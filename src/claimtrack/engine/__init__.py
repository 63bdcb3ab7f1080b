"""The engine: groups records by the keys of rules, checks the groups, applies what silences."""

from claimtrack.engine.run import derived_for, gathered, run
from claimtrack.engine.selection import selected

__all__ = ["derived_for", "gathered", "run", "selected"]
