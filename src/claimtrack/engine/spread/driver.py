"""The course of a run: read, make records findable, derive, check, conclude."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, TypeVar

from attrs import field, frozen

from claimtrack.engine.checking import Checker, Progress
from claimtrack.engine.run import About, concluded
from claimtrack.engine.spread.emitting import Mapped, map_chunk
from claimtrack.engine.spread.executor import Executor
from claimtrack.engine.spread.facts import Known, Lookup, facts_of
from claimtrack.engine.spread.naming import LEDGER, Homes, build_names
from claimtrack.engine.spread.plan import EDGES, JOINING, PLAIN, Plan, channel_of
from claimtrack.engine.spread.reducing import Stage, check_partition, derive_partition, move
from claimtrack.engine.spread.stars import Edges, components
from claimtrack.engine.view import View
from claimtrack.findings import Finding
from claimtrack.model import KINDS, Record, RuleCrash
from claimtrack.result import Result
from claimtrack.rule import AnyRule

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")


@frozen(kw_only=True)
class Sight:
    """What is asked of a run besides its plan."""

    rules: Sequence[AnyRule]
    """All that exist."""
    inside: Iterable[tuple[str, str]] = ()
    """The claim files with their paths seen from the configuration's folder."""
    in_part: bool = False
    """Whether the configured ledger is there in part only."""
    baseline: AbstractSet[str] = frozenset()
    reading: Progress | None = None
    checking: Progress | None = None
    aside: Callable[[Any], None] = field(default=lambda _: None)
    """Is shown what the reader of each chunk gave aside."""


def spread(plan: Plan, chunks: Sequence[Any], executor: Executor, sight: Sight) -> Result:
    """The result of checking what the plan's reader finds in some chunks.

    The findings have no lines yet. Raises `ClaimtrackError` for a derived record that no row
    holds, and what the executor raises.
    """
    course = _Course(plan, executor)
    course.read(chunks, sight)
    for place in range(plan.depth - 1):
        course.derive(place)
    findings = course.check(sight.checking)
    about = About(
        records=course.special,
        inside=sight.inside,
        is_whole=not sight.in_part and not course.flawed,
        files=course.files,
        counts=course.kinds,
    )
    lookup = Lookup(plan, course.known)
    try:
        checker = Checker(plan.rules, View(lookup, plan.config), {})
        checker.checks = course.checks
        checker.skipped = course.skipped
        checker.crashes = course.crashes
        checker.seconds.update(course.seconds)
        return concluded(
            about, findings, checker, sight.rules, as_of=plan.as_of, baseline=sight.baseline
        )
    finally:
        lookup.close()


class _Course:
    """How far a run has come."""

    def __init__(self, plan: Plan, executor: Executor) -> None:
        self._plan = plan
        self._executor = executor
        self._files: list[str] = []
        self._used = 0
        self.known: Known
        self.special: list[Record] = []
        self.files = self.flawed = self.checks = 0
        self.kinds = dict.fromkeys(KINDS, 0)
        self.skipped: Counter[str] = Counter()
        self.crashes: list[RuleCrash] = []
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def read(self, chunks: Sequence[Any], sight: Sight) -> None:
        """Write the records of all chunks, and find out what the tasks must know of them."""
        special: list[tuple[int, Record]] = []
        names: list[str] = []
        used = 0
        work = partial(map_chunk, self._plan)
        for mapped in self._each(work, [*enumerate(chunks)], sight.reading):
            self._take(mapped)
            used |= mapped.used
            names.append(mapped.file)
            self.files += mapped.files
            self.flawed += mapped.flawed
            for name, count in mapped.kinds:
                self.kinds[name] += count
            special += mapped.special
            sight.aside(mapped.aside)
        home = self._make_findable(LEDGER, names, used)
        self.known, self.special = facts_of(self._plan, home, special)

    def derive(self, place: int) -> None:
        """Do a deriver's stage."""
        stage, partitions = self._ready(place)
        names: list[str] = []
        used = 0
        work = partial(derive_partition, self._plan, stage, self.known)
        for made in self._each(work, partitions):
            self._take(made)
            if made.used:
                names.append(made.file)
                used |= made.used
        if names:
            self.known = self.known.also(self._make_findable(f"derived-{place}", names, used))

    def check(self, progress: Progress | None) -> list[Finding]:
        """Do the stage of the rules."""
        stage, partitions = self._ready(self._plan.depth - 1)
        findings: list[Finding] = []
        work = partial(check_partition, self._plan, stage, self.known)
        for done in self._each(work, partitions, progress):
            findings += done.findings
            self.checks += done.checks
            self.skipped.update(done.skipped)
            self.crashes += done.crashes
            for code, seconds in done.seconds.items():
                self.seconds[code] += seconds
        return findings

    def _take(self, mapped: Mapped) -> None:
        self._used |= mapped.used
        self._files.append(mapped.file)
        self.skipped.update(mapped.skipped)
        self.crashes += mapped.crashes

    def _make_findable(self, databases: str, names: Sequence[str], used: int) -> Homes:
        """Build the look-up of the records in some files."""
        plan = self._plan
        listed = plan.enlist(f"{databases}.json", names)
        partitions = plan.filled(used, plan.names)
        work = partial(build_names, plan, databases, listed)
        kinds: set[str] = set()
        for found in self._each(work, partitions):
            kinds |= found
        return Homes(databases, frozenset(kinds), sum(1 << partition for partition in partitions))

    def _ready(self, place: int) -> tuple[Stage, list[int]]:
        """A stage whose keys are joined, and the partitions in which it has something to do."""
        plan = self._plan
        listed = plan.enlist(f"stage-{place}.json", self._files)
        stage = Stage(place, listed, None, None)
        channels = [channel_of(place, what) for what in (PLAIN, JOINING)]
        todo = {one for channel in channels for one in plan.filled(self._used, channel)}
        edges = channel_of(place, EDGES)
        if plan.filled(self._used, edges):
            start = Edges(listed, edges, plan.slots)
            stars, used = components(plan, place, start, self._used, self._executor)
            stage = stage._replace(stars=stars)
            moved: list[str] = []
            for name, slots in self._each(partial(move, plan, stage), plan.filled(used, 0)):
                moved.append(name)
                todo.update(plan.filled(slots, 0))
            stage = stage._replace(moved=plan.enlist(f"moved-{place}.json", moved))
        return stage, sorted(todo)

    def _each(
        self,
        work: Callable[[TaskT], ResultT],
        tasks: Sequence[TaskT],
        progress: Progress | None = None,
    ) -> Iterable[ResultT]:
        for done, result in enumerate(self._executor.each(work, tasks), 1):
            yield result
            if progress is not None:
                progress(done, len(tasks))
