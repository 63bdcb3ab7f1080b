"""What is written where, when a mapping gets a key or a list an entry: each as one insertion.

In block style that is lines of their own below the last entry and its comment, indented as it is;
in flow style it is words before the closing bracket.
"""

from __future__ import annotations

import re

from claimtrack.model.content import Plain
from claimtrack.store.dump import entry_lines, flow, pair_lines
from claimtrack.store.layout import Piece, line_start, next_line, rest_of_line
from claimtrack.store.removal import Span

Insertion = tuple[Span, str]
"""Where something is put, an empty stretch, and what."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def with_pair(text: str, piece: Piece, key: str, value: Plain) -> Insertion:
    """A key with its value, in a mapping that has entries."""
    end = piece.entries[-1][1].end
    if piece.flow:
        return Span(end, end), f", {flow({key: value})[1:-1]}"
    return below(text, end, pair_lines(key, value, piece.start - line_start(text, piece.start)))


def with_entry(text: str, piece: Piece, value: Plain) -> Insertion:
    """An entry at the end of a list."""
    if piece.flow:
        end = piece.entries[-1][1].end if piece.entries else piece.start + 1
        return Span(end, end), (", " if piece.entries else "") + flow(value)
    indent = piece.start - line_start(text, piece.start)
    return below(text, piece.entries[-1][1].end, entry_lines(value, indent))


def below(text: str, end: int, lines: list[str]) -> Insertion:
    """Lines below the one on which something ends, broken as the text breaks its own."""
    at = next_line(text, rest_of_line(text, end))
    found = _LINE_BREAK.search(text)
    line_break = found.group() if found is not None else "\n"
    between = "" if not at or text[at - 1] in "\r\n" else line_break
    return Span(at, at), between + "".join(line + line_break for line in lines)
