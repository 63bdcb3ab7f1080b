"""Work in several processes that begin with everything that this one has, where that can be done.

A process that is forked has the records of the ledger at hand without their being sent; what it
gives back is sent as plain values. Where there is no fork, or somebody has started threads, the
work is done here: the result is the same.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

_work: Callable[[Any], Any] | None = None
"""What the processes do: they find it here, since they begin as a copy of this one."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shared_out(
    work: Callable[[TaskT], ResultT], tasks: Sequence[TaskT], jobs: int
) -> Iterator[ResultT]:
    """The result of each task, in their order, by at most `jobs` processes.

    Each process takes the next task when it is done with one. What a task raises is raised here;
    `BrokenExecutor` where a process is killed: its memory, say, was not enough.
    """
    global _work  # noqa: PLW0603 - it is how a forked process comes by its work
    jobs = min(jobs, len(tasks))
    if jobs < 2 or not _can_fork():  # noqa: PLR2004 - two or more
        yield from map(work, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - it takes 20 ms to load
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    _work = work
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as executor:
            yield from executor.map(_do, tasks)
    finally:
        _work = None


def _can_fork() -> bool:
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _do(task: Any) -> Any:
    assert _work is not None  # noqa: S101 - set before the processes were made
    return _work(task)
