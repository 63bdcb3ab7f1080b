"""Where the fragments of a quote stand in a text: as whole words, in order, and near enough.

A text that repeats itself has more places than anybody could look at, and pairs of places more yet.
So a search has a budget that is linear in the text; a long fragment, which is compared at each
place, costs more of it. Where it ends, the search has *given up*: the places that it found are
places, but there may be others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from claimtrack.text.folding import MARKS
from claimtrack.text.quotation import Join

FARTHEST_OMISSION = 1500
"""Code points that one omission may leave out: two or three paragraphs of a news article."""
FARTHEST_INSERTION = 40
"""Code points of the text whose place an insertion may take: a pronoun, a name, a few words."""
LEAST_BUDGET = 100_000
"""Places at which a search looks in the shortest text; in a longer one, at more."""
_LETTERS_A_PLACE = 8
_COMPARED_AT_ONCE = 256
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
    """One search in a text. `context` is how much is compared besides a fragment at each place."""

    def __init__(self, text: str, context: int = 0) -> None:
        self.text = text
        self.gave_up = False
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
            if stands_alone(text, position, position + size):
                yield Passage(position, position + size)

    def chains(self, fragments: Sequence[str], joins: Sequence[Join]) -> Iterator[Link]:
        """Every way in which fragments stand in order and near enough, by where they end.

        For each place of the last fragment the nearest chain before it is taken, so what lies
        between is as short as it can be.
        """
        first, *rest = fragments
        found = self.places(first)
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


def first_places(text: str, fragments: Iterable[str]) -> tuple[Passage, ...] | None:
    """The first place of each fragment, in whatever order; None where one stands nowhere.

    Each fragment costs a pass over the text.
    """
    found = []
    for fragment in fragments:
        place = next(Search(text).places(fragment), None)
        if place is None:
            return None
        found.append(place)
    return tuple(found)


_COMMON_EDGES = " \n.,"
"""Looked at first, only because they are what there mostly is beside a quote."""
_SILENT = frozenset(
    chr(code) for code, new in MARKS.items() if not new and unicodedata.category(chr(code)) == "Cf"
)
_PROCLITICS = frozenset("وفبلكس")
_ARTICLE = "ال"
_LONGEST_HEAD = 4  # و + ل + ال


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends at the edge of a word.

    The particles that Arabic writes together with the next word (and, so, in, to, like, will) may
    stay outside: quoting التخصيب from والتخصيب quotes a whole word.
    """
    if end < len(text) and text[end] not in _COMMON_EDGES and _tied(text, end):
        return False
    if not start or text[start - 1] in _COMMON_EDGES or not _tied(text, start):
        return True
    while text[start - 1] in _SILENT:
        start -= 1
    edge = start
    while edge and start - edge < _LONGEST_HEAD and _inside_word(text[edge - 1]):
        edge -= 1
    head = text[edge:start].removesuffix(_ARTICLE)
    return _PROCLITICS.issuperset(head) and not (edge and _inside_word(text[edge - 1]))


def _tied(text: str, edge: int) -> bool:
    """Whether an edge is inside a word: a soft hyphen or a bidi mark there makes no two of it."""
    before, after = edge - 1, edge
    while before >= 0 and text[before] in _SILENT:
        before -= 1
    while after < len(text) and text[after] in _SILENT:
        after += 1
    if before < 0 or after == len(text):
        return False
    return _inside_word(text[before]) and _inside_word(text[after])


def _inside_word(char: str) -> bool:
    """Whether a character ties its neighbours to one word: letters, digits and their marks.

    In scripts that write no spaces between words every edge may be one.
    """
    if char.isascii():
        return char.isalnum() or char == "_"
    return (char.isalnum() or unicodedata.category(char)[0] == "M") and not _unspaced(char)


def _unspaced(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff"  # Hiragana, Katakana
        or "\u3400" <= char <= "\u9fff"  # Han
        or "\u0e00" <= char <= "\u0eff"  # Thai, Lao
        or "\u1000" <= char <= "\u109f"  # Burmese
        or "\u1780" <= char <= "\u17ff"  # Khmer
        or "\U00020000" <= char <= "\U0003ffff"
    )
