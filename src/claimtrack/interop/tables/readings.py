"""Columns for what the value of a claim can mean: as numbers, so that SQL can compare them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from claimtrack.interop.tables.column import Cell, Column, Names
from claimtrack.model import Claim
from claimtrack.model.values import range_under

Bounds = tuple[Fraction | None, Fraction | None, str | None]


def _reading(pick: Callable[[Bounds], Cell]) -> Callable[[Claim, Names], Cell]:
    """What makes a cell of a claim: empty where its value is no quantity that can be read."""

    def made(claim: Claim, names: Names) -> Cell:
        spec = names.specs.get(claim.proposition or "")
        if claim.value is None or spec is None:
            return None
        try:
            return pick(range_under(claim.value, spec))
        except (ValueError, OverflowError):  # a float ends where words such as googol go on
            return None

    return made


def _number(bound: Fraction | None) -> float | None:
    return None if bound is None else float(bound)


READINGS = (
    Column("value_lower", "number", _reading(lambda bounds: _number(bounds[0]))),
    Column("value_upper", "number", _reading(lambda bounds: _number(bounds[1]))),
    Column("value_unit", "text", _reading(lambda bounds: bounds[2])),
)
"""They are made of a whole claim, for its proposition says how the value is read."""
