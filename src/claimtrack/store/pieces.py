"""Reading a long text piece by piece, whatever it holds."""

from __future__ import annotations

import codecs
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import UsageError

STDIN = "-"
_PIECE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def text_pieces(name: str, heard: Callable[[int], None] | None = None) -> Iterator[str]:
    """The text of a file in pieces; of the standard input where its name is `-`.

    It is UTF-8, or UTF-16 with a byte order mark; bytes that are neither become U+FFFD. `heard` is
    told the number of bytes of each piece. Raises `UsageError` where it cannot be read.
    """
    try:
        if name == STDIN:
            yield from _decoded(sys.stdin.buffer, heard)
        else:
            with Path(name).open("rb") as file:
                yield from _decoded(file, heard)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror or error}") from None


def size(names: Iterable[str]) -> int:
    """How many bytes some files have together; 0 where that cannot be known beforehand."""
    total = 0
    for name in names:
        try:
            status = Path(name).stat()
        except (OSError, ValueError):
            return 0
        if name == STDIN or not stat.S_ISREG(status.st_mode):
            return 0
        total += status.st_size
    return total


def _decoded(file: BinaryIO, heard: Callable[[int], None] | None) -> Iterator[str]:
    first = file.read(_PIECE)
    mark, encoding = next((pair for pair in _MARKS if first.startswith(pair[0])), (b"", "utf-8"))
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    piece = first[len(mark) :]
    while piece:
        if heard is not None:
            heard(len(piece))
        yield decoder.decode(piece)
        piece = file.read(_PIECE)
    yield decoder.decode(b"", final=True)
