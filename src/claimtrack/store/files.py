"""Finding and reading the files of a ledger, whatever stands in the way."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import NamedTuple

from claimtrack.errors import UsageError
from claimtrack.store.bounds import is_inside, root_of

SUFFIXES = (".yaml", ".yml")
"""The endings of claim files."""
MOST_TEXT_BYTES = 64 * 2**20
"""The size from which a captured text is refused: no article has it, an archive may."""


class Unreadable(Exception):  # noqa: N818 - becomes a finding, not an error of the program
    """A file that cannot be read as a claim file, with the reason for a person."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.advice = advice


class FileEntry(NamedTuple):
    """A claim file: how messages call it, where it is, and the folder of its ledger."""

    name: str
    path: str
    root: str


def find_files(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    ledgers: Sequence[str] = (),
    texts: str | None = None,
) -> list[FileEntry]:
    """The claim files under the given files and folders, by name.

    Hidden files and folders, and those that match a pattern of `exclude` by name or by path inside
    the ledger, are passed over. A linked folder is entered once, so loops end, and only inside the
    ledger and the configured `texts`: one that leads out of them is given as if it were a file.
    `ledgers` are the configured folders: what lies in one of them belongs to it. Raises
    `UsageError` for a path that does not exist.
    """
    found: dict[str, FileEntry] = {}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - os.path throughout: a walk of 10,000 files
            root = root_of(path, ledgers)
            within = (root,) if texts is None else (root, texts)
            for file in _walk(path, within, exclude, set()):
                found.setdefault(os.path.realpath(file), _entry(file, root))
        elif os.path.lexists(path):
            found.setdefault(os.path.realpath(path), entry_of(path, ledgers))
        else:
            raise UsageError(f"{path}: no such file or folder")
    return sorted(found.values())


def entry_of(path: str, ledgers: Iterable[str] = ()) -> FileEntry:
    """A file that somebody named, there or not, in the configured ledger that holds it."""
    return _entry(path, root_of(path, ledgers))


def _entry(path: str, root: str) -> FileEntry:
    name = os.path.relpath(path)
    return FileEntry(PurePath(name).as_posix(), path, root)


def _walk(
    folder: str, within: Sequence[str], exclude: Sequence[str], seen: set[tuple[int, int]]
) -> Iterator[str]:
    try:
        status = os.stat(folder)  # noqa: PTH116
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            return
        seen.add(identity)
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        # The folder itself is told as a file that cannot be read: silence would look like green.
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or _excluded(entry.path, within[0], exclude):
            continue
        if _is_folder(entry):
            if entry.is_symlink() and not any(is_inside(entry.path, one) for one in within):
                # Walking a link to `/` would take for ever, and list the machine in the findings.
                yield entry.path
            else:
                yield from _walk(entry.path, within, exclude, seen)
        elif entry.name.endswith(SUFFIXES):
            yield entry.path


def would_be_read(
    path: str | os.PathLike[str], ledgers: Iterable[str], exclude: Sequence[str] = ()
) -> bool:
    """Whether a file of this path, there or not, belongs to one of the ledgers' folders."""
    name = os.fspath(path)
    for ledger in ledgers:
        inside = PurePath(os.path.relpath(os.path.realpath(name), os.path.realpath(ledger)))
        parts = inside.parts or (PurePath(name).name,)  # the ledger is one file
        hidden = any(part.startswith(".") for part in parts)
        folders = [os.path.join(ledger, *parts[:end]) for end in range(1, len(parts) + 1)]  # noqa: PTH118
        passed_over = any(_excluded(folder, ledger, exclude) for folder in folders)
        if parts[-1].endswith(SUFFIXES) and not (hidden or passed_over):
            return True
    return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _excluded(path: str, root: str, exclude: Sequence[str]) -> bool:
    if not exclude:
        return False
    return is_excluded(PurePath(os.path.relpath(path, root)).as_posix(), exclude)


def is_excluded(inside: str, exclude: Sequence[str]) -> bool:
    """Whether a path inside the ledger, or its last part, matches one of some patterns."""
    return any(
        fnmatchcase(inside, pattern) or fnmatchcase(PurePath(inside).name, pattern)
        for pattern in exclude
    )


def read_bytes(entry: FileEntry, most: int) -> bytes:
    """The bytes of a claim file of at most `most` bytes.

    A link is followed only to a target inside the ledger's folder. Raises `Unreadable`.
    """
    _stay_inside(entry)
    return read_regular(entry.path, most)


def read_regular(path: str, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes. Raises `Unreadable`."""
    try:
        status = os.stat(path)  # noqa: PTH116
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("the folder cannot be read", "check its permissions")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a regular file", "a claim file is a plain text file")
        if status.st_size > most:
            raise Unreadable(too_large(status.st_size, most), SPLIT)
        with open(path, "rb") as file:  # noqa: PTH123
            content = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unreadable(
            f"the file cannot be read: {reason}", "see that it is there and may be read"
        ) from None
    if len(content) > most:
        raise Unreadable(too_large(len(content), most), SPLIT)
    return content


def digest(content: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


SPLIT = "split it by article, or raise max-file-bytes in the configuration"
"""What to do about a claim file that is too large."""


def too_large(size: int, most: int) -> str:
    """Why a file is not read, by its size and the most that is read, in bytes."""
    return f"the file has {size / 2**20:.1f} MiB, more than the {most / 2**20:g} MiB that are read"


def _stay_inside(entry: FileEntry) -> None:
    """A link out of the ledger could show any file of the machine in a report."""
    if not is_inside(entry.path, entry.root):
        raise Unreadable(
            "the link leads out of the ledger's folder",
            "put the file itself there, or add the target's folder to the configured ledger",
        )
