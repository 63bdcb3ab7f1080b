"""Checks for which the index of earlier ones is not enough: the ledger itself must be at hand."""

from __future__ import annotations

import os
import sys

from claimtrack.errors import UsageError
from claimtrack.recheck import Checked, Request, recheck
from claimtrack.recheck.request import Progress
from claimtrack.store.load import load

STDIN = "-"
"""The path that stands for stdin, and the name of what it holds where no other is given."""


def named(paths: tuple[str, ...], filename: str | None) -> tuple[str, ...]:
    """The paths of a command line, with the file whose place stdin takes for `-`.

    Raises `UsageError` where it cannot take the place of one file.
    """
    if STDIN not in paths:
        if filename is not None:
            raise UsageError("--stdin-filename names what stdin holds; give - as the path too")
        return paths
    if len(paths) > 1:
        raise UsageError("- is stdin, which is checked alone; a file of that name is ./-")
    if filename is not None and os.path.isdir(filename):  # noqa: PTH112 - a text
        raise UsageError(f"--stdin-filename: {filename} is a folder; expected a claim file")
    return paths if filename is None else (filename,)


def checked(
    request: Request,
    *,
    since: str | None,
    stdin: bool,
    reading: Progress | None = None,
    checking: Progress | None = None,
) -> Checked:
    """Check what is asked for: against an earlier revision, with the text of stdin, or as it is.

    `since` is compared where its history and that of HEAD part. Raises `UsageError` where there is
    no such revision, or no state of the ledger to compare with.
    """
    if since is None and not stdin:
        return recheck(request, reading=reading, checking=checking)
    if request.cluster is not None:
        raise UsageError("--cluster checks the files as they are; leave out --since and -")
    # A check that starts from its index needs none of these.
    from claimtrack import api  # noqa: PLC0415
    from claimtrack.store.history import load_revision, merge_base  # noqa: PLC0415

    config = request.config
    if since is not None and request.only == (STDIN,):
        raise UsageError("--since: stdin has no earlier state; --stdin-filename says which file")
    # First of all, so that a wrong name is not answered after a minute's work.
    base = None if since is None else merge_base(since, "HEAD")
    given = {request.only[0]: _read(config.max_file_bytes)} if stdin else {}
    ledger = load(request.paths, config, given)
    earlier = None if base is None else load_revision(base, request.paths, config)
    result = api.check(
        ledger,
        as_of=request.as_of,
        rules=request.rules,
        baseline=request.baseline,
        only=request.only,
        since=earlier,
        progress=checking,
    )
    files = [file.path for of in (ledger.documents, ledger.texts) for file in of]
    return Checked(result, ledger.read, files)


def _read(most: int) -> bytes:
    """What stdin holds; of more than `most` bytes only so much that it is seen to be more."""
    if sys.stdin is None:
        raise UsageError("- is stdin, which is closed")
    return sys.stdin.buffer.read(most + 1)
