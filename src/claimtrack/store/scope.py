"""Which part of a ledger was asked for: some files of it are checked against all of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from claimtrack.store.bounds import is_inside, lies_in


def paths_to_read(paths: Sequence[str], ledger: Iterable[str]) -> Sequence[str]:
    """The paths to read for a check of some files and folders.

    Where each of them lies in the configured ledger, that is all of the ledger (as far as it is
    there), and the paths themselves: one that is excluded is still read when it is named. What
    lies elsewhere is a ledger of its own, or in part.
    """
    whole = [folder for folder in ledger if os.path.exists(folder)]  # noqa: PTH110 - a text
    if all(any(is_inside(path, folder) for folder in whole) for path in paths):
        return [*whole, *paths]
    return paths


def holds(paths: Iterable[str]) -> Callable[[str], bool]:
    """A test whether a file is one of some paths or lies in one of them, links followed or not."""
    given = [(os.path.abspath(path), os.path.realpath(path)) for path in paths]  # noqa: PTH100

    @cache
    def hold(file: str) -> bool:
        written, real = os.path.abspath(file), os.path.realpath(file)  # noqa: PTH100
        return any(
            lies_in(written, as_written) or lies_in(real, as_real) for as_written, as_real in given
        )

    return hold
