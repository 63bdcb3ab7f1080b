"""A check of the whole ledger, and the index that comes of it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Sequence

from claimtrack.cache.database import Database, written
from claimtrack.cache.folder import made
from claimtrack.engine.index import Builder, Unit
from claimtrack.engine.run import run
from claimtrack.model import CapturedText, Ledger, Record
from claimtrack.recheck.files import FileRow
from claimtrack.recheck.keep import keep
from claimtrack.recheck.reading import read_files
from claimtrack.recheck.request import Checked, Progress, Request
from claimtrack.store.bounds import lies_within
from claimtrack.store.load import ledger_of, read_file
from claimtrack.store.locate import Places
from claimtrack.store.walk import FileEntry


def anew(
    request: Request,
    entries: Sequence[FileEntry],
    reading: Progress | None,
    checking: Progress | None,
) -> Checked:
    """Read and check all of it."""
    config = request.config
    read = read_files(entries, config, request.jobs, reading)
    reads = [
        read_file(entry, config, request.texts[entry.name]) if entry.name in request.texts else one
        for entry, one in zip(entries, read, strict=True)
    ]
    in_part = lies_within(request.paths, config.ledger)
    ledger = ledger_of(entries, reads, config, in_part=in_part)
    units = units_of(ledger)
    builder = None if request.index is None or request.texts else Builder(units)
    result = run(
        ledger,
        request.rules,
        as_of=request.as_of,
        config=config,
        baseline=frozenset(request.baseline),
        progress=checking,
        recorder=builder,
        jobs=request.jobs,
    )
    places: Places = {}
    result = request.finished(result, ledger.read, places)
    files = [unit.document.path for unit in units] + [text.path for text in ledger.texts]
    checked = Checked(result, ledger.read, files)
    if request.index is None or builder is None or not builder.is_sound:
        return checked

    rows = {
        unit.document.path: FileRow.of(number, read, unit)
        for number, (read, unit) in enumerate(zip(reads, units, strict=True))
    }

    def fill(database: Database) -> None:
        builder.fill(database)
        database.put("files", rows.values())
        keep(database, request, result, places, rows, {one.name: one for one in entries})

    if made(os.path.dirname(request.index)):  # noqa: PTH120 - a text
        # Without a place to keep it the result is the same.
        with contextlib.suppress(sqlite3.Error, OSError, TypeError, ValueError):
            written(request.index, request.identity, fill)
    return checked


def units_of(ledger: Ledger) -> list[Unit]:
    """The claim files of a ledger, each with what it gives."""
    records: dict[str, list[Record]] = {document.path: [] for document in ledger.documents}
    texts: dict[str, list[CapturedText]] = {document.path: [] for document in ledger.documents}
    for record in ledger.records:
        records[record.origin.file].append(record)
    for text in ledger.texts:
        texts[text.origin.file].append(text)
    return [Unit(one, records[one.path], texts[one.path]) for one in ledger.documents]
