"""Which of many values cannot hold together with another of the same time, in n log n.

Two values clash where their times meet and none of the ranges of one meets one of the other. The
sweep goes through time once for values that lie wholly below, once for those wholly above.

A value that can be read in several ways (`363.869`) has several ranges; it clashes also where the
other lies in a gap between them, which no sweep in one order sees. Each such value is therefore
compared with every other, as long as that takes no more than `EXACT` comparisons. Past that bound
it is taken for all that lies between its ends: a clash can then be missed, but none is invented.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from sys import float_info
from typing import NamedTuple

from claimtrack.text.intervals import Span

EXACT = 1_000_000
"""The most comparisons that ambiguous values may cost: all of them in a group of a thousand."""

_GREATEST = float_info.max


class Bound(NamedTuple):
    """An end of a range, ordered as on a line.

    `near` is the value rounded, which decides most comparisons fast; `side` is 1 just after the
    exact value, -1 just before it, and 0 at it.
    """

    near: float
    exact: Fraction | int = 0
    side: int = 0

    @classmethod
    def at(cls, exact: Fraction | int, side: int = 0) -> Bound:
        """Give the bound of a number."""
        try:
            return cls(float(exact), exact, side)
        except OverflowError:
            return cls(_GREATEST if exact > 0 else -_GREATEST, exact, side)

    def mirrored(self) -> Bound:
        """Give the bound that stands as far on the other side of zero."""
        return Bound(-self.near, -self.exact, -self.side)


LEAST, MOST = Bound(float("-inf")), Bound(float("inf"))
"""The ends of the line."""


class Range(NamedTuple):
    """What lies between two bounds, both included."""

    lower: Bound
    upper: Bound

    def meets(self, other: Range) -> bool:
        """Tell whether the two have something in common."""
        return self.lower <= other.upper and other.lower <= self.upper


class Held(NamedTuple):
    """A value at its time: the ranges in one of which it lies, in any order, at least one."""

    span: Span
    ranges: tuple[Range, ...]

    def clashes(self, other: Held) -> bool:
        """Tell whether the two cannot both hold: the definition that the sweep computes."""
        return self.span.meets(other.span) and not any(
            one.meets(another) for one in self.ranges for another in other.ranges
        )

    def mirrored(self) -> Held:
        """Give the value with all bounds on the other side of zero."""
        return Held(
            self.span,
            tuple(Range(one.upper.mirrored(), one.lower.mirrored()) for one in self.ranges),
        )


def clashing(asked: Sequence[Held], against: Sequence[Held]) -> list[bool]:
    """Tell for each of the values asked about whether one of those `against` it clashes with it."""
    if not asked or not against:
        return [False] * len(asked)
    below = _has_lower(asked, against)
    mirrored = [one.mirrored() for one in asked]
    other_side = mirrored if against is asked else [one.mirrored() for one in against]
    above = _has_lower(mirrored, other_side)
    marks = [one or other for one, other in zip(below, above, strict=True)]
    hazy = [held for held in against if len(held.ranges) > 1]
    hazy_asked = sum(len(held.ranges) > 1 for held in asked)
    if hazy_asked * len(against) + len(hazy) * len(asked) <= EXACT:
        for place, held in enumerate(asked):
            pool = against if len(held.ranges) > 1 else hazy
            marks[place] = marks[place] or any(held.clashes(other) for other in pool)
    return marks


def _has_lower(asked: Sequence[Held], against: Sequence[Held]) -> list[bool]:
    """Tell for each value asked about whether another of its time ends before it begins.

    A value of its time begins before its end and ends after its start. So the values are taken in
    order of their start as far as its end; of those taken, the ones that end late enough are a
    prefix by descending end, of which the least upper bound is kept.
    """
    ends = sorted({held.span.end for held in against})
    least = _PrefixLeast(len(ends))
    waiting = sorted(against, key=lambda held: held.span.start, reverse=True)
    marks = [False] * len(asked)
    for place in sorted(range(len(asked)), key=lambda place: asked[place].span.end):
        span, ranges = asked[place]
        while waiting and waiting[-1].span.start <= span.end:
            other = waiting.pop()
            rank = len(ends) - bisect_left(ends, other.span.end)
            least.put(rank, max(one.upper for one in other.ranges))
        upper = least.of_first(len(ends) - bisect_left(ends, span.start))
        marks[place] = upper is not None and upper < min(one.lower for one in ranges)
    return marks


class _PrefixLeast:
    """The least bound put at any of the first so many ranks, from 1 (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self._least: list[Bound | None] = [None] * (size + 1)

    def put(self, rank: int, bound: Bound) -> None:
        """Add a bound at a rank."""
        while rank < len(self._least):
            known = self._least[rank]
            if known is None or bound < known:
                self._least[rank] = bound
            rank += rank & -rank

    def of_first(self, count: int) -> Bound | None:
        """Give the least bound at the ranks up to `count`; None without one."""
        least: Bound | None = None
        while count > 0:
            known = self._least[count]
            if known is not None and (least is None or known < least):
                least = known
            count -= count & -count
        return least
