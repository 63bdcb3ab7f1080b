"""The files of a loaded ledger, to be read again or written: only as they were when they were read.

Somebody may have saved a file in an editor between the check and the fix. Their words win.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from claimtrack.config import Config
from claimtrack.store.atomic import write_atomically
from claimtrack.store.decode import BOM
from claimtrack.store.files import Unreadable, digest, read_bytes
from claimtrack.store.walk import FileEntry


class Captured(Protocol):
    """Gives captured texts by name: a mapping does."""

    def get(self, name: str, /) -> str | None:
        """The text of that name, or None."""


class Files:
    """The files of one ledger, by name, with the digests of what was read from the claim files."""

    def __init__(
        self,
        entries: Iterable[FileEntry],
        digests: Mapping[str, str],
        captured: Captured,
        config: Config,
    ) -> None:
        self._entries = {entry.name: entry for entry in entries}
        self._digests = digests
        self._captured = captured
        self._most = config.max_file_bytes

    def read(self, name: str) -> str | None:
        """The text that a file has now, without a byte order mark; None where there is none.

        A captured text is given as it was read: quotes were held against that.
        """
        entry = self._entries.get(name)
        if entry is None:
            return self._captured.get(name)
        try:
            content = read_bytes(entry, self._most)
        except Unreadable:
            return None
        return content.decode("utf-8", "replace").removeprefix(BOM)

    def write(self, texts: Mapping[str, str]) -> None:
        """Write the texts of some files, each atomically; all are looked at before one is written.

        A byte order mark is kept. Raises `OSError` where a file is not the one that was read, or
        cannot be written.
        """
        contents: dict[str, bytes] = {}
        for name, text in texts.items():
            contents[name] = self._mark(name) + text.encode()
        for name, content in contents.items():
            write_atomically(self._entries[name].path, content)

    def _mark(self, name: str) -> bytes:
        """The byte order mark of a file that is still as it was read, or nothing."""
        try:
            content = read_bytes(self._entries[name], self._most)
        except Unreadable as reason:
            raise OSError(f"{name}: {reason}") from None
        if digest(content) != self._digests.get(name):
            raise OSError(f"{name} changed since it was read")
        mark = BOM.encode()
        return mark if content.startswith(mark) else b""
