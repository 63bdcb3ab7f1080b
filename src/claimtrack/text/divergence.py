"""What two printed wordings of one utterance differ in: spelling, wording, or what is said.

Only meaning is an error. Outlets translate, tidy and shorten, and most differences are harmless: a
synonym, an article, another order. What is told apart here is

- spelling: the same words, set or spelled otherwise, a number in digits or in words among them;
- wording: other words, dropped words or another order that carry nothing that could turn the sense;
- meaning: a negation, a number or a name that one has and the other has not, or has otherwise, a
  word of which the other has the opposite, another unit behind the same number; a denial, a
  condition, a modal verb or a hedge likewise.

A quote that is a part of the other is no divergence: one outlet prints more. Where it begins right
behind a negation of the other, that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import Final, NamedTuple

from claimtrack.text.alignment import (
    OMITTED,
    Run,
    Texts,
    aligned,
    inner_runs,
    is_break,
    printed,
    quoted_units,
    settled,
)
from claimtrack.text.meaning import Carries, Unit
from claimtrack.text.names import Names, change_places
from claimtrack.text.regex import regex
from claimtrack.text.turns import Aspect, aspects_of
from claimtrack.text.worddiff import Change, Stretch

RELATED: Final = 0.5
"""The share of the shorter side's units that must be alike for two quotes to be one passage."""
FEWEST: Final = 2
"""Units that must be alike, where the shorter side has as many."""


class Degree(IntEnum):
    """How deep a difference goes."""

    SAME = 0
    SPELLING = 1
    WORDING = 2
    MEANING = 3


TURNS: Final = frozenset(
    {Aspect.NEGATION, Aspect.NUMBER, Aspect.NAME, Aspect.OPPOSITE, Aspect.UNIT}
)
"""What makes it impossible that both wordings are right; the others shade the sense."""


_CUT: Final = {
    Carries.CONDITION: Aspect.CONDITION,
    Carries.UNSURE_NEGATION: Aspect.UNSURE,
}
"""What turns a quote that begins right behind it, and is not told as a negation is."""


class Divergence(NamedTuple):
    """All in which two wordings differ; `aspects` stand in their fixed order.

    `cut` says that one begins right behind a negation of the other, which its outlet may have
    printed outside the quote.
    """

    degree: Degree
    aspects: tuple[Aspect, ...]
    stretches: tuple[Stretch, ...]
    cut: bool = False

    @property
    def turns(self) -> bool:
        """Whether the two cannot both be right."""
        return not TURNS.isdisjoint(self.aspects)


_NO_NAMES = Names()


def divergence(first: str, second: str, names: Names = _NO_NAMES) -> Divergence | None:
    """Compare two quotes; None where they have too little in common to be one passage.

    `names` are the parties that both may speak of. Symmetric: with the sides changed over, the
    result is the same with its stretches turned. Linear where the two are alike; see `alignment`.
    """
    sides = quoted_units(first), quoted_units(second)
    runs = settled(aligned(*sides))
    if not _are_one(runs, sides):
        return None
    texts = first, second
    cut = _cut_behind(Carries.NEGATION, texts, runs)
    inner = inner_runs(texts, runs)
    ends = [run for run in (runs[0], runs[-1]) if not run.same]
    aspects = set(aspects_of(texts, inner, ends, names))
    if change_places(texts, sides, names):
        aspects.add(Aspect.NAME)
        inner = runs
    for kind, aspect in _CUT.items():
        if _cut_behind(kind, texts, runs):
            aspects.add(aspect)
            inner = runs
    found = _weighed(texts, inner, aspects)
    if not cut:
        return found
    stretches = tuple(_stretch(texts, run) for run in runs)
    return Divergence(Degree.MEANING, found.aspects, stretches, cut=True)


def divergence_of_whole(first: str, second: str, names: Names = _NO_NAMES) -> Divergence:
    """Compare two texts that say all of the same: what one lacks at an end is a difference."""
    texts, sides = (first, second), (quoted_units(first), quoted_units(second))
    runs = settled(aligned(*sides))
    aspects = set(aspects_of(texts, runs, (), names))
    if change_places(texts, sides, names):
        aspects.add(Aspect.NAME)
    return _weighed(texts, runs, aspects)


def _weighed(texts: Texts, runs: Sequence[Run], aspects: AbstractSet[Aspect]) -> Divergence:
    changed = [run for run in runs if not run.same and not run.is_declared]
    if aspects:
        degree = Degree.MEANING
    elif any(not _is_joined(run) for run in changed):
        degree = Degree.WORDING
    else:
        degree = Degree.SPELLING if changed or _spelled(texts, runs) else Degree.SAME
    ordered = tuple(aspect for aspect in Aspect if aspect in aspects)
    return Divergence(degree, ordered, tuple(_stretch(texts, run) for run in runs))


def _are_one(runs: Sequence[Run], sides: tuple[Sequence[Unit], Sequence[Unit]]) -> bool:
    """Whether enough is alike for two quotes to be one passage."""
    shortest = min(sum(unit.key != OMITTED for unit in side) for side in sides)
    alike = sum(unit.key != OMITTED for run in runs if run.same for unit in run.first)
    return shortest > 0 and alike >= max(min(FEWEST, shortest), RELATED * shortest)


def _cut_behind(kind: Carries, texts: Texts, runs: Sequence[Run]) -> bool:
    """Whether one quote begins with what the other negates, or limits."""
    if runs[0].same or all(runs[0].sides) or len(runs) == 1:
        return False
    for text, before, after in zip(texts, runs[0].sides, runs[1].sides, strict=True):
        if before and before[-1].kind is kind:
            return not is_break(text, before[-1], after[0])
    return False


def _is_joined(run: Run) -> bool:
    """Whether a change is one of spelling: words written as one, a number in another notation."""
    ours, theirs = map(_spellings, run.sides)
    if not ours.isdisjoint(theirs):
        return True
    return len(run.first) == len(run.second) and all(
        not set(one.counts).isdisjoint(other.counts)
        for one, other in zip(run.first, run.second, strict=True)
    )


_STOP = regex(r"(?<=[^\W\d])\.(?=[^\W\d])")
_SHORTENED = ("'s", "is", "has", "us")
"""What `'s` can be, in `it's`, `he's` and `let's`."""


def _spellings(side: Sequence[Unit]) -> set[str]:
    """The letters of some units, however words are joined, shortened (`it's`) or dotted."""
    joined = _STOP.sub("", "".join(map(_plain, side)).replace(" ", ""))
    return {joined.replace("'s", full) for full in _SHORTENED}


def _plain(unit: Unit) -> str:
    return f"#{unit.counts[0]}" if unit.counts else unit.key


def _spelled(texts: Texts, runs: Sequence[Run]) -> bool:
    """Whether what is alike is printed in two ways."""
    return any(printed(texts[0], run.first) != printed(texts[1], run.second) for run in runs)


def _stretch(texts: Texts, run: Run) -> Stretch:
    if run.same or run.is_declared:
        change = Change.SAME
    elif not all(run.sides):
        change = Change.DROPPED if run.first else Change.ADDED
    else:
        change = Change.CHANGED
    return Stretch(change, printed(texts[0], run.first), printed(texts[1], run.second))
