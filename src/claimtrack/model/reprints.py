"""The lines of declared reprints, as one walks up them to the first article that says a thing.

An article reprints at most one other, so upstream the articles are trees, some of which close on
themselves at the top. Of one line many things are asked, each by many articles. Step by step that
costs the length of the line each time; here it costs one search among the articles that say the
thing, however far they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from claimtrack.model.article import Article
from claimtrack.model.ways import Line

SaidT = TypeVar("SaidT", bound=Hashable)


class Stretch(NamedTuple):
    """A walk up a line of reprints: to which article, and over how many steps."""

    end: str
    steps: int


class _Bounds(NamedTuple):
    """The places from which on another article is the nearest above that says it, or none."""

    places: list[int]
    nearest: list[str | None]


def reprinted(article: Article) -> str | None:
    """What an article is declared to reprint: an outlet or an article, and not its own outlet."""
    name = article.syndicated_from
    return None if name == article.outlet else name


def lines(parents: Mapping[str, str | None]) -> Iterator[Line]:
    """The place of each article in its tree, tree by tree, those below an article right behind it.

    `parents` has for each article the one that it reprints, which is in it too, or None.
    """
    tops = _tops(parents)
    below: defaultdict[str, list[str]] = defaultdict(list)
    for name, parent in parents.items():
        if parent is not None and name not in tops:
            below[parent].append(name)
    for top, above in tops.items():
        depth = {top: 0}
        places: dict[str, int] = {}
        waiting = [top]
        while waiting:
            name = waiting.pop()
            places[name] = len(places)
            for other in below[name]:
                depth[other] = depth[name] + 1
                waiting.append(other)
        behind = {name: place + 1 for name, place in places.items()}
        for name in reversed(places):
            for other in below[name]:
                behind[name] = max(behind[name], behind[other])
        for name, place in places.items():
            yield Line(
                article=name,
                top=top,
                above=above,
                depth=depth[name],
                place=place,
                behind=behind[name],
            )


class Reprints(Generic[SaidT]):
    """Walks up lines of reprints.

    `line` gives the place of an article in its tree, where that is known; `saying` gives the
    articles that say a thing, and is asked once for each.
    """

    def __init__(
        self, line: Callable[[str], Line | None], saying: Callable[[SaidT], Iterable[str]]
    ) -> None:
        self._line = line
        self._saying = saying
        self._bounds: dict[SaidT, dict[str, _Bounds]] = {}

    def up(self, article: str, said: SaidT) -> Stretch | None:
        """From an article that does not say it to the nearest above that does, else to the top.

        None where the article reprints none, or its place is not known. A line that closes on
        itself has one top for all on it, and from the top the walk goes round once.
        """
        line = self._line(article)
        steps = 0
        if line is not None and article == line.top:
            line, steps = self._line(line.above) if line.above is not None else None, 1
        if line is None:
            return None
        end = self._line(self._nearest(line, said) or line.top)
        return None if end is None else Stretch(end.article, steps + line.depth - end.depth)

    def _nearest(self, line: Line, said: SaidT) -> str | None:
        """The nearest that says it among an article and those above it, as far as the top."""
        if said not in self._bounds:
            self._bounds[said] = self._bounds_of(said)
        bounds = self._bounds[said].get(line.top)
        if bounds is None:
            return None
        found = bisect_right(bounds.places, line.place)
        return bounds.nearest[found - 1] if found else None

    def _bounds_of(self, said: SaidT) -> dict[str, _Bounds]:
        """The articles that say a thing, tree by tree, by the tops."""
        trees: defaultdict[str, list[Line]] = defaultdict(list)
        for line in map(self._line, {*self._saying(said)}):
            if line is not None:
                trees[line.top].append(line)
        return {top: _bounds(saying) for top, saying in trees.items()}


def _bounds(saying: Iterable[Line]) -> _Bounds:
    """Some articles of a tree, as brackets around those below them: the innermost."""
    bounds = _Bounds([], [])
    around: list[Line] = []
    for line in [*sorted(saying, key=lambda one: one.place), None]:
        while around and (line is None or around[-1].behind <= line.place):
            bounds.places.append(around.pop().behind)
            bounds.nearest.append(around[-1].article if around else None)
        if line is not None:
            around.append(line)
            bounds.places.append(line.place)
            bounds.nearest.append(line.article)
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
