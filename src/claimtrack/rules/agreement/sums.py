"""When the parts of a whole add up to more than it, in n log n.

The sweep goes through time once. Of each part and of the whole the values that hold at a moment
stand in a heap, from which those that are over are taken when they come to its top; the sum of the
parts is kept as their least values change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from heapq import heappop, heappush

from claimtrack.rules.agreement.sweep import LEAST, Bound, Held

_ZERO = Bound.at(0)


def too_many(parts: Sequence[tuple[str, Held]], whole: Sequence[Held]) -> Iterator[Held]:
    """Give the values that hold when the parts, by their names, are more than the whole.

    They are more where the least that the parts can be adds up to more than the most that the whole
    can be. Of several values of one part the least counts, of several of the whole the greatest; a
    part without a value, or without a least one, adds nothing. No value may be negative.
    """
    moments = _moments(parts, whole)
    for held in (*whole, *(held for _, held in parts if _least(held) > _ZERO)):
        at = bisect_left(moments, held.span.start)
        if at < len(moments) and moments[at] <= held.span.end:
            yield held


def _moments(parts: Iterable[tuple[str, Held]], whole: Iterable[Held]) -> list[int]:
    """Give the minutes, in order, at which something changes and the parts are too many then."""
    begin: defaultdict[int, list[tuple[str | None, Held]]] = defaultdict(list)
    changed: defaultdict[int, dict[str | None, None]] = defaultdict(dict)
    for name, held in (*parts, *((None, held) for held in whole)):
        begin[held.span.start].append((name, held))
        for minute in (held.span.start, held.span.end + 1):
            changed[minute][name] = None
    values: defaultdict[str | None, _Lowest] = defaultdict(_Lowest)
    added = _Sum()
    found = []
    for minute in sorted(changed):
        for name, held in begin[minute]:
            values[name].put(_least(held) if name is not None else _most(held), held.span.end)
        for name in changed[minute]:
            if name is not None:
                added.put(name, values[name].at(minute) or _ZERO)
        most = values[None].at(minute)
        if most is not None and added.bound() > most.mirrored():
            found.append(minute)
    return found


def _least(held: Held) -> Bound:
    """The least that a value of a part can be."""
    least = min(one.lower for one in held.ranges)
    return _ZERO if least == LEAST else least


def _most(held: Held) -> Bound:
    """The most that a value of the whole can be, mirrored."""
    return max(one.upper for one in held.ranges).mirrored()


class _Lowest:
    """The lowest of bounds that hold until some minute."""

    def __init__(self) -> None:
        self._heap: list[tuple[Bound, int]] = []

    def put(self, bound: Bound, end: int) -> None:
        """Add a bound, and the last minute at which it holds."""
        heappush(self._heap, (bound, end))

    def at(self, minute: int) -> Bound | None:
        """Give the lowest at a minute, none earlier than those asked for before."""
        while self._heap and self._heap[0][1] < minute:
            heappop(self._heap)
        return self._heap[0][0] if self._heap else None


class _Sum:
    """A sum of bounds by name, of which each may be put anew."""

    def __init__(self) -> None:
        self._bounds: dict[str, Bound] = {}
        self._exact = Fraction(0)
        self._sides = 0

    def put(self, name: str, bound: Bound) -> None:
        """Set what a name adds."""
        before = self._bounds.get(name, _ZERO)
        self._exact += bound.exact - before.exact
        self._sides += bound.side - before.side
        self._bounds[name] = bound

    def bound(self) -> Bound:
        """Give the sum: just above its value, where one of the bounds is just above its own."""
        return Bound.at(self._exact, min(self._sides, 1))
