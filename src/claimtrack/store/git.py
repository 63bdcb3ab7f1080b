"""Asking git, as a program of its own: no shell, no hook, no filter, nothing written.

A repository comes from strangers, and its configuration may name programs. Only commands are used
that start none of them, and what would make git ask somebody, fetch, or lock is switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence

from claimtrack.errors import UsageError

FETCH = "fetch it first: git fetch --refetch --no-filter"
"""What to do about a clone that does not hold everything."""

_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_SAFE = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)


def ask(*arguments: str, given: bytes = b"") -> bytes | None:
    """What a command of git prints in the working folder; None where it fails.

    Raises `UsageError` where git is not installed.
    """
    done = _run(arguments, given)
    return done.stdout if done.returncode == 0 else None


def demand(*arguments: str, given: bytes = b"") -> bytes:
    """What a command of git prints. Raises `UsageError`, with git's own words, where it fails."""
    done = _run(arguments, given)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if any("promisor remote" in line or "lazy fetch" in line for line in said):
        raise UsageError(f"this clone left files out; {FETCH}")
    reason = said[0].removeprefix("fatal: ").removeprefix("error: ") if said else "no reason given"
    raise UsageError(f"git {arguments[0]}: {reason}")


def _run(arguments: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is not installed, or not on the PATH: it keeps the earlier states")
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, and no shell
            [program, *_SAFE, *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **_QUIET},
        )
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror or error}") from None
    except ValueError:
        raise UsageError("a revision or path holds a NUL character") from None


def blobs(named: Mapping[str, str]) -> Iterator[bytes]:
    """The contents of some files, each a name with the identifier of its object, in that order.

    Raises `UsageError` where one is not there, as in a clone that left files out.
    """
    if not named:
        return
    printed = demand("cat-file", "--batch", given="\n".join(named.values()).encode() + b"\n")
    place = 0
    for name in named:
        end = printed.index(b"\n", place)
        header = printed[place:end].split()
        if header[1:2] != [b"blob"]:
            raise UsageError(f"{name}: this clone does not hold that file; {FETCH}")
        start = end + 1
        place = start + int(header[2])
        yield printed[start:place]
        place += 1
