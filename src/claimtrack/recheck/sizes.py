"""How large a ledger is, which decides how it is checked: in memory, and by how many processes."""

from __future__ import annotations

import os
from collections.abc import Iterable

from claimtrack.memory import at_hand
from claimtrack.store.walk import FileEntry

LARGE = 2**30
"""Bytes of claim files from which they are checked in partitions: some 600,000 claims."""
_OWN, _OTHERS = 8, 4
"""Bytes of memory for each byte of claim files: in the process itself, and in each that it starts
(what they have in common counts once)."""
_PART = 3 / 4
"""How much of the memory that is at hand is taken."""


def fitting(entries: Iterable[FileEntry], jobs: int) -> int:
    """How many of some processes can check claim files in memory; 0 where not even one can."""
    size = sum(map(size_of, entries))
    if size >= LARGE:
        return 0
    room = at_hand()
    if room is None or size == 0:
        return jobs
    room = int(_PART * room)
    if room < _OWN * size:
        return 0
    return max(1, min(jobs, (room - _OWN * size) // (_OTHERS * size)))


def size_of(entry: FileEntry) -> int:
    """The bytes of a claim file; none of one that is not there."""
    try:
        return os.stat(entry.path).st_size  # noqa: PTH116 - one for each of many
    except OSError:
        return 0
