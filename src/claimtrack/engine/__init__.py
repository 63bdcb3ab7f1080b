"""The engine: groups records by the keys of rules, checks the groups, applies what silences."""

from claimtrack.engine.run import gathered, run
from claimtrack.engine.selection import selected

__all__ = ["gathered", "run", "selected"]
