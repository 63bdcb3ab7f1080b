"""Progress on stderr: only at a terminal, and only when the work takes more than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 1.0
_EVERY = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """A line that is told how much is done of how much, and says so once in a while."""

    def __init__(self, verb: str, unit: str) -> None:
        self._verb, self._unit = verb, unit
        self._start = monotonic()
        self._said = self._start + _PATIENCE - _EVERY
        self._is_shown = False

    def __call__(self, done: int, total: int) -> None:
        """Say it; a total of 0 is one that nobody knows."""
        now = monotonic()
        if now - self._said < _EVERY:
            return
        self._said, self._is_shown = now, True
        left = (now - self._start) / done * (total - done) if done else 0.0
        rest = f" of {total:,}{self._unit}, {left:.0f} s left" if total else self._unit
        sys.stderr.write(f"{_CLEAR}{self._verb} {done:,}{rest}")
        sys.stderr.flush()

    def wipe(self) -> None:
        """Take the line away, so that it never mixes with what is printed next."""
        if self._is_shown:
            self._is_shown = False
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


@contextmanager
def progress_bar(verb: str, unit: str = "") -> Iterator[Progress | None]:
    """A line to be told how much is done of how much; None where nobody would see it.

    Nor is it of use where the terminal cannot wipe a line.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    progress = Progress(verb, unit)
    try:
        yield progress
    finally:
        progress.wipe()
