"""What does the tasks of a run: here, processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from typing import Protocol, TypeVar

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.processes import shared_out

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")


class Executor(Protocol):
    """Does tasks somewhere. A task that was lost is done again: that changes nothing."""

    def each(self, work: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]) -> Iterator[ResultT]:
        """The result of every task, each as soon as it is there; raises what a task raises."""


@frozen
class Processes:
    """Does them in up to `jobs` processes of this machine."""

    jobs: int

    def each(self, work: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]) -> Iterator[ResultT]:
        """The result of every task, in their order.

        Raises `ClaimtrackError` where a process is killed.
        """
        try:
            yield from shared_out(work, tasks, self.jobs)
        except BrokenExecutor:
            raise ClaimtrackError(
                "a process was killed, most often since the memory is not enough; --jobs takes"
                " a smaller number"
            ) from None
