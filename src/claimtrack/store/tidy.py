"""A claim file laid out as a dump would lay it out, with every word and comment of its author.

What is said, and how each text is quoted, is the author's; where it stands is not. Sections are
parted by a blank line, each level is two columns deeper, entries of lists are below their key by as
much, and brackets on one line are spaced alike. The result is read again: it is given only if it
says the same and has the same comments.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.store.decode import BOM
from claimtrack.store.edits import same_outline
from claimtrack.store.layout import BLANKS, Piece, between, comments, layout, line_start

_STEP = 2
_BREAK = re.compile(r"\r\n|\r|\n")
_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*[ \t]*)+")
"""The anchor and the tag of a value."""


class _Remarks(NamedTuple):
    """The comments between two things: on the line of the first, and on lines of their own.

    An own line is a column and a comment, or a column and nothing where lines are blank.
    """

    beside: str
    own: list[tuple[int, str]]


def tidy(text: str) -> str:
    """The text of a claim file in its canonical layout.

    Raises `ValueError`, with the reason for a person, where it is not YAML or cannot be laid out
    without a change of what it says.
    """
    if text.startswith(BOM):
        return BOM + tidy(text[1:])
    root = layout(text)
    if root is None:
        return text
    if between(text, root.end) < len(text):
        raise ValueError("something follows the first document; split the file first")
    found = _BREAK.search(text)
    done = (found[0] if found else "\n").join([*_Layout(text).file(root), ""])
    if not same_outline(text, done) or [*comments(text)] != [*comments(done)]:
        raise ValueError("it cannot be laid out without a change of what it says; do it by hand")
    return done


class _Layout:
    """Writes the lines of one file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []

    def file(self, root: Piece) -> list[str]:
        """All of them: what stands before the root and behind it as well."""
        head = self.text[: root.start]
        directives = [
            line for line in _BREAK.split(head) if line[:1] in ("%", "-") and line.strip()
        ]
        if directives:
            kept = head.rfind(directives[-1]) + len(directives[-1])
            self.lines = [line.rstrip(BLANKS) for line in _BREAK.split(head[:kept])]
        else:
            kept = 0
        if _is_block(root):
            end = self.block(root, 0, kept)
        else:
            self.remarks(kept, root.start, 0)
            self.lines.append(self.inline(root, 0))
            end = root.end
        self.remarks(end, len(self.text), 0, at_end=True)
        return self.lines

    def block(self, piece: Piece, indent: int, end: int) -> int:
        """Write the entries of a list or mapping in block style; give where the last one ends."""
        for place, (key, value) in enumerate(piece.entries):
            start = between(self.text, end)
            sign = start if key is None else key.start
            if start != sign or (key is None and self.text[start] != "-"):
                raise ValueError(f"line {self.line(start)} has a key with a mark of its own (?)")
            self.remarks(end, start, indent, parted=indent == 0 and place > 0)
            end = self.entry(key, value, indent, start)
        return end

    def entry(self, key: Piece | None, value: Piece, indent: int, start: int) -> int:
        """Write one entry, which begins at `start`; give where it ends."""
        head = "-" if key is None else f"{self.written(key)}:"
        behind = (start if key is None else between(self.text, key.end)) + 1
        if value.start == value.end:
            self.lines.append(" " * indent + head)
            return max(behind, value.end)
        if _is_block(value):
            return self.nested(head, value, indent, behind)
        column = start - line_start(self.text, start)
        remarks = self.remarks_in(behind, value.start)
        shown = self.inline(value, indent - column)
        if _BREAK.search(self.text, behind, value.start) is None:
            self.lines.append(f"{' ' * indent}{head} {shown}")
        else:
            self.lines.append(" " * indent + head)
            self.write(remarks, indent + _STEP, column + _STEP)
            self.lines.append(" " * (indent + _STEP) + shown)
        return value.end

    def nested(self, head: str, value: Piece, indent: int, behind: int) -> int:
        """Write an entry whose value is a list or mapping on lines of its own."""
        properties = self.properties(value)
        self.lines.append(" " * indent + (f"{head} {properties}" if properties else head))
        here = len(self.lines)
        end = value.start + len(properties) if properties else behind
        done = self.block(value, indent + _STEP, end)
        dash, first = self.lines[here - 1 : here + 1]
        if dash.strip() == "-" and first.strip() and not first.lstrip().startswith("#"):
            self.lines[here - 1 : here + 1] = [f"{dash} {first.lstrip(' ')}"]
        return done

    def properties(self, value: Piece) -> str:
        """The anchor and tag of a list or mapping; those of its first key are not its own."""
        first = value.entries[0][0]
        found = _PROPERTIES.match(self.text, value.start)
        if found is None or (first is not None and first.start == value.start):
            return ""
        return found[0].rstrip(BLANKS)

    # Comments and blank lines

    def remarks(
        self, start: int, end: int, indent: int, *, parted: bool = False, at_end: bool = False
    ) -> None:
        """Write what stands between two entries, of which the second begins at `end`."""
        found = self.remarks_in(start, end)
        if parted and not any(not comment for _, comment in found.own):
            found.own.insert(0, (0, ""))
        column = 0 if at_end else end - line_start(self.text, end)
        self.write(found, indent, column)
        if at_end:
            while self.lines and not self.lines[-1]:
                self.lines.pop()

    def remarks_in(self, start: int, end: int) -> _Remarks:
        """What stands between two offsets, blank lines in a row as one."""
        first, *others = _BREAK.split(self.text[start:end])
        own: list[tuple[int, str]] = []
        for line in others[:-1] if end < len(self.text) else others:
            comment = line.strip(BLANKS)
            if comment or not own or own[-1][1]:
                own.append((len(line) - len(line.lstrip(BLANKS)), comment))
        beside = first.strip(BLANKS)
        if beside and start == 0:  # the file begins with a comment
            return _Remarks("", [(0, beside), *own])
        return _Remarks(beside, own)

    def write(self, found: _Remarks, indent: int, column: int) -> None:
        """Write comments beside the last line and below it.

        One that stands deeper than the entry that follows, at `column`, stays as much deeper.
        """
        if found.beside and self.lines:
            self.lines[-1] += f"  {found.beside}"
        for at, comment in found.own:
            if comment:
                self.lines.append(" " * (indent + max(0, at - column)) + comment)
            elif self.lines and self.lines[-1]:
                self.lines.append("")

    # Values

    def inline(self, piece: Piece, shift: int) -> str:
        """A value that is not in block style, its further lines moved as the first was."""
        flow = self.flow(piece)
        if flow is not None:
            return flow
        first, *others = _BREAK.split(self.written(piece))
        moved = (_moved(line, shift) for line in others)
        return "\n".join([first, *moved])

    def flow(self, piece: Piece) -> str | None:
        """A value on one line with its brackets spaced; None where it has lines, or comments."""
        written = self.written(piece)
        if piece.kind in ("scalar", "alias"):
            return None if _BREAK.search(written) else written
        opener = "{" if piece.kind == "mapping" else "["
        if not written.startswith(opener) or _BREAK.search(written):
            return None
        parts = []
        for key, value in piece.entries:
            shown = "" if value.start == value.end else self.flow(value)
            if shown is None:
                return None
            if key is not None:
                colon = ":" if self.text[between(self.text, key.end)] == ":" else ""
                shown = " ".join(filter(None, (f"{self.written(key)}{colon}", shown)))
            parts.append(shown)
        return f"{opener}{', '.join(parts)}{'}' if opener == '{' else ']'}"

    def written(self, piece: Piece) -> str:
        """A piece as its author wrote it."""
        return self.text[piece.start : piece.end]

    def line(self, offset: int) -> int:
        """The number of the line of an offset, from 1."""
        return len(_BREAK.split(self.text[:offset]))


def _is_block(piece: Piece) -> bool:
    return piece.kind in ("mapping", "list") and not piece.flow and bool(piece.entries)


def _moved(line: str, shift: int) -> str:
    """A line moved to the right, or to the left as far as it is blank."""
    if not line.strip(BLANKS):
        return line
    bare = line.lstrip(" ")
    return " " * max(0, len(line) - len(bare) + shift) + bare
