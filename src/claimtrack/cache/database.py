"""The database of one ledger's index: opened only as it was written here, else made anew.

A cache can be cut off, of another version, or come from a stranger. Nothing in it is run when it is
read: no trigger, no view, no pickled object. What does not look right is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

FORMAT = "claimtrack-index/3"
"""Names the shape; it changes with any table, row or hash."""

TABLES = {
    "meta": "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "files": "CREATE TABLE files (id INTEGER PRIMARY KEY, name TEXT NOT NULL, stamp TEXT NOT NULL,"
    " digest TEXT NOT NULL, texts TEXT NOT NULL, names TEXT NOT NULL)",
    "records": "CREATE TABLE records (id INTEGER PRIMARY KEY, row TEXT NOT NULL)",
    "postings": "CREATE TABLE postings (bucket INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    "findings": "CREATE TABLE findings (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    "skips": "CREATE TABLE skips (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    "made": "CREATE TABLE made (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    "special": "CREATE TABLE special (id INTEGER PRIMARY KEY)",
    "places": "CREATE TABLE places (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    "answers": "CREATE TABLE answers (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID",
}

_LONGEST = 2**28
_PATIENCE = 2.0

CACHE_FAULTS = (
    sqlite3.Error,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
)
"""What reading a damaged or foreign cache may raise; the check then runs without it."""


class Database:
    """One open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives."""
        return iter(self._connection.execute(query, values))

    def value(self, query: str, *values: Any) -> Any:
        """The first value of the first row; None without one."""
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else row[0]

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows, each in the place of one of the same key."""
        width = len(TABLES[table].partition("(")[2].split(","))
        marks = ", ".join("?" * width)
        self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names of the table above

    def drop(self, table: str, ids: Iterable[int | str]) -> None:
        """Remove rows by their key."""
        key = TABLES[table].partition("(")[2].split()[0]
        self._connection.executemany(
            f"DELETE FROM {table} WHERE {key} = ?",  # noqa: S608 - names of the table above
            ((one,) for one in ids),
        )

    def clear(self, table: str) -> None:
        """Remove every row."""
        self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of the table above

    def meta(self, name: str) -> Any:
        """A value of the database as such; None where it has none of that name."""
        found = self.value("SELECT value FROM meta WHERE name = ?", name)
        return None if found is None else json.loads(found)

    def set_meta(self, name: str, value: Any) -> None:
        """Keep a value of the database as such."""
        self.put("meta", [(name, json.dumps(value))])

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of it throughout, whatever others write."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    @contextlib.contextmanager
    def writing(self, generation: int) -> Iterator[bool]:
        """Write all of it or nothing; gives False where another check has written since."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            if self.meta("generation") != generation:
                yield False
                self._connection.rollback()
                return
            self.set_meta("generation", generation + 1)
            yield True
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def opened(path: str, identity: Any) -> Database | None:
    """The index in a file, where it is one of this format and identity; None otherwise."""
    # A link could lead to a database of somebody else.
    if os.path.islink(path) or not os.path.isfile(path):  # noqa: PTH113, PTH114 - texts throughout
        return None
    connection = None
    try:
        connection = _connected(path)
        found = dict(connection.execute("SELECT name, sql FROM sqlite_master"))
        database = Database(connection)
        if found == TABLES and database.meta("identity") == _plain(identity):
            return database
    except CACHE_FAULTS:
        pass
    if connection is not None:
        connection.close()
    return None


def written(path: str, identity: Any, fill: Callable[[Database], None]) -> None:
    """Put a new index in the place of a file in one step. Raises `OSError` or `sqlite3.Error`."""
    import tempfile  # noqa: PLC0415 - to look an answer up needs none

    folder, name = os.path.split(path)
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".tmp", dir=folder)
    os.close(handle)
    try:
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            for table in TABLES.values():
                connection.execute(table)
            database = Database(connection)
            database.set_meta("identity", _plain(identity))
            database.set_meta("generation", 0)
            fill(database)
            connection.commit()
        finally:
            connection.close()
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _plain(identity: Any) -> Any:
    """An identity as it comes back from the database, the format and the machine's order in it."""
    return json.loads(json.dumps([FORMAT, sys.byteorder, identity]))
