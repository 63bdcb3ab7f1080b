"""Which program it is: a cache is of use only to the very code that made it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator

_METADATA = (".dist-info", ".egg-info")


def program() -> str:
    """A digest of this program and of what is installed beside it, its plug-ins with that.

    By names, sizes and times, as make does it: to read all of it would cost more than it saves.
    """
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    digest = hashlib.sha256(repr((sys.version, sys.flags.optimize)).encode())
    for part in (*_tree(here), *_installed()):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def states(paths: Iterable[str]) -> list[list[str | int]]:
    """Path, size and time of some files, for a comparison later; a missing one is of no size."""
    found: list[list[str | int]] = []
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116 - texts throughout, as in the walk
            found.append([path, status.st_size, status.st_mtime_ns])
        except OSError:
            found.append([path, -1, 0])
    return found


def _tree(folder: str) -> Iterator[str]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _tree(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """What says which packages are installed, and which entry points they have."""
    for folder in dict.fromkeys(sys.path):
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - texts, as in the walk
        except OSError:
            continue
        for name in (name for name in names if name.endswith(_METADATA)):
            path = os.path.join(folder, name, "entry_points.txt")  # noqa: PTH118
            try:
                status = os.stat(path)  # noqa: PTH116
                yield f"{path}:{status.st_size}:{status.st_mtime_ns}"
            except OSError:
                yield os.path.join(folder, name)  # noqa: PTH118
