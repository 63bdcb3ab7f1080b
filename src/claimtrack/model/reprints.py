"""The lines of declared reprints, as one walks up them to the first article that says a thing.

An article reprints at most one other, so upstream the articles are trees, some of which close on
themselves at the top. Of one line many things are asked, each by many articles. Step by step that
costs the length of the line each time; here it costs one search among the articles that say the
thing, however far they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

SaidT = TypeVar("SaidT", bound=Hashable)


class Stretch(NamedTuple):
    """A walk up a line of reprints: to which article, and over how many steps."""

    end: str
    steps: int


class _Bounds(NamedTuple):
    """The places from which on another article is the nearest above that says it, or none."""

    places: list[int]
    nearest: list[str | None]


class Reprints(Generic[SaidT]):
    """Which article reprints which, and which say what.

    `parents` has for each article the one that it reprints, which is in it too, or None. `saying`
    gives the articles that say a thing; each thing is asked for once.
    """

    def __init__(
        self, parents: Mapping[str, str | None], saying: Callable[[SaidT], Iterable[str]]
    ) -> None:
        self._saying = saying
        self._bounds: dict[SaidT, _Bounds] = {}
        self._tops = _tops(parents)
        self._top: dict[str, str] = {}
        self._depth: dict[str, int] = {}
        self._place: dict[str, int] = {}
        self._behind: dict[str, int] = {}
        self._number(parents)

    def up(self, article: str, said: SaidT) -> Stretch | None:
        """From an article that does not say it to the nearest above that does, else to the top.

        None where the article reprints none. A line that closes on itself has one top for all on
        it, and from the top the walk goes round once.
        """
        top = self._top[article]
        start, steps = article, 0
        if article == top:
            above = self._tops[top]
            if above is None:
                return None
            start, steps = above, 1
        end = self._nearest(start, said) or top
        return Stretch(end, steps + self._depth[start] - self._depth[end])

    def _number(self, parents: Mapping[str, str | None]) -> None:
        """Number the articles so that those below one follow it without a gap."""
        below: defaultdict[str, list[str]] = defaultdict(list)
        for name, above in parents.items():
            if above is not None and name not in self._tops:
                below[above].append(name)
        for top in self._tops:
            self._top[top], self._depth[top] = top, 0
            waiting = [top]
            while waiting:
                name = waiting.pop()
                self._place[name] = len(self._place)
                for other in below[name]:
                    self._top[other], self._depth[other] = top, self._depth[name] + 1
                    waiting.append(other)
        self._behind = {name: place + 1 for name, place in self._place.items()}
        for name in reversed(self._place):
            above = parents[name]
            if above is not None and name not in self._tops:
                self._behind[above] = max(self._behind[above], self._behind[name])

    def _nearest(self, article: str, said: SaidT) -> str | None:
        """The nearest that says it among an article and those above it, as far as the top."""
        if said not in self._bounds:
            self._bounds[said] = self._bounds_of(said)
        places, nearest = self._bounds[said]
        found = bisect_right(places, self._place[article])
        return nearest[found - 1] if found else None

    def _bounds_of(self, said: SaidT) -> _Bounds:
        """The articles that say a thing, as brackets around those below them: the innermost."""
        bounds = _Bounds([], [])
        around: list[str] = []
        saying = {name for name in self._saying(said) if name in self._place}
        for name in [*sorted(saying, key=self._place.__getitem__), None]:
            while around and (name is None or self._behind[around[-1]] <= self._place[name]):
                bounds.places.append(self._behind[around.pop()])
                bounds.nearest.append(around[-1] if around else None)
            if name is not None:
                around.append(name)
                bounds.places.append(self._place[name])
                bounds.nearest.append(name)
        return bounds


def _tops(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """The top of each tree, and what it reprints: of a ring, the least article is taken for it."""
    tops: dict[str, str | None] = {}
    walk: dict[str, int] = {}
    for number, start in enumerate(parents):
        line: list[str] = []
        name: str | None = start
        while name is not None and name not in walk:
            walk[name] = number
            line.append(name)
            name = parents[name]
        if name is None and line:
            tops[line[-1]] = None
        elif name is not None and walk[name] == number:
            top = min(line[line.index(name) :])
            tops[top] = parents[top]
    return tops
