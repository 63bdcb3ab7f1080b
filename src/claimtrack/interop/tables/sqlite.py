"""SQLite: one file with every table, views for editors, and full-text search on folded words.

The database is made in memory and given as its bytes, so that nothing here touches a disk. Equal
ledgers give equal bytes under one version of SQLite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.resources import files

from claimtrack.errors import UsageError
from claimtrack.interop.exporting import Context, Exporter, OutputFile
from claimtrack.interop.tables import schema
from claimtrack.interop.tables.column import Cell
from claimtrack.interop.tables.passages import add_passages
from claimtrack.interop.tables.sheets import Sheet, sheets
from claimtrack.model import Ledger

_PIECE = 1 << 20
"""Bytes in one piece of the output."""


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    yield OutputFile("ledger.sqlite", _pieces(ledger, context))


def _pieces(ledger: Ledger, context: Context) -> Iterator[bytes]:
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(database, sheets(ledger, context))
        content = memoryview(database.serialize())
    except sqlite3.OperationalError as error:
        if "fts5" in str(error):
            raise UsageError("this Python's SQLite has no full-text search (FTS5)") from None
        raise
    finally:
        database.close()
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE].tobytes()


def _fill(database: sqlite3.Connection, given: Iterable[Sheet]) -> None:
    database.execute(f"PRAGMA user_version = {schema.VERSION}")
    database.execute("BEGIN")
    tables = []
    for table, rows in given:
        database.execute(schema.create_table(table))
        database.executemany(schema.insert(table), map(_row, rows))
        tables.append(table)
    for table in tables:
        for statement in schema.create_indexes(table):
            database.execute(statement)
    add_passages(database, tables)
    database.execute("COMMIT")
    database.executescript((files(__package__) / "views.sql").read_text(encoding="utf-8"))


def _row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row as SQLite keeps it: a moment as text that sorts, a boolean as 0 or 1."""
    return tuple(
        cell.isoformat(timespec="minutes") if isinstance(cell, datetime) else cell for cell in row
    )


SQLITE = Exporter(
    name="sqlite",
    summary="One database with foreign keys, full-text search and views.",
    export=_export,
    binary=True,
)
