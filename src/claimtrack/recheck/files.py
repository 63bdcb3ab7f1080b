"""Claim files as an index has them, and whether one is still so."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from typing import NamedTuple

from claimtrack.cache.stamps import ABSENT, UNSURE, Look, Stamp
from claimtrack.config import Config
from claimtrack.engine.index import Unit
from claimtrack.store.bounds import bounds
from claimtrack.store.captured import name_of, plain_text, read_captured
from claimtrack.store.files import Unreadable, read_bytes
from claimtrack.store.load import FileRead
from claimtrack.store.walk import FileEntry


class FileRow(NamedTuple):
    """A claim file as the index has it; what has parts is JSON, compared before it is read."""

    number: int
    name: str
    stamp: str
    digest: str
    """SHA-256 of its bytes; empty for one that could not be read."""
    texts: str
    """Of each captured text that it names: path inside its folder, stamp, and digest."""
    names: str
    """Kind and identifier of its records."""

    @classmethod
    def of(cls, number: int, read: FileRead, unit: Unit) -> FileRow:
        """The row of a file that has been read."""
        return cls(
            number,
            read.document.path,
            read.stamp,
            read.digest,
            json.dumps(read.text_files),
            json.dumps(unit.names, ensure_ascii=False),
        )

    @property
    def named(self) -> list[tuple[str, str]]:
        """Kind and identifier of its records."""
        return [(kind, name) for kind, name in json.loads(self.names)]

    @property
    def text_files(self) -> list[tuple[str, Stamp, str]]:
        """Path, stamp and digest of its captured texts."""
        return [(path, stamp, digest) for path, stamp, digest in json.loads(self.texts)]


COLUMNS = ", ".join(("id", *FileRow._fields[1:]))


def as_kept(row: FileRow, entry: FileEntry, config: Config, look: Look) -> FileRow | None:
    """The row with its stamps as they are now, where the file is as it was; None where it is not.

    Where a stamp differs the bytes decide: a checkout touches files and does not change them.
    """
    stamp = look.at(entry.path)
    if stamp != row.stamp or stamp == UNSURE:
        if (
            not row.digest
            or _digest(lambda: read_bytes(entry, config.max_file_bytes)) != row.digest
        ):
            return None
        row = row._replace(stamp=stamp)
    if row.texts == "[]":
        return row
    return _with_texts(row, entry, config, look)


def _with_texts(row: FileRow, entry: FileEntry, config: Config, look: Look) -> FileRow | None:
    within = bounds(entry.path, entry.root, config.texts)
    files = []
    for path, stamp, digest in row.text_files:
        now = look.at(os.path.join(within.folder, path))  # noqa: PTH118 - one for each of many
        if now != stamp or now == UNSURE:
            found = "" if now == ABSENT else _digest(lambda: read_captured(within, path))  # noqa: B023
            if found != digest or not (found or now == ABSENT):
                return None
        files.append((path, now, digest))
    return row._replace(texts=json.dumps(files))


def _digest(read: Callable[[], bytes]) -> str:
    try:
        return hashlib.sha256(read()).hexdigest()
    except Unreadable:
        return ""


class Texts:
    """The captured texts of a ledger by name, read when they are asked for.

    A text that is not as the index has it is not given: quotes were held against that.
    """

    def __init__(
        self, rows: dict[str, FileRow], entries: dict[str, FileEntry], config: Config
    ) -> None:
        self._config = config
        self.files = {
            name_of(name, path): (entries[name], path, digest)
            for name, row in rows.items()
            if row.texts != "[]"
            for path, _, digest in row.text_files
        }

    def get(self, name: str) -> str | None:
        """The text of that name, or None."""
        if name not in self.files:
            return None
        entry, path, digest = self.files[name]
        try:
            content = read_captured(bounds(entry.path, entry.root, self._config.texts), path)
            return plain_text(content) if hashlib.sha256(content).hexdigest() == digest else None
        except Unreadable:
            return None
