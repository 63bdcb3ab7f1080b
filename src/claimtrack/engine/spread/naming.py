"""Records by name, for the groups that ask for them: one database a partition, written once."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claimtrack.cache.packed import hashed
from claimtrack.engine.spread.plan import Plan

LEDGER = "named"
"""The databases of what the claim files hold."""
_OPEN = 64
"""Databases that a task keeps open."""


class Homes(NamedTuple):
    """Which kinds of record a set of databases holds, and in which partitions there is one."""

    databases: str
    kinds: frozenset[str]
    partitions: int
    """As bits."""


def build_names(plan: Plan, databases: str, listed: str, partition: int) -> frozenset[str]:
    """Write the database of one partition of names, and give the kinds that are in it."""
    kinds: set[str] = set()

    def rows() -> Iterator[tuple[str, bytes, int, bytes]]:
        for line in plan.gather(listed, plan.names, partition):
            number, called, row = line.split("\t", 2)
            kind, name = json.loads(called)
            kinds.add(kind)
            yield kind, _bytes(name), int(number), _bytes(row)

    path = plan.path(f"{databases}-{partition}")
    handle, temporary = tempfile.mkstemp(suffix=".tmp", dir=plan.folder)
    os.close(handle)
    try:
        # Locks are of no use in a file of one's own, and not every network has them.
        uri = f"{Path(temporary).as_uri()}?nolock=1"
        with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            database.execute("CREATE TABLE named (kind TEXT, name BLOB, number INTEGER, row BLOB)")
            database.executemany("INSERT INTO named VALUES (?, ?, ?, ?)", rows())
            database.execute("CREATE INDEX by_name ON named (kind, name)")
            database.execute("COMMIT")
        os.replace(temporary, path)  # noqa: PTH105 - texts throughout, as in the walk
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        if isinstance(error, sqlite3.OperationalError):  # the disk is full, or gone
            raise OSError(f"{plan.folder}: {error}") from None
        raise
    return frozenset(kinds)


class Names:
    """Gives the rows of names; it keeps some databases open."""

    def __init__(self, plan: Plan, homes: Iterable[Homes]) -> None:
        self._plan = plan
        self._homes = list(homes)
        self._open: OrderedDict[str, sqlite3.Connection] = OrderedDict()

    def named(self, kind: str, name: str) -> list[tuple[int, str]]:
        """Number and row of each record of a kind and a name, in the order of reading."""
        partition = hashed(kind, name) % self._plan.partitions
        query = "SELECT number, row FROM named WHERE kind = ? AND name = ? AND number >= 0"
        return [
            (number, _text(row))
            for home in self._homes
            if kind in home.kinds and home.partitions >> partition & 1
            for number, row in sorted(
                self._database(home, partition).execute(query, (kind, _bytes(name)))
            )
        ]

    def holds(self, kind: str, name: str) -> bool:
        """Whether there is one of that kind and name in the ledger, broken or not."""
        partition = hashed(kind, name) % self._plan.partitions
        query = "SELECT 1 FROM named WHERE kind = ? AND name = ? LIMIT 1"
        return any(
            self._database(home, partition).execute(query, (kind, _bytes(name))).fetchone()
            for home in self._homes
            if kind in home.kinds and home.partitions >> partition & 1
        )

    def identifiers(self, kind: str) -> Iterator[str]:
        """Every identifier of a kind in the ledger, those of broken records included."""
        query = "SELECT DISTINCT name FROM named WHERE kind = ?"
        for home in self._homes:
            if home.databases == LEDGER and kind in home.kinds:
                for partition in self._plan.filled(home.partitions, 0):
                    for (name,) in self._database(home, partition).execute(query, (kind,)):
                        yield _text(name)

    def close(self) -> None:
        """Close what is open."""
        while self._open:
            self._open.popitem()[1].close()

    def _database(self, home: Homes, partition: int) -> sqlite3.Connection:
        name = f"{home.databases}-{partition}"
        if name in self._open:
            self._open.move_to_end(name)
            return self._open[name]
        if len(self._open) >= _OPEN:
            self._open.popitem(last=False)[1].close()
        uri = f"{Path(self._plan.path(name)).as_uri()}?immutable=1"
        database = self._open[name] = sqlite3.connect(uri, uri=True)
        return database


def _bytes(text: str) -> bytes:
    """A text as a database takes it, half characters (lone surrogates) included."""
    return text.encode("utf-8", "surrogatepass")


def _text(found: bytes) -> str:
    return found.decode("utf-8", "surrogatepass")
