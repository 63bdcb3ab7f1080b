"""Words of a text with their places, under the widest folding: only for finding and showing.

Two words are alike here where they differ in case, punctuation or Arabic spelling at most. Nothing
is verified by this likeness.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claimtrack.text.folding import Folded, fold, respell
from claimtrack.text.regex import regex

MOST_PLACES = 40
"""Places of one word that are kept; a commoner word says little about where a passage is."""
_BLOCK = 1 << 12
_WORD = regex(r"\w+(?:['’.,٫٬]\w+)*")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the original, in code points."""

    wide: str
    start: int
    end: int


def words(text: str, most: int | None = None) -> list[Word]:
    """The words of a text, numbers with their decimal marks among them: the first `most`, or all.

    Linear in the length of the text.
    """
    folded = respell(fold(text))
    return _placed(folded, islice(_WORD.finditer(folded.text), most))


def wide_words(text: str) -> list[str]:
    """The words of a text as they are compared, without their places."""
    return [word.casefold() for word in _WORD.findall(respell(fold(text)).text)]


def _placed(text: Folded, matches: Iterable[re.Match[str]]) -> list[Word]:
    original = text.original
    return [
        Word(match.group().casefold(), original(match.start()), original(match.end()))
        for match in matches
    ]


class NumberedWords:
    """The words of a text by their number, at little more than the cost of counting them.

    Kept are the first places of each word, and where each block of the text begins; any stretch of
    words is read again from its block. So a text of many megabytes is gone through once, and no
    object is made for each of its words.
    """

    def __init__(self, text: Folded) -> None:
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._first_words: list[int] = []
        self._positions: list[int] = []
        self._size = 0
        for start, end in _blocks(text.text):
            self._first_words.append(self._size)
            self._positions.append(start)
            self._number(_WORD.findall(text.text, start, end))

    def _number(self, found: Sequence[str]) -> None:
        for number, wide in enumerate(map(str.casefold, found), self._size):
            places = self._places[wide]
            if len(places) < MOST_PLACES:
                places.append(number)
        self._size += len(found)

    def __len__(self) -> int:
        """How many words there are."""
        return self._size

    def places(self, wide: str) -> Sequence[int]:
        """The numbers of the first words that are this one, in order: `MOST_PLACES` at most."""
        return self._places.get(wide, ())

    def stretch(self, first: int, last: int) -> list[Word]:
        """The words from number `first` to `last` (exclusive)."""
        block = bisect_right(self._first_words, first) - 1
        skipped = self._first_words[block]
        matches = _WORD.finditer(self._text.text, self._positions[block])
        return _placed(self._text, islice(matches, first - skipped, last - skipped))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """A text cut at spaces, which stand in no word."""
    start = 0
    while (space := text.find(" ", start + _BLOCK)) >= 0:
        yield start, space
        start = space
    yield start, len(text)
