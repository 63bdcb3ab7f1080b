"""Progress on stderr: only at a terminal, and only when the work takes more than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 1.0
_EVERY = 0.1
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_bar(verb: str) -> Iterator[Callable[[int, int], None] | None]:
    """A function to be told how much is done of how much; None where nobody would see it.

    Nor is it of use where the terminal cannot wipe a line: that is done at the end, so that it
    never mixes with what is printed after it.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    start = monotonic()
    shown = start + _PATIENCE - _EVERY

    def progress(done: int, total: int) -> None:
        nonlocal shown
        now = monotonic()
        if now - shown < _EVERY:
            return
        shown = now
        left = (now - start) / done * (total - done) if done else 0.0
        sys.stderr.write(f"{_CLEAR}{verb} {done:,} of {total:,}, {left:.0f} s left")
        sys.stderr.flush()

    try:
        yield progress
    finally:
        if shown >= start + _PATIENCE:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
