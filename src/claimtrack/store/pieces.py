"""Reading a long text piece by piece, whatever it holds."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
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


def text_pieces(name: str) -> Iterator[str]:
    """The text of a file in pieces; of the standard input where its name is `-`.

    It is UTF-8, or UTF-16 with a byte order mark; bytes that are neither become U+FFFD. Raises
    `UsageError` where it cannot be read.
    """
    try:
        if name == STDIN:
            yield from _decoded(sys.stdin.buffer)
        else:
            with Path(name).open("rb") as file:
                yield from _decoded(file)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror or error}") from None


def _decoded(file: BinaryIO) -> Iterator[str]:
    first = file.read(_PIECE)
    mark, encoding = next((pair for pair in _MARKS if first.startswith(pair[0])), (b"", "utf-8"))
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    piece = first[len(mark) :]
    while piece:
        yield decoder.decode(piece)
        piece = file.read(_PIECE)
    yield decoder.decode(b"", final=True)
