"""How large a ledger is, which decides whether it is checked in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable

from claimtrack.store.walk import FileEntry

LARGE = 2**30
"""Bytes of claim files from which they are checked in partitions: some 600,000 claims."""


def is_large(entries: Iterable[FileEntry]) -> bool:
    """Whether claim files are checked in partitions though nobody asked for it."""
    return sum(map(size_of, entries)) >= LARGE


def size_of(entry: FileEntry) -> int:
    """The bytes of a claim file; none of one that is not there."""
    try:
        return os.stat(entry.path).st_size  # noqa: PTH116 - one for each of many
    except OSError:
        return 0
