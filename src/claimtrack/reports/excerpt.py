"""An excerpt of a file with a mark under what a finding is about."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.findings import Location
from claimtrack.text.terminal import LRM, isolated, visible, width

# The same line breaks that the YAML parsers count.
_BREAK = re.compile("\r\n|[\r\n]")

WIDEST = 96
"""Cells of a line that are shown; a longer one is cut around the mark."""


class Excerpt(NamedTuple):
    """One line of a file, ready for a terminal, and where to draw the mark."""

    number: int
    text: str
    indent: int
    length: int


def lines_of(text: str) -> list[str]:
    """The lines of a claim file, counted as its parser counts them."""
    return _BREAK.split(text)


def excerpt(lines: list[str], place: Location) -> Excerpt | None:
    """The line of a place, or None where the file does not have it.

    The line is split at the mark's ends before right-to-left runs are isolated, so the marked
    words take the cells under which the mark is drawn, whether the terminal reorders or not.
    """
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    end = max(min(end, len(line)), start)
    before, marked, after = (
        "".join(map(visible, part)) for part in (line[:start], line[start:end], line[end:])
    )
    before, marked, after = _cut(before, marked, after)
    shown = LRM + isolated(before) + isolated(marked) + isolated(after)
    plain = shown.isascii() or shown[1:].isascii()
    return Excerpt(
        place.line,
        (shown[1:] if plain else shown).rstrip(),
        width(before),
        max(1, width(marked)),
    )


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if len(marked) > WIDEST:
        marked = marked[: WIDEST - 1] + "…"
    room = WIDEST - len(marked)
    if len(before) > room:
        keep = max(12, room // 2)
        before = "…" + before[-keep:]
    room = max(0, room - len(before))
    if len(after) > room:
        after = after[:room] + "…"
    return before, marked, after
