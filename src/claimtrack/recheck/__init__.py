"""Checking a ledger again: what did not change is neither read nor checked.

The result is that of `claimtrack.check` over the whole ledger. It is kept, with all that led to it,
in a cache folder; whatever is wrong with that, the ledger is read and checked in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimtrack.cache.code import states
from claimtrack.cache.database import CACHE_FAULTS, opened
from claimtrack.cache.packed import BadPackError
from claimtrack.engine.index import UnsureError
from claimtrack.model.rows import BadRowError
from claimtrack.recheck.again import Again
from claimtrack.recheck.anew import anew
from claimtrack.recheck.request import Checked, Progress, Request
from claimtrack.recheck.sizes import fitting
from claimtrack.store.walk import FileEntry, find_files

__all__ = ["Checked", "Request", "recheck"]

_FAULTS = (*CACHE_FAULTS, BadPackError, BadRowError, UnsureError)
"""What makes a check begin anew, without its cache."""


def recheck(
    request: Request, *, reading: Progress | None = None, checking: Progress | None = None
) -> Checked:
    """Check a ledger of the disk, with what is kept of earlier checks.

    `reading` is called with how many files are read of how many, `checking` with groups, or with
    parts of the work where several processes share it. Neither is where little is to be done.
    What is too large for the memory, or asked of a cluster, is checked in partitions, without an
    index: see `in_partitions`.

    Raises `UsageError` for a path that does not exist, and `ConfigError` where the configuration
    names a rule that does not exist.
    """
    config = request.config
    entries = find_files(request.paths, config.exclude, config.ledger, config.texts)
    if request.cluster is not None:
        return _spread(request, entries, reading, checking)
    database = None if request.index is None else opened(request.index, request.identity)
    if database is not None:
        try:
            plugins = database.meta("plugins")
            if states(path for path, *_ in plugins) == plugins:
                return Again(request, database, entries).run()
        except _FAULTS:
            pass  # told by nothing: the full run gives the same result
        finally:
            database.close()
    jobs = fitting(entries, request.jobs)
    if jobs == 0 and not request.texts:
        return _spread(request, entries, reading, checking)
    return anew(evolve(request, jobs=max(jobs, 1)), entries, reading, checking)


def _spread(
    request: Request,
    entries: Sequence[FileEntry],
    reading: Progress | None,
    checking: Progress | None,
) -> Checked:
    from claimtrack.recheck.partitioned import in_partitions  # noqa: PLC0415 - few are so large

    return in_partitions(request, entries, reading, checking)
