"""A check in partitions: by a cluster, or by processes here where the ledger is large.

A run in memory takes some 7 KiB a record, this one a few MiB for each process and the rest on the
disk; it takes longer and keeps no index.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import NamedTuple

from attrs import evolve

from claimtrack.cache.folder import made
from claimtrack.config import Config
from claimtrack.engine.index import Unit
from claimtrack.engine.selection import selected
from claimtrack.engine.spread import Executor, Loaded, Plan, Processes, Sight, spread
from claimtrack.errors import UsageError
from claimtrack.recheck.files import FileRow, Texts
from claimtrack.recheck.request import Checked, Progress, Request
from claimtrack.recheck.sizes import size_of
from claimtrack.store.bounds import lies_within
from claimtrack.store.disk import Files
from claimtrack.store.load import read_file, seen_from
from claimtrack.store.walk import FileEntry

PARTITION = 16 * 2**20
"""Bytes of claim files for each partition; a task of one holds some ten times as much."""
CHUNK = 4 * 2**20
"""Bytes of claim files that one task reads."""
MOST = 4096
"""Partitions, and tasks that read: a file of each of these is opened for each of those."""


class _Piece(NamedTuple):
    """A claim file, and its path seen from the configuration's folder."""

    entry: FileEntry
    inside: str


def in_partitions(
    request: Request,
    entries: Sequence[FileEntry],
    reading: Progress | None = None,
    checking: Progress | None = None,
) -> Checked:
    """Read and check all of it in partitions.

    Raises `UsageError` where the cluster, or a folder to work in, is not there.
    """
    config = request.config
    rules = selected(request.rules, config)
    sizes = [*map(size_of, entries)]
    total = sum(sizes)
    rows: dict[str, FileRow] = {}

    def noted(found: Sequence[FileRow]) -> None:
        rows.update((row.name, row) for row in found)

    # The widest first: what a cluster lacks is said before anything is done.
    with executor_for(request) as (executor, check), _work_folder(request) as folder:
        check(folder)
        plan = Plan(
            folder=folder,
            partitions=max(1, -(-total // _portion(total, PARTITION))),
            rules=rules,
            config=config,
            as_of=request.as_of,
            load=partial(read_chunk, _anywhere(config)),
        )
        sight = Sight(
            rules=request.rules,
            inside=[(one.name, _inside(config, one) or one.name) for one in entries]
            if config.per_path
            else (),
            in_part=lies_within(request.paths, config.ledger),
            baseline=frozenset(request.baseline),
            reading=reading,
            checking=checking,
            aside=noted,
        )
        chunks = [*_chunks(entries, sizes, config, _portion(total, CHUNK))]
        result = spread(plan, chunks, executor, sight)
    texts = Texts(rows, {entry.name: entry for entry in entries}, config)
    files = Files(entries, {}, texts, config)
    result = request.finished(result, files.read)
    return Checked(result, files.read, [*(entry.name for entry in entries), *texts.files])


def read_chunk(config: Config, chunk: Sequence[_Piece]) -> Loaded:
    """Read some claim files; aside is given the row of each that names captured texts."""
    units: list[Unit] = []
    rows: list[FileRow] = []
    for entry, inside in chunk:
        read = read_file(entry, config)
        units.append(Unit(evolve(read.document, inside=inside), read.records, read.texts))
        if read.text_files:
            rows.append(FileRow.of(0, read, units[-1]))
    return Loaded(units, rows)


def _chunks(
    entries: Sequence[FileEntry], sizes: Sequence[int], config: Config, most: int
) -> Iterator[list[_Piece]]:
    """The claim files in their order, `most` bytes to a chunk, as they are found from any folder.

    A file that is larger is a chunk of its own.
    """
    chunk: list[_Piece] = []
    total = 0
    for entry, size in zip(entries, sizes, strict=True):
        if chunk and total + size > most:
            yield chunk
            chunk, total = [], 0
        path, root = os.path.abspath(entry.path), os.path.abspath(entry.root)  # noqa: PTH100
        chunk.append(_Piece(FileEntry(entry.name, path, root), _inside(config, entry)))
        total += size
    if chunk:
        yield chunk


def _inside(config: Config, entry: FileEntry) -> str:
    return seen_from(config.folder, entry.name)


def _anywhere(config: Config) -> Config:
    """The configuration as it is right in any working folder."""
    if config.texts is None:
        return config
    return evolve(config, texts=os.path.abspath(config.texts))  # noqa: PTH100


def _portion(total: int, least: int) -> int:
    """The bytes of a chunk or a partition, so that there are at most `MOST` or a few more."""
    return max(least, -(-total // MOST))


Check = Callable[[str], None]


def executor_for(request: Request) -> AbstractContextManager[tuple[Executor, Check]]:
    """Who does the tasks, and what makes sure that they see a folder."""
    if request.cluster is None:
        return nullcontext((Processes(request.jobs), lambda _: None))
    from claimtrack.recheck.cluster import connected  # noqa: PLC0415 - Dask takes a second

    return connected(request.cluster)


def _work_folder(request: Request) -> AbstractContextManager[str]:
    """A new folder to work in, which is removed at the end."""
    home = request.work
    if home is None and request.index is not None:
        home = os.path.dirname(request.index)  # noqa: PTH120 - a text
    if home is None:
        home = tempfile.gettempdir()
    elif not made(home):
        if request.work is None and request.cluster is None:  # nobody asked for partitions
            return _work_folder(evolve(request, index=None))
        raise UsageError(f"{home}: the folder cannot be written to; --cluster-dir names another")
    return tempfile.TemporaryDirectory(
        prefix="work-",
        dir=os.path.abspath(home),  # noqa: PTH100
        ignore_cleanup_errors=True,
    )
