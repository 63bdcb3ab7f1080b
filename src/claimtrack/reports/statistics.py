"""Counts by rule, and where the time went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding
from claimtrack.result import Summary


def statistics(findings: Iterable[Finding]) -> Iterator[str]:
    """How many findings each rule has, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code}  {name}\n"


def durations(summary: Summary) -> Iterator[str]:
    """How many groups were checked now, and the time that each rule took, the slowest first.

    Times are in milliseconds; of groups whose result was known there is none.
    """
    made = summary.checks_run if summary.checks_made is None else summary.checks_made
    yield f"checked now: {made:,} of {summary.checks_run:,}\n"
    for code, seconds in sorted(summary.seconds.items(), key=lambda item: (-item[1], item[0])):
        yield f"{seconds * 1000:>10.2f} ms  {code}\n"
