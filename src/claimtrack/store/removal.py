"""Which stretches of a file go when entries are removed: lines in block style, commas in flow.

A comment on the line of a removed entry goes with it; one on a line of its own stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from claimtrack.store.layout import Piece, behind_line, between, line_start, next_line, rest_of_line

Place = tuple[int, ...]
"""Where an entry stands: the positions on the way to it from the root."""


class Span(NamedTuple):
    """A stretch of text by offsets in code points, the end exclusive."""

    start: int
    end: int


def closure(root: Piece, removed: Iterable[Place]) -> set[Place]:
    """The places to remove: those given, and every list or mapping that they would leave empty.

    Raises `ValueError` where nothing would be left of a record or of the file, and where an anchor
    would go that an alias may need.
    """
    wanted, every = set(removed), set(removed)
    for depth in range(max(map(len, every), default=0), 0, -1):
        for parent in {place[:-1] for place in every if len(place) == depth}:
            entries = len(root.at(parent).entries)
            if not all((*parent, position) in every for position in range(entries)):
                continue
            if parent not in wanted and _is_record(root, parent):
                raise ValueError("nothing would be left of the record; remove the whole record")
            if not parent:
                raise ValueError("nothing would be left in the file; remove the file itself")
            every.add(parent)
    for place in every:
        if any(piece.anchored for piece in root.at(place).all()):
            raise ValueError("what is to be removed holds an anchor, which others may use")
    return every


def _is_record(root: Piece, place: Place) -> bool:
    if not place:
        return False
    section = root.entries[place[0]][0]
    alone = section is not None and section.text == "article"
    return len(place) == (1 if alone else 2)


def removals(text: str, root: Piece, removed: set[Place]) -> Iterator[Span]:
    """The stretches of text that hold the removed entries, in no order."""
    topmost = sorted(
        place
        for place in removed
        if not any(place[:length] in removed for length in range(1, len(place)))
    )
    for parent, places in groupby(topmost, key=lambda place: place[:-1]):
        piece = root.at(parent)
        for first, last in _runs([place[-1] for place in places]):
            yield from _run(text, piece, first, last)


def _runs(positions: list[int]) -> list[tuple[int, int]]:
    """Neighbouring positions as pairs of first and last."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs


def _run(text: str, parent: Piece, first: int, last: int) -> Iterator[Span]:
    """The stretches of neighbouring entries that are removed, of one list or mapping."""
    start, end = _start(text, parent, first), parent.entries[last][1].end
    is_last = last == len(parent.entries) - 1
    if parent.flow:
        yield _in_flow(text, parent, Span(start, end), None if not is_last else first)
    elif text[line_start(text, start) : start].strip():
        # The first entry of `- id: x`: the dash stays, and what follows moves up to it.
        yield Span(start, behind_line(text, end))
    else:
        for position in range(first, last + 1):
            begin = line_start(text, _start(text, parent, position))
            close = rest_of_line(text, parent.entries[position][1].end)
            yield Span(begin, next_line(text, close))


def _start(text: str, parent: Piece, position: int) -> int:
    """Where an entry starts: at its key, or in a block list at its dash."""
    key, value = parent.entries[position]
    if key is not None:
        return key.start
    if parent.flow:
        return value.start
    before = parent.entries[position - 1][1].end if position else parent.start
    return between(text, before)


def _in_flow(text: str, parent: Piece, span: Span, last_from: int | None) -> Span:
    """An entry in flow style with its comma: the one behind it, or for the last the one before."""
    if last_from is None:
        comma = between(text, span.end)
        return Span(span.start, behind_line(text, comma + 1))
    before = parent.entries[last_from - 1][1].end
    if "#" not in text[before : span.start]:
        return Span(before, _with_comment(text, span.end))
    # The comment on the line of the entry before stays, and so does its comma: YAML allows that.
    comma = between(text, span.end)
    end = _with_comment(text, comma + 1 if text[comma : comma + 1] == "," else span.end)
    start, close = line_start(text, span.start), rest_of_line(text, end)
    behind = next_line(text, close)
    has_own_lines = behind > close and not text[start : span.start].strip()
    return Span(start, behind) if has_own_lines else Span(span.start, end)


def _with_comment(text: str, offset: int) -> int:
    """The offset behind a comment on the same line; blanks without a comment are left alone."""
    end = rest_of_line(text, offset)
    return end if "#" in text[offset:end] else offset
