"""How a message shows the words that it is about."""

from collections.abc import Sequence
from typing import Final

__all__ = ["cut", "cut_at", "shown"]

_LONGEST: Final = 60
_REACH: Final = 15
"""Code points within which white space is looked for, to cut there."""
_IN_NUMBER: Final = frozenset(".,:/-٫٬")


def cut(text: str, longest: int = _LONGEST) -> str:
    """Give a text on one line, cut to so many code points, between words where it can be."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: cut_at(line, longest - 1)].rstrip() + "…"


def cut_at(chars: Sequence[str], end: int) -> int:
    """Where to cut some characters at `end` or a little before it.

    That is at white space where some is near, else not within a number; at `end` itself where there
    is neither. The reverse of a text is cut by the same rule at its beginning.
    """
    if end >= len(chars):
        return len(chars)
    for place in range(end, max(end - _REACH, 0), -1):
        if chars[place].isspace():
            return place
    place = end
    while place and _is_of_number(chars[place - 1]) and _is_of_number(chars[place]):
        place -= 1
    return place or end


def _is_of_number(char: str) -> bool:
    return char.isdecimal() or char in _IN_NUMBER


def shown(text: str) -> str:
    """Quote a text for a message, on one line and cut to sixty code points."""
    cut_off = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return repr(cut_off)
