"""Text for a terminal: nothing in it can act, and right-to-left words stay where they belong.

Files come from strangers, so characters that move the cursor or reorder a line are shown by their
code instead. Right-to-left runs are isolated (UAX #9: FSI … PDI), so that a terminal that knows
bidirectional text paints each in its own cells, and a mark under a word points at that word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

FSI, PDI, LRM = "\u2068", "\u2069", "\u200e"

_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_RTL = frozenset({"R", "AL", "RLE", "RLO"})
_TAB = "    "


def visible(char: str) -> str:
    """A character as it may be shown: itself, or a code that cannot act on the terminal."""
    if " " <= char <= "~":
        return char
    if char == "\t":
        return _TAB
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Co", "Zl", "Zp") or char in _BIDI_CONTROLS:
        return f"<U+{ord(char):04X}>"
    return char


def width(text: str) -> int:
    """How many cells a text takes: combining and format characters none, wide ones two."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def safe(text: str) -> str:
    """A text on one line of a terminal: harmless, with right-to-left runs isolated."""
    return isolated("".join(" " if char == "\n" else visible(char) for char in text))


def isolated(text: str) -> str:
    """The text with each right-to-left run isolated; numbers and marks within a run stay in it."""
    if text.isascii():
        return text
    pieces: list[str] = []
    end = 0
    for start, stop in _runs(text):
        pieces += [text[end:start], FSI, text[start:stop], PDI]
        end = stop
    return "".join([*pieces, text[end:]])


def _runs(text: str) -> Iterable[tuple[int, int]]:
    """Where right-to-left runs begin and end: from one such letter to the last before a Latin one.

    A combining mark after the last letter belongs to it.
    """
    start = last = None
    for index, char in enumerate(text):
        direction = unicodedata.bidirectional(char)
        if direction in _RTL:
            start = index if start is None else start
            last = index + 1
        elif direction == "NSM" and last == index:
            last = index + 1
        elif direction == "L" and start is not None and last is not None:
            yield start, last
            start = last = None
    if start is not None and last is not None:
        yield start, last
