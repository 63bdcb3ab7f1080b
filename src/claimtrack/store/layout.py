"""A YAML document as it is written: exact extents, block and flow style, anchors and aliases.

The tree of `compose` says what a file means and is made for every file of a run. This one is made
only where a file is about to be edited: it tells an alias from what it stands for, and where an
entry ends rather than where the next one starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.store.compose import MAX_DEPTH
from claimtrack.store.parser import SYNTAX_ERRORS, stream

BLANKS = " \t\r\n"
"""White space of YAML 1.2; other blanks, such as U+00A0, are text."""

_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n,\[\]{}])|^)#[^\r\n]*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?")
_LINE_BREAK = re.compile(r"\r\n|\r|\n|")


class Piece:
    """A scalar, list, mapping or alias; `start` and `end` are offsets in code points from 0.

    A list or mapping has `entries`: pairs of key and value, the key None in a list. `text` is the
    value of a scalar, or the name that an alias gives.
    """

    __slots__ = ("anchored", "end", "entries", "flow", "kind", "start", "text")

    def __init__(self, kind: str, event: Any, text: str = "") -> None:
        self.kind = kind
        self.start: int = event.start_mark.index
        self.end: int = event.end_mark.index
        self.text = text
        self.flow = bool(getattr(event, "flow_style", False))
        self.anchored = kind != "alias" and bool(event.anchor)
        self.entries: list[tuple[Piece | None, Piece]] = []

    def at(self, place: Sequence[int]) -> Piece:
        """The piece at a path of positions."""
        piece = self
        for position in place:
            piece = piece.entries[position][1]
        return piece

    def all(self) -> Iterator[Piece]:
        """The piece itself and everything in it, keys included."""
        yield self
        for key, value in self.entries:
            if key is not None:
                yield from key.all()
            yield from value.all()


def layout(text: str, *, pure: bool = False) -> Piece | None:
    """The root of the first document of a text, or None where it has no content.

    Raises `ValueError` where the text is not YAML, or is nested too deeply to be a claim file.
    """
    builder = _Builder(text)
    pull, events = stream(text, pure=pure)
    kinds = {
        events.ScalarEvent: "scalar",
        events.MappingStartEvent: "mapping",
        events.SequenceStartEvent: "list",
        events.AliasEvent: "alias",
    }
    try:
        while (event := pull()).__class__ not in (events.DocumentEndEvent, events.StreamEndEvent):
            kind = kinds.get(event.__class__)
            if kind is not None:
                text_of = event.value if kind == "scalar" else getattr(event, "anchor", None)
                builder.add(Piece(kind, event, text_of or ""))
            elif event.__class__ in (events.MappingEndEvent, events.SequenceEndEvent):
                builder.close(event.end_mark.index)
    except SYNTAX_ERRORS as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1} " if mark is not None else ""
        raise ValueError(f"{where}is not YAML; mend that first") from None
    return builder.root


def comments(text: str) -> Iterator[str]:
    """The comments of a text, in its order: what stands behind a # between its scalars."""
    root, end = layout(text), 0
    leaves = [] if root is None else [piece for piece in root.all() if not piece.entries]
    for piece in leaves:
        yield from _COMMENT.findall(text[end : piece.start])
        end = piece.end
    yield from _COMMENT.findall(text[end:])


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Piece | None = None
        self.stack: list[Piece] = []
        self.keys: list[Piece | None] = []

    def add(self, piece: Piece) -> None:
        if piece.kind == "scalar":
            self.trim(piece)
        if not self.stack:
            self.root = piece
        elif self.stack[-1].kind == "mapping" and self.keys[-1] is None:
            self.keys[-1] = piece
        else:
            self.stack[-1].entries.append((self.keys[-1], piece))
            self.keys[-1] = None
        if piece.kind in ("list", "mapping"):
            if len(self.stack) >= MAX_DEPTH:
                raise ValueError(f"nested more than {MAX_DEPTH} levels deep")
            self.stack.append(piece)
            self.keys.append(None)

    def trim(self, piece: Piece) -> None:
        """Leave out what follows a block scalar; put an empty value right behind its mark."""
        written = self.text[piece.start : piece.end]
        piece.end = piece.start + len(written.rstrip(BLANKS))
        if not written and self.stack:
            key = self.keys[-1]
            before = key.end if key is not None else self.before_item()
            mark = between(self.text, before)
            is_mark = self.text[mark : mark + 1] in (":", "-") and mark < len(self.text)
            piece.start = piece.end = mark + 1 if is_mark else before

    def before_item(self) -> int:
        parent = self.stack[-1]
        return parent.entries[-1][1].end if parent.entries else parent.start

    def close(self, end: int) -> None:
        piece = self.stack.pop()
        self.keys.pop()
        piece.end = piece.entries[-1][1].end if piece.entries and not piece.flow else end


def between(text: str, offset: int) -> int:
    """The offset of what follows white space and comments."""
    found = _BETWEEN.match(text, offset)
    return found.end() if found is not None else offset


def line_start(text: str, offset: int) -> int:
    """The offset at which the line of an offset starts."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def rest_of_line(text: str, offset: int) -> int:
    """The offset behind the blanks and the comment that follow, before the line break."""
    found = _REST_OF_LINE.match(text, offset)
    return found.end() if found is not None else offset


def behind_line(text: str, offset: int) -> int:
    """The offset of the next thing written, a comment on the rest of this line left out."""
    end = rest_of_line(text, offset)
    while text[end : end + 1] and text[end] in BLANKS:
        end += 1
    return end


def next_line(text: str, offset: int) -> int:
    """The offset behind a line break that stands at an offset; the same one where none does."""
    found = _LINE_BREAK.match(text, offset)
    return found.end() if found is not None else offset
