"""A text that is gone through twice, though it may come from a pipe and be of any length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1 << 20
"""Bytes of a text from which it waits on the disk."""
_PIECE = 1 << 16


@contextmanager
def put_aside() -> Iterator[Aside]:
    """A place for a text, as long as the context lasts."""
    # Line breaks stay as they are, and so does what is no character.
    with SpooledTemporaryFile(
        IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
    ) as file:
        yield Aside(file)


class Aside:
    """What has been read of a text, to be read again."""

    def __init__(self, file: SpooledTemporaryFile[str]) -> None:
        self._file = file

    def keeping(self, pieces: Iterable[str]) -> Iterator[str]:
        """Hand on the pieces of a text, and keep each."""
        for piece in pieces:
            self._file.write(piece)
            yield piece

    def again(self) -> Iterator[str]:
        """What was kept, from its beginning, in pieces."""
        self._file.seek(0)
        return iter(partial(self._file.read, _PIECE), "")
