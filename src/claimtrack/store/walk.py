"""Finding the claim files of a ledger, whatever stands in the way.

Ten thousand files are walked at each check, so links are resolved where there are some and not for
each file, and nothing here recurses: folders may be nested deeper than Python's stack.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from operator import attrgetter, itemgetter
from typing import NamedTuple

from claimtrack.errors import UsageError
from claimtrack.store.bounds import is_inside, root_of

SUFFIXES = (".yaml", ".yml")
"""The endings of claim files."""


class FileEntry(NamedTuple):
    """A claim file: how messages call it, where it is, and the folder of its ledger."""

    name: str
    path: str
    root: str


class _Folder(NamedTuple):
    """A folder that the walk has come to."""

    path: str
    name: str
    """As messages call it."""
    real: str
    """With all links resolved."""


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
        if os.path.isdir(path):  # noqa: PTH112 - texts throughout
            root = root_of(path, ledgers)
            within = (root,) if texts is None else (root, texts)
            for real, entry in _walk(path, within, exclude):
                found.setdefault(real, entry)
        elif os.path.lexists(path):
            found.setdefault(os.path.realpath(path), entry_of(path, ledgers))
        else:
            raise UsageError(f"{path}: no such file or folder")
    return sorted(found.values(), key=itemgetter(0))


def entry_of(path: str, ledgers: Iterable[str] = ()) -> FileEntry:
    """A file that somebody named, there or not, in the configured ledger that holds it."""
    return FileEntry(_named(path), path, root_of(path, ledgers))


def _walk(
    folder: str, within: Sequence[str], exclude: Sequence[str]
) -> Iterator[tuple[str, FileEntry]]:
    """The claim files, and as files too the folders into which no way leads, by real path."""
    root = within[0]
    ahead = [_Folder(folder, _named(folder), os.path.realpath(folder))]
    seen: set[tuple[int, int]] = set()
    while ahead:
        here = ahead.pop()
        entries = _listed(here.path, seen)
        if entries is None:
            # Told as a file that cannot be read: silence would look like green.
            yield here.real, FileEntry(here.name, here.path, root)
            continue
        folders = []
        before = "" if here.name == "." else f"{here.name}/"
        real = os.path.join(here.real, "")  # noqa: PTH118
        for entry in entries:
            name = entry.name
            if name.startswith(".") or (exclude and _excluded(entry.path, root, exclude)):
                continue
            if name.endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
                yield real + name, FileEntry(before + name, entry.path, root)
                continue
            is_link, is_folder = entry.is_symlink(), _is_folder(entry)
            if not (is_folder or name.endswith(SUFFIXES)):
                continue
            leads_to = os.path.realpath(entry.path) if is_link else real + name
            if not is_folder or (is_link and not _is_within(leads_to, within)):
                # Walking a link to `/` would take for ever, and list the machine in the findings.
                yield leads_to, FileEntry(before + name, entry.path, root)
            else:
                # The way there may lead up and down again: `../here/a.yaml` is `a.yaml`.
                folders.append(_Folder(entry.path, _named(entry.path), leads_to))
        ahead += reversed(folders)


def _listed(folder: str, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]] | None:
    """What lies in a folder, by name: nothing for one seen before, None where it cannot be read."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            return []
        seen.add(identity)
        with os.scandir(folder) as scan:
            return sorted(scan, key=attrgetter("name"))
    except OSError:
        return None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_within(path: str, folders: Iterable[str]) -> bool:
    return any(is_inside(path, folder) for folder in folders)


def would_be_read(
    path: str | os.PathLike[str], ledgers: Iterable[str], exclude: Sequence[str] = ()
) -> bool:
    """Whether a file of this path, there or not, belongs to one of the ledgers' folders."""
    name = os.fspath(path)
    for ledger in ledgers:
        inside = os.path.relpath(os.path.realpath(name), os.path.realpath(ledger))
        if inside == ".":  # the ledger is one file
            inside = os.path.basename(name)  # noqa: PTH119
        parts = _posix(inside).split("/")
        hidden = any(part.startswith(".") for part in parts)
        folders = [os.path.join(ledger, *parts[:end]) for end in range(1, len(parts) + 1)]  # noqa: PTH118
        passed_over = any(_excluded(folder, ledger, exclude) for folder in folders)
        if parts[-1].endswith(SUFFIXES) and not (hidden or passed_over):
            return True
    return False


def _excluded(path: str, root: str, exclude: Sequence[str]) -> bool:
    return bool(exclude) and is_excluded(_posix(os.path.relpath(path, root)), exclude)


def is_excluded(inside: str, exclude: Sequence[str]) -> bool:
    """Whether a path inside the ledger, or its last part, matches one of some patterns."""
    last = inside.rpartition("/")[2]
    return any(fnmatchcase(inside, pattern) or fnmatchcase(last, pattern) for pattern in exclude)


def _named(path: str) -> str:
    return _posix(os.path.relpath(path))


def _posix(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")
