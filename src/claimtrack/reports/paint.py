"""Colour at a terminal, and none elsewhere."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import NamedTuple

from claimtrack.findings import Severity
from claimtrack.text.terminal import UTF_8, safe

_RESET = "\x1b[0m"
_LEVELS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[36m"}


class Paint(NamedTuple):
    """Marks up parts of a line with ANSI colours; a plain one marks nothing up.

    What comes from files and rules goes through `text` first, so that it cannot act.
    """

    on: bool = False
    encoding: str = UTF_8
    """What the terminal can show, as Python's codecs name it."""

    def text(self, text: str) -> str:
        """A text of others, harmless and on one line."""
        return safe(text, self.encoding)

    def severity(self, text: str, severity: Severity) -> str:
        """The colour of a severity."""
        return self._in(_LEVELS[severity], text)

    def place(self, text: str) -> str:
        """A file with line and column."""
        return self._in("\x1b[36m", text)

    def strong(self, text: str) -> str:
        """What to read first."""
        return self._in("\x1b[1m", text)

    def dim(self, text: str) -> str:
        """What may be passed over."""
        return self._in("\x1b[2m", text)

    def good(self, text: str) -> str:
        """That nothing is wrong."""
        return self._in("\x1b[1;32m", text)

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{_RESET}" if self.on and text else text


PLAIN = Paint()


def paint_for(
    *, terminal: bool, environment: Mapping[str, str], encoding: str | None = None
) -> Paint:
    """Whether to colour: `NO_COLOR` never, `FORCE_COLOR` always, else only at a terminal.

    Either counts when it is set to anything but the empty text (no-color.org, force-color.org).
    """
    shows = codecs.lookup(encoding or UTF_8).name
    if environment.get("NO_COLOR"):
        return Paint(on=False, encoding=shows)
    dumb = environment.get("TERM") == "dumb"
    on = bool(environment.get("FORCE_COLOR")) or (terminal and not dumb)
    return Paint(on=on, encoding=shows)
