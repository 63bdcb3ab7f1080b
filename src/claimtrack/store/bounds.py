"""Where the paths of a claim file may lead: the ledger's own folder, and the configured texts.

A ledger comes from many hands. A path out of it could show any file of the machine in a report.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple


class Bounds(NamedTuple):
    """The folder of a claim file, and the folders in which the files that it names must lie."""

    folder: str
    roots: tuple[str, ...]

    def hold(self, path: str) -> bool:
        """Whether a relative path stays inside, by its words alone: links are not looked at."""
        if ".." not in path.split("/"):
            return True
        target = os.path.abspath(os.path.join(self.folder, path))  # noqa: PTH100, PTH118 - lexical
        return any(lies_in(target, os.path.abspath(root)) for root in self.roots)  # noqa: PTH100


def bounds(path: str, root: str, texts: str | None) -> Bounds:
    """The bounds of a claim file in the ledger of folder `root`, with a configured `texts`."""
    folder = os.path.dirname(path)  # noqa: PTH120 - one for each of many files
    return Bounds(folder, (root,) if texts is None else (root, texts))


def is_inside(path: str, folder: str) -> bool:
    """Whether a path, with all links resolved, lies in a folder."""
    return lies_in(os.path.realpath(path), os.path.realpath(folder))


def lies_in(path: str, folder: str) -> bool:
    """Whether an absolute path is a folder or lies in it, by its words alone."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def root_of(path: str, ledgers: Iterable[str]) -> str:
    """The folder of the ledger to which a file or folder belongs that somebody named.

    It is the configured one that holds it; else the named folder itself, or for a file the working
    folder where that holds it, else the file's own: one file of a ledger may well be checked alone.
    """
    for folder in ledgers:
        if os.path.isdir(folder) and is_inside(path, folder):  # noqa: PTH112
            return folder
    if os.path.isdir(path):  # noqa: PTH112
        return path
    return "." if is_inside(path, ".") else os.path.dirname(path) or "."  # noqa: PTH120


def lies_within(paths: Iterable[str], ledgers: Iterable[str]) -> bool:
    """Whether some path lies in a configured ledger of which the whole is not among the paths."""
    named = {os.path.realpath(path) for path in paths}
    wholes = {os.path.realpath(folder) for folder in ledgers}
    return any(
        path != folder and lies_in(path, folder) for path in named for folder in wholes - named
    )
