"""Where the fragments of a quote stand in a text: as whole words, in order, and near enough.

A text that repeats itself has more places than anybody could look at, and pairs of places more yet.
So a search has a budget that is linear in the text; a long fragment, which is compared at each
place, costs more of it. Where it ends, the search has *given up*: the places that it found are
places, but there may be others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from claimtrack.text.edges import stands_alone
from claimtrack.text.quotation import Join

FARTHEST_OMISSION = 1500
"""Code points that one omission may leave out: two or three paragraphs of a news article."""
FARTHEST_INSERTION = 40
"""Code points of the text whose place an insertion may take: a pronoun, a name, a few words."""
LEAST_BUDGET = 100_000
"""Places at which a search looks in the shortest text; in a longer one, at more."""
_LETTERS_A_PLACE = 8
_COMPARED_AT_ONCE = 256
Stands = Callable[[int, int], bool]
_LIMITS = {Join.OMISSION: FARTHEST_OMISSION, Join.INSERTION: FARTHEST_INSERTION}


class Passage(NamedTuple):
    """A stretch of a text, in code points; the end is exclusive."""

    start: int
    end: int


class Link(NamedTuple):
    """The place of a fragment, those of the fragments before it, and where the first one begins."""

    before: Link | None
    place: Passage
    start: int

    def chain(self) -> tuple[Passage, ...]:
        """The places of all fragments, in the order of the quote."""
        places: list[Passage] = []
        link: Link | None = self
        while link is not None:
            places.append(link.place)
            link = link.before
        return tuple(reversed(places))


class Search:
    """One search in a text. `context` is how much is compared besides a fragment at each place.

    `stands` tells whether a passage begins and ends at the edge of a word.
    """

    def __init__(self, text: str, context: int = 0, stands: Stands | None = None) -> None:
        self.text = text
        self.gave_up = False
        self._stands = stands or partial(stands_alone, text)
        self._context = context
        self._budget = LEAST_BUDGET + len(text) // _LETTERS_A_PLACE

    def places(self, words: str, first: int = 0, last: int | None = None) -> Iterator[Passage]:
        """Where words stand as whole words, beginning between `first` and `last`, in order."""
        text, size = self.text, len(words)
        stop = len(text) if last is None else last + size
        cost = 1 + (size + self._context) // _COMPARED_AT_ONCE
        position = first - 1
        while size:
            # What finds nothing costs as well: a quote may have many fragments.
            self._budget -= cost
            if self._budget < 0:
                self.gave_up = True
                return
            position = text.find(words, position + 1, stop)
            if position < 0:
                return
            if self._stands(position, position + size):
                yield Passage(position, position + size)

    def chains(
        self,
        fragments: Sequence[str],
        joins: Sequence[Join],
        begins: Callable[[Passage], bool] | None = None,
    ) -> Iterator[Link]:
        """Every way in which fragments stand in order and near enough, by where they end.

        For each place of the last fragment the nearest chain before it is taken, so what lies
        between is as short as it can be. `begins` tells which places the first fragment may have.
        """
        first, *rest = fragments
        found = self.places(first) if begins is None else filter(begins, self.places(first))
        links: Iterator[Link] = (Link(None, place, place.start) for place in found)
        for fragment, join in zip(rest, joins, strict=True):
            before = list(links)
            if not before or self.gave_up:
                return iter(())
            links = self._extended(before, fragment, _LIMITS[join])
        return links

    def _extended(self, links: Sequence[Link], fragment: str, limit: int) -> Iterator[Link]:
        for link, following in zip_longest(links, links[1:]):
            first = link.place.end
            last = first + limit
            if following is not None:
                last = min(last, following.place.end - 1)
            for place in self.places(fragment, first, last):
                yield Link(link, place, link.start)
            if self.gave_up:
                return


def first_places(
    search: Callable[[], Search], fragments: Iterable[str]
) -> tuple[Passage, ...] | None:
    """The first place of each fragment, in whatever order; None where one stands nowhere.

    Each fragment costs a pass over the text.
    """
    found = []
    for fragment in fragments:
        place = next(search().places(fragment), None)
        if place is None:
            return None
        found.append(place)
    return tuple(found)
