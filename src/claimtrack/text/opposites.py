"""Words of opposite sense, from `lexicons/opposites.toml`.

One in the place of the other turns what is said as a negation does. The table holds only pairs of
which both cannot be meant; a word that is in no pair has no opposite here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from claimtrack.text.fold import respell
from claimtrack.text.meaning import Carries, Unit
from claimtrack.text.tables import read_table

_FEW: Final = 3
"""Units of a changed stretch of which one can be said to stand in the place of another."""


def are_opposed(first: Sequence[Unit], second: Sequence[Unit]) -> bool:
    """Whether a few words hold one of which the others hold the opposite, and neither negates."""
    sides = first, second
    if any(not 0 < len(side) <= _FEW for side in sides):
        return False
    if any(unit.kind is Carries.NEGATION for side in sides for unit in side):
        return False
    opposites = _opposites()
    return any(
        not opposites.get(one.key, frozenset()).isdisjoint(other.key for other in second)
        for one in first
    )


@cache
def _opposites() -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pairs in read_table("lexicons/opposites.toml").values():
        for pair in pairs:
            one, other = ([respell(word) for word in side.split()] for side in pair)
            for word in one:
                found[word].update(other)
            for word in other:
                found[word].update(one)
    return found
