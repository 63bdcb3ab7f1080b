"""Reading the files of a ledger, whatever stands in the way."""

from __future__ import annotations

import hashlib
import os
import stat

from claimtrack.store.bounds import is_inside
from claimtrack.store.walk import FileEntry

MOST_TEXT_BYTES = 64 * 2**20
"""The size from which a captured text is refused: no article has it, an archive may."""


class Unreadable(Exception):  # noqa: N818 - becomes a finding, not an error of the program
    """A file that cannot be read as a claim file, with the reason for a person."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.advice = advice


def read_bytes(entry: FileEntry, most: int) -> bytes:
    """The bytes of a claim file of at most `most` bytes.

    A link is followed only to a target inside the ledger's folder. Raises `Unreadable`.
    """
    _stay_inside(entry)
    return read_regular(entry.path, most)


def read_regular(path: str, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes. Raises `Unreadable`."""
    try:
        status = os.stat(path)  # noqa: PTH116
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("the folder cannot be read", "check its permissions")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a regular file", "a claim file is a plain text file")
        if status.st_size > most:
            raise Unreadable(too_large(status.st_size, most), SPLIT)
        with open(path, "rb") as file:  # noqa: PTH123
            content = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unreadable(
            f"the file cannot be read: {reason}", "see that it is there and may be read"
        ) from None
    if len(content) > most:
        raise Unreadable(too_large(len(content), most), SPLIT)
    return content


def digest(content: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


SPLIT = "split it by article, or raise max-file-bytes in the configuration"
"""What to do about a claim file that is too large."""


def too_large(size: int, most: int) -> str:
    """Why a file is not read, by its size and the most that is read, in bytes."""
    return f"the file has {size / 2**20:.1f} MiB, more than the {most / 2**20:g} MiB that are read"


def _stay_inside(entry: FileEntry) -> None:
    """A link out of the ledger could show any file of the machine in a report."""
    if not is_inside(entry.path, entry.root):
        raise Unreadable(
            "the link leads out of the ledger's folder",
            "put the file itself there, or add the target's folder to the configured ledger",
        )
