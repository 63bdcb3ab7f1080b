"""Intervals of time, many at once: which of them meet, counted in n log n."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

__all__ = ["Crowd", "Span", "chains"]

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
