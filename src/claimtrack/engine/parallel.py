"""Checking by several processes: each takes some of the rules, and looks at all records.

No record is sent anywhere: the processes begin with all of them. What comes back are findings and
counts, and for an index what each process has recorded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from claimtrack.engine.checking import Checker
from claimtrack.engine.families import families
from claimtrack.findings import Finding
from claimtrack.model import CapturedText, Record, RuleCrash
from claimtrack.processes import shared_out
from claimtrack.rule import AnyRule

FEW = 2000
"""Records that one process checks sooner than others are started."""


class _Part(NamedTuple):
    """What one process found out with some rules."""

    findings: list[Finding]
    checks: int
    skipped: Counter[str]
    crashes: list[RuleCrash]
    seconds: dict[str, float]
    recorded: object


def check_by(jobs: int, checker: Checker, records: Sequence[Record]) -> list[Finding]:
    """The findings of all groups, by up to `jobs` processes where there are enough records."""
    if jobs < 2 or len(records) < FEW:  # noqa: PLR2004 - two or more
        return checker.check(records)

    def work(rules: Sequence[AnyRule]) -> _Part:
        part = Checker(rules, checker.plain, checker.derived, recorder=checker.recorder)
        findings = part.check(records)
        recorded = None if part.recorder is None else part.recorder.take()
        return _Part(
            findings, part.checks, part.skipped, part.crashes, dict(part.seconds), recorded
        )

    findings: list[Finding] = []
    tasks = _dealt(checker.rules, jobs)
    for done, part in enumerate(shared_out(work, tasks, jobs)):
        findings += part.findings
        checker.checks += part.checks
        checker.skipped.update(part.skipped)
        checker.crashes += part.crashes
        checker.seconds.update(part.seconds)
        if checker.recorder is not None:
            checker.recorder.put_back(part.recorded)
        if checker.progress is not None:
            checker.progress(done + 1, len(tasks))
    return findings


def _dealt(rules: Sequence[AnyRule], jobs: int) -> list[list[AnyRule]]:
    """The rules as tasks, families kept together; some more tasks than processes, to even out.

    What reads texts takes longest: whoever begins with it is not the last to be done.
    """
    every = families(rules)
    every.sort(key=lambda family: (CapturedText not in family.reads, -len(family.members)))
    tasks: list[list[AnyRule]] = [[] for _ in range(min(len(every), 3 * jobs))]
    for place, family in enumerate(every):
        members: Sequence[Any] = family.members
        tasks[place % len(tasks)] += members
    return tasks
