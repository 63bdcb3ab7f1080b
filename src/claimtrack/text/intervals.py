"""Intervals of time, many at once: which of them meet, counted in n log n."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

__all__ = ["Crowd", "Span", "Timeline", "chains"]

ItemT = TypeVar("ItemT")


class Span(NamedTuple):
    """An interval of time, both ends included, in minutes as those of `Date`."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Tell whether the two have a minute in common."""
        return self.start <= other.end and other.start <= self.end

    def widened(self, minutes: int) -> "Span":
        """Give the span that begins and ends so many minutes further out."""
        return Span(self.start - minutes, self.end + minutes)


class Crowd:
    """Many spans, of which one may ask how many meet a given one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        known = tuple(spans)
        self._starts = sorted(span.start for span in known)
        self._ends = sorted(span.end for span in known)

    def meeting(self, span: Span) -> int:
        """Count those that meet a span: all that begin before it ends, but for those then over."""
        return bisect_right(self._starts, span.end) - bisect_left(self._ends, span.start)


class Timeline(Generic[ItemT]):
    """Items in the order of time, of which one may ask which meet a span."""

    def __init__(self, items: Iterable[ItemT], span_of: Callable[[ItemT], Span]) -> None:
        self._items = sorted(items, key=span_of)
        self._span_of = span_of
        self._starts = [span_of(item).start for item in self._items]
        self._reached = list(accumulate((span_of(item).end for item in self._items), max))

    def meeting(self, span: Span) -> Iterator[ItemT]:
        """The items that meet a span, earliest first.

        Walked are only those that begin before it ends, from the first after which something
        lasts until it begins.
        """
        first = bisect_left(self._reached, span.start)
        for item in self._items[first : bisect_right(self._starts, span.end)]:
            if self._span_of(item).end >= span.start:
                yield item


def chains(items: Iterable[ItemT], span_of: Callable[[ItemT], Span]) -> Iterator[list[ItemT]]:
    """Part items into chains, earliest first: each item meets another of its chain and no others.

    A chain is a connected component of the graph of overlaps; its items stand by their start.
    """
    chain: list[ItemT] = []
    end = 0
    for item in sorted(items, key=span_of):
        span = span_of(item)
        if chain and span.start > end:
            yield chain
            chain = []
        end = max(end, span.end) if chain else span.end
        chain.append(item)
    if chain:
        yield chain
