"""An excerpt of a file with a mark under what a finding is about."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.findings import Location
from claimtrack.text.excerpt import cut_at
from claimtrack.text.terminal import FSI, LRM, UTF_8, can_show, isolated, visible, width

WIDEST = 96
"""Cells of a line that are shown; a longer one is cut around the mark."""

_LEAST = 12
"""Cells that are shown before a mark however long it is."""


class Excerpt(NamedTuple):
    """One line of a file, ready for a terminal, and where to draw the mark."""

    number: int
    text: str
    indent: int
    length: int


def excerpt(lines: list[str], place: Location, encoding: str = UTF_8) -> Excerpt | None:
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
    cells = [visible(char, encoding) for char in line]
    dots = "…" if can_show("…", encoding) else "..."
    before, marked, after = _cut(cells[:start], cells[start:end], cells[end:], dots)
    after = after.rstrip()
    text = "".join(isolated(part, encoding) for part in (before, marked, after))
    return Excerpt(
        place.line,
        LRM + text if FSI in text else text,
        width(before),
        max(1, width(marked)),
    )


def _cut(before: list[str], marked: list[str], after: list[str], dots: str) -> tuple[str, str, str]:
    """The three parts of a line in some `WIDEST` cells; the mark is cut last."""
    shown = _head(marked, WIDEST, dots)
    room = WIDEST - width(shown)
    lead = "".join(before)
    if width(lead) > max(_LEAST, room):
        lead = dots + _tail(before, max(_LEAST, room // 2))
    return lead, shown, _head(after, max(0, room - width(lead)), dots)


def _head(chars: list[str], cells: int, dots: str) -> str:
    """The first characters that fit into so many cells, and dots for the rest."""
    if width("".join(chars)) <= cells:
        return "".join(chars)
    return "".join(chars[: cut_at(chars, _fitting(chars, cells - len(dots)))]) + dots


def _tail(chars: list[str], cells: int) -> str:
    """The last characters that fit into so many cells, the first of them not a mark."""
    back = chars[::-1]
    kept = back[: cut_at(back, _fitting(back, cells))]
    while kept and not width(kept[-1]):
        kept.pop()
    return "".join(reversed(kept))


def _fitting(chars: list[str], cells: int) -> int:
    """How many of the first characters take so many cells at most."""
    for count, char in enumerate(chars):
        cells -= width(char)
        if cells < 0:
            return count
    return len(chars)
