"""Which program it is, and what is installed beside it.

A cache is of use only to the very code that made it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder

_METADATA = (".dist-info", "egg-info")
"""How folders of packages' metadata end; in an `.egg` it has no other name."""
_POINTS = "entry_points.txt"


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


def declares(group: str) -> bool:
    """Whether a package that is installed may have entry points of a group.

    It has none where the group's name stands in no `entry_points.txt` on the path, as the packaging
    specification has it. Where packages may be found in another way it is True. To be certain is
    left to importlib.metadata, whose loading takes longer than all of this a dozen times over.
    """
    finders = [one for one in sys.meta_path if hasattr(one, "find_distributions")]
    if finders != [PathFinder]:
        return True
    name = group.encode()
    for folder in dict.fromkeys(sys.path):
        here = folder or "."
        if os.path.exists(here) and not os.path.isdir(here):  # noqa: PTH110, PTH112 - a zip
            return True
        for path in _metadata(here):
            try:
                with open(os.path.join(path, _POINTS), "rb") as file:  # noqa: PTH118, PTH123
                    if name in file.read():
                        return True
            except OSError:
                continue
    return False


def _installed() -> Iterator[str]:
    """What says which packages are installed, and which entry points they have."""
    for folder in dict.fromkeys(sys.path):
        for path in _metadata(folder or "."):
            points = os.path.join(path, _POINTS)  # noqa: PTH118
            try:
                status = os.stat(points)  # noqa: PTH116
                yield f"{points}:{status.st_size}:{status.st_mtime_ns}"
            except OSError:
                yield path


def _metadata(folder: str) -> list[str]:
    """The folders of metadata in one of the path, in order."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - texts, as in the walk
    except OSError:
        return []
    found = (name for name in names if name.lower().endswith(_METADATA))
    return [os.path.join(folder, name) for name in found]  # noqa: PTH118
