"""The part of a long text that is being read, and where in the text it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_KEPT = 1 << 18
"""What has been read is let go from so many characters on, not at every step."""


class Place(NamedTuple):
    """A place in a feed: its line and column, from 1, in code points, and the record's number.

    Records are counted from 1 in the order in which they stand, those that cannot be read too.
    """

    line: int
    column: int
    record: int = 0

    def __str__(self) -> str:
        """The place as editors of text take it, and the number: `12:5 (record 7)`."""
        return f"{self.line}:{self.column}" + (f" (record {self.record})" if self.record else "")


START = Place(1, 1)


class Window:
    """Reads pieces of a text one after the other and keeps what is still to be looked at.

    `text` is what is at hand and `at` how far it has been read; `more` adds the next piece.
    """

    def __init__(self, pieces: Iterable[str], start: Place = START) -> None:
        self._pieces = iter(pieces)
        self._line, self._column = start.line, start.column
        self.text = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Add the next piece; tell whether there was one."""
        piece = next(self._pieces, None)
        if piece is None:
            self.ended = True
            return False
        if self.at > _KEPT:
            # One character stays, for what looks behind.
            self.text, self.at = self.text[self.at - 1 :], 1
        self.text += piece
        return True

    def fill(self, length: int) -> bool:
        """See that so many characters are at hand, if the text has them; tell whether it has."""
        while len(self.text) - self.at < length:
            if not self.more():
                return False
        return True

    def skip_space(self) -> str:
        """Go to the next character that is not white space, and give it; empty at the end."""
        while True:
            rest = self.text[self.at : self.at + 1]
            if not rest:
                if not self.more():
                    return ""
            elif rest.isspace() or rest == "\ufeff":
                self.go(self.at + 1)
            else:
                return rest

    def go(self, to: int) -> None:
        """Count what stands between here and a later position of `text` as read."""
        lines = self.text.count("\n", self.at, to)
        if lines:
            self._line += lines
            self._column = to - self.text.rindex("\n", self.at, to)
        else:
            self._column += to - self.at
        self.at = to

    def place(self) -> Place:
        """Where the text has been read to."""
        return Place(self._line, self._column)
