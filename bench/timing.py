"""Programs by turns: how long each takes, and how much memory its process has."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

SOURCES = Path(__file__).resolve().parents[1] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONHASHSEED": "0", "NO_COLOR": "1"}
# A user's Python keeps what it has compiled; without that most of a short run is compiling.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def _nothing() -> None:
    pass


class Job(NamedTuple):
    """A command with the folder in which it runs."""

    command: Sequence[str]
    folder: Path
    statuses: Sequence[int] = (0,)
    """What it may end with."""
    before: Callable[[], None] = _nothing
    """What is done before each run, and not measured."""
    times: int | None = None
    """How often it runs, where that is less than the others."""
    needed: bool = True
    """Whether nothing can be measured without it; else a failure is printed, and it is left out."""


class Took(NamedTuple):
    """What the runs of one job took."""

    seconds: list[float]
    work: float
    """The least that the processors were busy with it, in seconds, its processes together."""
    peak: int
    """The most memory of its process, of those that it started the largest, in KiB."""

    @property
    def least(self) -> float:
        """The shortest run: other work on the machine only ever makes one longer."""
        return min(self.seconds)

    @property
    def usual(self) -> float:
        """The median."""
        return median(self.seconds)


class FailedError(Exception):
    """A program ended otherwise than it should."""


def by_turns(jobs: Mapping[str, Job], rounds: int) -> dict[str, Took]:
    """Run all jobs one after the other, again and again: what slows one down slows them all.

    Raises `FailedError` where one that is needed ends with another status than it should.
    """
    found = {name: Took([], float("inf"), 0) for name in jobs}
    for turn in range(rounds):
        for name, job in jobs.items():
            if name not in found or (job.times is not None and turn >= job.times):
                continue
            try:
                one, before = run(job), found[name]
            except FailedError as error:
                if job.needed:
                    raise
                print(error, file=sys.stderr)
                del found[name]
                continue
            every = [*before.seconds, *one.seconds]
            found[name] = Took(every, min(before.work, one.work), max(before.peak, one.peak))
    return found


def run(job: Job) -> Took:
    """Run a job once."""
    job.before()
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own commands
        job.command,
        cwd=job.folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in job.statuses:
        told = errors.decode("utf-8", "replace")[-2000:]
        raise FailedError(f"{' '.join(job.command[:4])} ended with {process.returncode}: {told}")
    return Took([seconds], usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
