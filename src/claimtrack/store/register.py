"""What a long import must remember, on disk in place of memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_BEYOND = b"\xff"
"""Comes after every byte of UTF-8."""


class Register:
    """Texts under keys, in a temporary database that goes with the object.

    SQLite keeps a database without a name in memory while it is small, and on disk from then on.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE held (key BLOB PRIMARY KEY, value) WITHOUT ROWID")

    def get(self, key: str) -> str | None:
        """What stands under a key, or None."""
        row = self._database.execute("SELECT value FROM held WHERE key = ?", [_bytes(key)])
        found: tuple[str] | None = row.fetchone()
        return None if found is None else found[0]

    def put(self, key: str, value: str) -> None:
        """Write something down under a key, in the place of what stood there."""
        self._database.execute("INSERT OR REPLACE INTO held VALUES (?, ?)", [_bytes(key), value])

    def among(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The keys that begin so, in order, without that beginning, and what stands there."""
        ends = [_bytes(prefix), _bytes(prefix) + _BEYOND]
        rows = self._database.execute(
            "SELECT key, value FROM held WHERE key >= ? AND key < ? ORDER BY key", ends
        )
        for key, value in rows:
            yield key.decode()[len(prefix) :], value

    def close(self) -> None:
        """Let the database go."""
        self._database.close()


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "replace")
