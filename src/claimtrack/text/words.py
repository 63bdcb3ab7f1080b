"""Words of a text with their places, under the widest folding: only for finding and showing.

Two words are alike here where they differ in case, punctuation or Arabic spelling at most. Nothing
is verified by this likeness.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.text.folding import fold, respell

_WORD = re.compile(r"\w+(?:['’.,٫٬]\w+)*")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the original, in code points."""

    wide: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, numbers with their decimal marks among them. Linear in its length."""
    folded = respell(fold(text))
    found = []
    for match in _WORD.finditer(folded.text):
        start, end = match.span()
        wide = match.group().casefold()
        found.append(Word(wide, folded.original(start), folded.original(end)))
    return found
