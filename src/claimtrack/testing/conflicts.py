"""Strategies for ledgers with one chosen conflict, each with its repaired twin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen
from hypothesis import strategies as st

from claimtrack import api
from claimtrack.model import Ledger
from claimtrack.rule import AnyRule
from claimtrack.testing.consistent import ledger_files
from claimtrack.testing.planters import PLANTERS, Planter


@frozen(kw_only=True)
class Conflict:
    """A ledger in which one rule has something to find, and the same ledger repaired."""

    rule: str
    """The name of the rule."""
    files: Mapping[str, str]
    """The files with the conflict, by name."""
    repaired_files: Mapping[str, str]
    """The files without it."""
    also: tuple[AnyRule, ...] = ()
    """Rules that must run besides to bring it to light; the repaired twin is checked without."""

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger with the conflict."""
        return api.loads(self.files)

    @cached_property
    def repaired(self) -> Ledger:
        """The ledger without it."""
        return api.loads(self.repaired_files)


def conflicted(rule: str, planter: Planter | None = None) -> st.SearchStrategy[Conflict]:
    """Ledgers with a conflict that a rule finds, in otherwise consistent surroundings.

    `rule` is its name (`value-conflict`). For a rule of a plug-in, `planter` says how the conflict
    is made. Raises `ValueError` where neither the kit nor the caller knows how.
    """
    chosen = PLANTERS.get(rule) if planter is None else planter
    if chosen is None:
        known = ", ".join(PLANTERS)
        raise ValueError(f"no planter for the rule {rule!r}; give one, or choose of {known}")
    return _conflicts(rule, chosen)


@st.composite
def _conflicts(draw: st.DrawFn, rule: str, planter: Planter) -> Conflict:
    files = draw(ledger_files())
    planting = planter(draw, files)
    return Conflict(
        rule=rule,
        files={**files, **planting.bad},
        repaired_files={**files, **planting.good},
        also=planting.also,
    )
