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


def text_pieces(
    name: str, encoding: str | None = None, heard: Callable[[int], None] | None = None
) -> Iterator[str]:
    """The text of a file in pieces; of the standard input where its name is `-`.

    Without an encoding it is UTF-8, or UTF-16 with a byte order mark. Bytes that are not of the
    encoding become U+FFFD. `heard` is told the number of bytes of each piece. Raises `UsageError`
    where it cannot be read.
    """
    try:
        if name == STDIN:
            yield from _decoded(sys.stdin.buffer, encoding, heard)
        else:
            with Path(name).open("rb") as file:
                yield from _decoded(file, encoding, heard)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror or error}") from None
    except UnicodeError as error:  # UTF-16 without a mark, say
        raise UsageError(f"{name}: cannot be read as {encoding}: {error}") from None


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


def _decoded(
    file: BinaryIO, encoding: str | None, heard: Callable[[int], None] | None
) -> Iterator[str]:
    piece = file.read(_PIECE)
    if encoding is None:
        found = (pair for pair in _MARKS if piece.startswith(pair[0]))
        mark, encoding = next(found, (b"", "utf-8"))
        piece = piece[len(mark) :]
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while piece:
        if heard is not None:
            heard(len(piece))
        yield decoder.decode(piece)
        piece = file.read(_PIECE)
    yield decoder.decode(b"", final=True)
