"""Which differences between two wordings turn the sense, and which only shade it.

Each changed run is weighed by what its words carry. What stands on both sides, though elsewhere,
was moved and is no difference: an order of words says nothing that could be read here. Only names
that change places among words that are otherwise the same are another saying; see `names`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import Final

from claimtrack.text.alignment import Run, Texts
from claimtrack.text.meaning import Carries, Unit
from claimtrack.text.names import Names, proper_names
from claimtrack.text.opposites import are_opposed
from claimtrack.text.spellings import may_be_one_name
from claimtrack.text.tokens import tokens
from claimtrack.text.units import find_unit

_CLAUSE: Final = 5
"""Units by which one side of a run is longer where it says something besides."""
_CARRYING: Final = (Carries.NEGATION, Carries.CONDITION)


class Aspect(Enum):
    """What a difference of meaning is about."""

    NEGATION = "a negation"
    NUMBER = "a number"
    NAME = "a name"
    OPPOSITE = "a word and its opposite"
    UNIT = "a unit"
    UNSURE = "what may be a negation"
    DENIAL = "a denial"
    CONDITION = "a condition"
    MODALITY = "a modal verb"
    HEDGE = "a hedge"
    CLAUSE = "a clause that negates or limits"


_SHADES = {
    Carries.UNSURE_NEGATION: Aspect.UNSURE,
    Carries.DENIAL: Aspect.DENIAL,
    Carries.CONDITION: Aspect.CONDITION,
    Carries.MODALITY: Aspect.MODALITY,
    Carries.HEDGE: Aspect.HEDGE,
}


def aspects_of(
    texts: Texts, runs: Sequence[Run], ends: Sequence[Run], names: Names
) -> Iterator[Aspect]:
    """What the runs of two texts differ in, as far as it bears on what is said.

    `ends` are what only one side prints before and behind: a word may have been moved there.
    """
    changed = [run for run in runs if not run.same and not run.is_declared]
    clauses = [run for run in changed if _is_clause(run)]
    replaced = [run for run in changed if not _is_clause(run)]
    if any(_carry(run.first) != _carry(run.second) for run in clauses):
        yield Aspect.CLAUSE
    anywhere = [*changed, *ends]
    if _negations_differ(anywhere, replaced):
        yield Aspect.NEGATION
    if _numbers_replaced(changed) or _numbers_dropped(anywhere, replaced):
        yield Aspect.NUMBER
    if _names_differ(texts, anywhere, replaced, names):
        yield Aspect.NAME
    if _units_differ(texts, runs):
        yield Aspect.UNIT
    ours, theirs = (_kinds(unit for run in replaced for unit in run.sides[side]) for side in (0, 1))
    opposed = any(are_opposed(*run.sides) for run in replaced)
    if opposed:
        yield Aspect.OPPOSITE
    if opposed or ours[Carries.NEGATION] != theirs[Carries.NEGATION]:
        ours[Carries.DENIAL] = theirs[Carries.DENIAL] = 0  # `not accept` is `refuse`
    for kind, aspect in _SHADES.items():
        if ours[kind] != theirs[kind]:
            yield aspect


def _is_clause(run: Run) -> bool:
    """Whether one side says so much more that it says something besides, not otherwise."""
    return abs(len(run.first) - len(run.second)) >= _CLAUSE


def _carry(side: Sequence[Unit]) -> dict[Carries | None, int]:
    """How often the words of a side negate and limit."""
    counts = _kinds(side)
    return {kind: counts[kind] for kind in _CARRYING}


def _kinds(some: Iterable[Unit]) -> Counter[Carries | None]:
    return Counter(unit.kind for unit in some)


def _of(side: Sequence[Unit], kind: Carries) -> list[Unit]:
    return [unit for unit in side if unit.kind is kind]


def _negations_differ(anywhere: Sequence[Run], replaced: Sequence[Run]) -> bool:
    """Whether a run negates on one side only, and neither denies in other words nor was moved."""
    negated = [{word for run in anywhere for word in _negated(run.sides[side])} for side in (0, 1)]
    for run in replaced:
        counts = [len(_of(side, Carries.NEGATION)) for side in run.sides]
        if counts[0] == counts[1]:
            continue
        more = int(counts[1] > counts[0])
        denies = _of(run.sides[1 - more], Carries.DENIAL)
        moved = negated[1 - more].intersection(_negated(run.sides[more]))
        if not denies and not moved:
            return True
    return False


def _negated(side: Sequence[Unit]) -> Iterator[str]:
    """The words right behind the negations of a run."""
    for unit, following in pairwise(side):
        if unit.kind is Carries.NEGATION:
            yield following.key


def _numbers_replaced(changed: Sequence[Run]) -> bool:
    """Whether a run has another number in the place of one."""
    pairs = ((_of(run.first, Carries.NUMBER), _of(run.second, Carries.NUMBER)) for run in changed)
    return any(_without(ours, theirs) and _without(theirs, ours) for ours, theirs in pairs)


def _numbers_dropped(anywhere: Sequence[Run], replaced: Sequence[Run]) -> bool:
    """Whether a run has a number that the other side has nowhere."""
    ours, theirs = ([unit for run in anywhere for unit in run.sides[side]] for side in (0, 1))
    return any(_without(run.first, theirs) or _without(run.second, ours) for run in replaced)


def _without(some: Sequence[Unit], others: Sequence[Unit]) -> list[Unit]:
    """The numbers that can equal none of the others."""
    values = {value for other in others for value in other.counts}
    return [unit for unit in some if unit.values and values.isdisjoint(unit.counts)]


def _units_differ(texts: Texts, runs: Sequence[Run]) -> bool:
    """Whether a number that both have is of one unit on one side and of another on the other."""
    for before, run in pairwise(runs):
        if before.same and not run.same and all(run.sides):
            counted = before.first[-1].kind is Carries.NUMBER
            measured = [
                find_unit(tokens(text[side[0].start : side[-1].end]))
                for text, side in zip(texts, run.sides, strict=True)
            ]
            if counted and all(measured) and measured[0] != measured[1]:
                return True
    return False


def _names_differ(
    texts: Texts, anywhere: Sequence[Run], replaced: Sequence[Run], names: Names
) -> bool:
    """Whether a run has another name in the place of one, and the two have not only moved."""
    sides = [[unit for run in anywhere for unit in run.sides[side]] for side in (0, 1)]
    everywhere = [names.among(side) for side in sides]
    proper = [proper_names(*pair) for pair in zip(texts, sides, strict=True)]
    for run in replaced:
        parties = [names.among(side) for side in run.sides]
        new = parties[0] - everywhere[1] or parties[1] - everywhere[0]
        if all(parties) and parties[0].isdisjoint(parties[1]) and new:
            return True
        found = [proper_names(*pair) for pair in zip(texts, run.sides, strict=True)]
        if not any(parties) and _unlike(found[0], proper[1]) and _unlike(found[1], proper[0]):
            return True
    return False


def _unlike(some: Sequence[Unit], others: Sequence[Unit]) -> bool:
    """Whether there is a name that is like none of the others."""
    return any(all(not may_be_one_name(one.key, other.key) for other in others) for one in some)
