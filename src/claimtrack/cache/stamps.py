"""Whether a file is as it was: by what the file system says of it, else by its bytes.

A stamp is trusted only where the file was last touched well before it was looked at: within the
grain of the clock a second change would leave the same stamp. Times that lie ahead of the clock are
never trusted, nor is a file that is written through another name (a hard link) while it is read:
its stamp is taken before its bytes are.
"""

from __future__ import annotations

import os
import stat
import time

GRAIN = 2_000_000_000
"""Nanoseconds within which two changes may look like one: FAT counts in two seconds."""

Stamp = tuple[int, ...]
"""What tells a state of a file; empty for one that must be read again."""

UNSURE: Stamp = ()
ABSENT: Stamp = (-1,)
"""The stamp of a file that is not there."""


def stamp_of(status: os.stat_result, now: int | None = None) -> Stamp:
    """The stamp of a regular file; `UNSURE` where it could change and keep it."""
    now = time.time_ns() if now is None else now
    newest = max(status.st_mtime_ns, status.st_ctime_ns)
    if not stat.S_ISREG(status.st_mode) or newest > now - GRAIN:
        return UNSURE
    return (
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
        status.st_dev,
        status.st_mode,
    )


class Look:
    """Looks at files within one run.

    A file that is reached through a link is never certain: what the link leads to may have been
    moved out of the ledger, and nothing of the file itself would tell.
    """

    def __init__(self) -> None:
        self._linked: dict[str, bool] = {}

    def at(self, path: str) -> Stamp:
        """The stamp of the file at a path; `ABSENT` where there is none."""
        folder = os.path.dirname(path)  # noqa: PTH120 - texts throughout, as in the walk
        linked = self._linked.get(folder)
        if linked is None:
            real, plain = os.path.realpath(folder or "."), os.path.abspath(folder or ".")  # noqa: PTH100
            linked = self._linked[folder] = real != plain
        try:
            return UNSURE if linked else stamp_of(os.lstat(path))
        except FileNotFoundError:
            return ABSENT
        except (OSError, ValueError):
            return UNSURE
