"""The opening marks that the paragraphs of one quotation repeat.

A quotation of several paragraphs has an opening mark before each of them and a closing one after
the last (a convention of English typesetting). The repeated marks say
only that the quotation goes on. One after a closing mark is no such mark: there another begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.text.folding import Piece
from claimtrack.text.regex import regex

_BREAK = regex(r'\n\s*\n\s*(["“«]?)')
_CLOSING = {"“": "”", "«": "»"}


def repeated_marks(text: str) -> Iterator[Piece]:
    """Each repeated mark, as what a folding removes. Linear in the text."""
    begun = 0
    for match in _BREAK.finditer(text):
        if match.group(1) and _is_open(text, match.group(1), begun, match.start()):
            yield (*match.span(1), "")
        begun = match.start(1)


def _is_open(text: str, mark: str, start: int, end: int) -> bool:
    """Whether a paragraph ends within a quotation that such a mark opened."""
    closing = _CLOSING.get(mark)
    if closing is None:
        return text.count(mark, start, end) % 2 == 1
    return text.rfind(mark, start, end) > text.rfind(closing, start, end)
