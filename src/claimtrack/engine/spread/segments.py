"""Files of lines in slots: what one task has for each of many others, in one file.

After the sort-based shuffle of Spark: a file for each task and not for each pair of tasks. The
lines of a slot stand together, compressed; the end of the file says where each slot begins, so that
a reader takes down two numbers and its slot. A file appears whole or not at all, and a task that is
done twice writes the same file twice.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

_WORD = 8
_FAST = 1
"""zlib's level: the lines of a slot shrink to a fifth, at the speed of the disk."""


class Segments:
    """The lines of one file, while they are gathered."""

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._lines: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, slot: int, line: str) -> None:
        """Put a line, which has no line break, into a slot."""
        self._lines[slot].append(line)

    @property
    def used(self) -> int:
        """The slots that hold something, as the bits of a number."""
        return sum(1 << slot for slot in self._lines)

    def write(self, path: str) -> None:
        """Write the file in one step, in the place of one that an earlier attempt left."""
        handle, temporary = tempfile.mkstemp(suffix=".tmp", dir=os.path.dirname(path))  # noqa: PTH120
        try:
            with os.fdopen(handle, "wb") as file:
                self._fill(file)
            os.replace(temporary, path)  # noqa: PTH105 - texts throughout, as in the walk
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
            raise

    def _fill(self, file: BinaryIO) -> None:
        starts = array("Q", [0])
        for slot in range(self._slots):
            lines = self._lines.get(slot)
            if lines:
                text = "\n".join(lines).encode("utf-8", "surrogatepass")
                file.write(zlib.compress(text, _FAST))
            starts.append(file.tell())
        file.write(starts.tobytes())


def lines_of(path: str, slot: int, slots: int) -> Iterator[str]:
    """The lines of one slot of a file that has `slots` of them."""
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(_WORD * (slot - slots - 1), os.SEEK_END)
        start, end = array("Q", file.read(2 * _WORD))
        if start == end:
            return
        file.seek(start)
        data = file.read(end - start)
    yield from zlib.decompress(data).decode("utf-8", "surrogatepass").split("\n")
