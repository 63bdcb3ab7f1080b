"""Reading many claim files, by several processes where there are enough of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.cache.stamps import Stamp
from claimtrack.config import Config
from claimtrack.model.rows import record_of, row_of
from claimtrack.processes import shared_out
from claimtrack.store.load import FileRead, TextFile, read_file
from claimtrack.store.walk import FileEntry

FEW = 200
"""Files that one process reads sooner than others are started."""
_CHUNK = 50


class _Sent(NamedTuple):
    """What was read from one file, as one process hands it to another."""

    rows: list[str]
    """Its document, its texts, and its records."""
    texts: int
    digest: str
    stamp: Stamp
    text_files: tuple[TextFile, ...]


def read_files(
    entries: Sequence[FileEntry],
    config: Config,
    jobs: int,
    progress: Callable[[int, int], None] | None = None,
) -> list[FileRead]:
    """What each claim file holds, in the order of the files."""
    reads: list[FileRead] = []
    for read in _reads(entries, config, jobs):
        reads.append(read)
        if progress is not None:
            progress(len(reads), len(entries))
    return reads


def _reads(entries: Sequence[FileEntry], config: Config, jobs: int) -> Iterator[FileRead]:
    if jobs < 2 or len(entries) < FEW:  # noqa: PLR2004 - two or more
        yield from (read_file(entry, config) for entry in entries)
        return
    chunks = [entries[start : start + _CHUNK] for start in range(0, len(entries), _CHUNK)]

    def work(chunk: Sequence[FileEntry]) -> list[_Sent]:
        return [_sent(read_file(entry, config)) for entry in chunk]

    for found in shared_out(work, chunks, jobs):
        yield from map(_taken, found)


def _sent(read: FileRead) -> _Sent:
    rows = [row_of(one) for one in (read.document, *read.texts, *read.records)]
    return _Sent(rows, len(read.texts), read.digest, read.stamp, read.text_files)


def _taken(sent: _Sent) -> FileRead:
    document, *rest = map(record_of, sent.rows)
    texts, records = rest[: sent.texts], rest[sent.texts :]
    return FileRead(document, records, tuple(texts), sent.digest, sent.stamp, sent.text_files)
