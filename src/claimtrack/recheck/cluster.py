"""Tasks done by the workers of a Dask scheduler (https://distributed.dask.org)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from claimtrack.engine.spread import Executor
from claimtrack.errors import ClaimtrackError, UsageError

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

PATIENCE = 5
"""Seconds in which a scheduler must answer, and must have a worker."""
_PROGRAM = "claimtrack"


@frozen
class Workers:
    """Those of one scheduler."""

    client: Any

    def each(self, work: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]) -> Iterator[ResultT]:
        """The result of every task as soon as it is there; what a worker dies of is done again.

        Raises what a task raises, and `ClaimtrackError` where tasks are lost for good.
        """
        from distributed import KilledWorker, as_completed  # noqa: PLC0415 - an extra

        try:
            futures = self.client.map(work, tasks, pure=False)
            for _, result in as_completed(futures, loop=self.client.loop, with_results=True):
                yield result
        except KilledWorker as error:
            raise ClaimtrackError(
                f"the cluster lost every worker that took on a task ({error.task}): most often"
                " their memory is too small for the largest group"
            ) from None
        except CancelledError:
            raise ClaimtrackError("the cluster's scheduler went away during the check") from None


@contextmanager
def connected(address: str) -> Iterator[tuple[Executor, Callable[[str], None]]]:
    """The workers of the scheduler at an address, and what makes sure that they see a folder.

    Raises `UsageError` where Dask is not installed, nobody answers or no worker is there; likewise
    for a folder that a worker does not see, or another version of claimtrack.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise UsageError(
            "--cluster needs Dask: install claimtrack[cluster], or '.[cluster]' in a checkout"
        ) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False, name="claimtrack")
    except (OSError, ValueError, TypeError) as error:
        reason = str(error) or type(error).__name__
        raise UsageError(
            f"--cluster {address}: no Dask scheduler answers: {reason}; expected an address"
            " such as tcp://10.0.0.5:8786"
        ) from None
    with client:

        def check(folder: str) -> None:
            make_sure(client, folder)

        yield Workers(client), check


def make_sure(client: Any, folder: str) -> None:
    """Raise `UsageError` for workers that are not there, or could not do the tasks."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise UsageError(f"--cluster: the scheduler has no worker after {PATIENCE} s") from None
    mark = Path(folder) / "mark"
    mark.touch()
    for worker, found in client.run(_seen, str(mark), on_error="return").items():
        if isinstance(found, Exception):
            raise UsageError(f"--cluster: {worker} cannot work: {type(found).__name__}: {found}")
        theirs, sees = found
        if theirs != version(_PROGRAM):
            raise UsageError(
                f"--cluster: {worker} has claimtrack {theirs}, not {version(_PROGRAM)} as here"
            )
        if not sees:
            raise UsageError(
                f"--cluster: {worker} does not see {folder}; --cluster-dir names a folder on"
                " storage that all workers share"
            )


def _seen(mark: str) -> tuple[str, bool]:
    """The version of claimtrack that a worker has, and whether it sees a file."""
    return version(_PROGRAM), Path(mark).is_file()
