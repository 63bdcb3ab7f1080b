"""What a check in partitions costs, step by step: how docs/scale.md comes by its figures.

    python bench/cluster.py FOLDER [CLAIMS…] [--dask] [--memory]

Ledgers of these sizes (bench/generate.py) are made in FOLDER where they are not there yet, and
checked by two processes, or with `--dask` by a LocalCluster of two workers. For each step stand its
tasks, the seconds from its first task to its last result, those of the processors (not with
`--dask`), and what the work folder then holds; for each run the largest process. With `--memory`
the run in memory follows, for a comparison.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generate import generate
from newsroom import Size

from claimtrack.engine.spread import Executor
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, partitioned, recheck, sizes
from claimtrack.recheck.partitioned import Check, executor_for
from claimtrack.result import Result
from claimtrack.store.settings import find_config
from claimtrack.text.dates import parse_date

WORKERS = 2
PLANTED = 20
STEPS = {
    "map_chunk": "read, and write by key",
    "build_names": "make findable by name",
    "large_star": "join keys",
    "small_star": "join keys",
    "move": "move members of joined keys",
    "derive_partition": "derive",
    "check_partition": "check",
}


class Timed:
    """An executor, with the time that each kind of task took."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.tasks: dict[str, int] = {}
        self.seconds: dict[str, float] = {}
        self.worked: dict[str, float] = {}
        self.held: dict[str, int] = {}

    def each(self, work: Any, tasks: Sequence[Any]) -> Iterator[Any]:
        """Do the tasks, and take the time."""
        step = STEPS[work.func.__name__]
        start, before = time.perf_counter(), worked()
        yield from self.executor.each(work, tasks)
        took = time.perf_counter() - start
        self.worked[step] = self.worked.get(step, 0.0) + worked() - before
        self.tasks[step] = self.tasks.get(step, 0) + len(tasks)
        self.seconds[step] = self.seconds.get(step, 0.0) + took
        folder = work.args[0].folder
        self.held[step] = sum(one.stat().st_size for one in os.scandir(folder))


def worked() -> float:
    """Seconds of the processors, of this process and of those that it has seen end."""
    of = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, of))


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int, nargs="*", default=[30_000])
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    for claims in given.claims:
        folder = given.folder / str(claims)
        if not folder.exists():
            generate(folder, Size(claims=claims, planted=PLANTED))
        with cluster(given.dask) as (address, largest):
            one = measured(folder, claims, address, largest)
        if given.memory:
            sizes.LARGE = sys.maxsize
            start = time.perf_counter()
            same = recheck(request(folder, None)).result == one
            took = time.perf_counter() - start
            print(f"in memory: {took:.0f} s, {'the same' if same else 'ANOTHER'} result")


def measured(folder: Path, claims: int, address: str | None, largest: Any) -> Result:
    """Check a ledger in partitions, and print what that took."""
    timed: list[Timed] = []

    @contextmanager
    def watched(asked: Request) -> Iterator[tuple[Executor, Check]]:
        with executor_for(asked) as (executor, check):
            timed.append(Timed(executor))
            yield timed[0], check

    partitioned.executor_for = watched
    sizes.LARGE = 0
    start = time.perf_counter()
    try:
        result = recheck(request(folder, address)).result
    finally:
        partitioned.executor_for = executor_for
    took = time.perf_counter() - start
    size = sum(one.stat().st_size for one in folder.rglob("*.yaml"))
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{claims:,} claims, {size / 2**20:.0f} MiB: {took:.0f} s", end=", ")
    print(f"{result.summary.checks_run:,} checks, {len(result.findings)} findings; the largest")
    print(f"process {largest()} MiB, the one that started them {here} MiB")
    print(f"{'step':<32}{'tasks':>6}{'seconds':>10}{'processor':>11}{'MiB held':>10}")
    for step, tasks in timed[0].tasks.items():
        held = timed[0].held[step] / 2**20
        figures = f"{timed[0].seconds[step]:>10.1f}{timed[0].worked[step]:>11.1f}{held:>10.0f}"
        print(f"{step:<32}{tasks:>6}{figures}")
    return result


def request(folder: Path, address: str | None) -> Request:
    """Check all of a ledger, without an index."""
    config = find_config(folder)
    return Request(
        paths=[str(folder / "claims")],
        config=config,
        configured=config,
        rules=all_rules(),
        as_of=parse_date("2031-06-01"),
        jobs=WORKERS,
        cluster=address,
    )


@contextmanager
def cluster(wanted: bool) -> Iterator[tuple[str | None, Any]]:  # noqa: FBT001 - an option
    """A cluster of this machine where one is wanted, and what tells the size of its largest."""
    if not wanted:
        yield None, lambda: resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        return
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra

    with (
        LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0", memory_limit=0
        ) as local,
        Client(local, set_as_default=False) as client,
    ):
        yield local.scheduler_address, lambda: max(client.run(peak).values())


def peak() -> int:
    """The largest that this process has been, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
