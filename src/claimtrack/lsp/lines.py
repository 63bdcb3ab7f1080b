"""Places in a text as an editor counts them: lines and columns from 0, columns in code units.

LSP 3.17 counts UTF-16 units unless client and server agree on another encoding: a letter of Arabic
is one unit, an emoji two. Lines end as in a claim file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack.text.lines import LINE_BREAK

UTF_16 = "utf-16"

_UNITS: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
        UTF_16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
        "utf-32": len,
    }
)
"""How many units a text takes, by the name of the encoding."""


class Lines:
    """A text with the offsets at which its lines begin."""

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        self.text = text
        self._units = _UNITS[encoding]
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def offset(self, line: int, character: int) -> int:
        """The offset, in code points, of a place; one behind the end of a line is its end."""
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        behind = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        written = self.text[start:behind].rstrip("\r\n")
        if written.isascii():
            return start + min(character, len(written))
        left = character
        for place, sign in enumerate(written):
            left -= self._units(sign)
            if left < 0:
                return start + place
        return start + len(written)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self.text[self._starts[line] : offset])

    def place_of(self, line: int, column: int) -> tuple[int, int]:
        """The same for a line and column as findings have them: from 1, in code points."""
        if line > len(self._starts):
            return self.place(len(self.text))
        return self.place(min(self._starts[line - 1] + column - 1, len(self.text)))
