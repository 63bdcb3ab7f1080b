"""Where sentences end: enough to show what stands around a passage, or to read on to its end.

A sentence ends at a stop, question or exclamation mark before white space, or at an empty line. An
abbreviation may end one too early; nothing is verified by it.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.text.regex import regex

FARTHEST = 600
"""Code points that are read on either side, whatever stands there."""

_CLOSING = r"[\"'”’»)\]]*"
_END = regex(rf"[.!?؟۔…]{_CLOSING}(?=\s|$)(?:\s*\n\s*\n)?|\n\s*\n")
_QUOTE_OPENS = '"“„«‟'
_QUOTE_CLOSES = '"”»‟'


class Stretch(NamedTuple):
    """From one offset to another, in code points; the end is exclusive."""

    start: int
    end: int


def around(text: str, start: int, end: int) -> Stretch:
    """The sentences in which a passage stands, with the one before and the one after."""
    first = max(0, start - FARTHEST)
    ends = [match.end() for match in _END.finditer(text, first, start)]
    begin = ends[-2] if len(ends) > 1 else first if ends else _word_start(text, first)
    last = min(len(text), end + FARTHEST)
    after = [match.end() for match in _END.finditer(text, max(end - 1, 0), last)]
    after = [place for place in after if place >= end]
    stop = after[1] if len(after) > 1 else last
    return Stretch(min(begin, start), max(stop, end))


def rest(text: str, end: int) -> Stretch:
    """What follows a passage in its sentence, up to a closing quotation mark."""
    last = min(len(text), end + FARTHEST)
    if _END.match(text, max(end - 1, 0)):
        return Stretch(end, end)
    found = _END.search(text, end, last)
    stop = found.start() if found else last
    closing = [place for mark in _QUOTE_CLOSES if (place := text.find(mark, end, stop)) >= 0]
    return Stretch(end, min(closing, default=stop))


def beginning(text: str, start: int) -> Stretch:
    """What stands before a passage in its sentence, from an opening quotation mark on."""
    first = max(0, start - FARTHEST)
    for match in _END.finditer(text, first, start):
        first = match.end()
    opening = [place + 1 for mark in _QUOTE_OPENS if (place := text.rfind(mark, first, start)) >= 0]
    return Stretch(max(opening, default=first), start)


def _word_start(text: str, offset: int) -> int:
    """The offset, moved on to the beginning of a word."""
    while 0 < offset < len(text) and not text[offset - 1].isspace():
        offset += 1
    return offset
