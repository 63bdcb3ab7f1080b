"""What a run gives: findings, and an account of what was and was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.findings import Finding, Severity

_NONE: Mapping[str, int] = MappingProxyType({})
_NO_TIME: Mapping[str, float] = MappingProxyType({})


class Summary(NamedTuple):  # noqa: PLW1641 - a tuple's own hash, which mappings refuse
    """How much was checked, what was skipped and why, what was found and what was silenced.

    Two are equal that say the same of the ledger, whatever it took to find out.
    """

    files: int = 0
    """Claim files read."""
    records: Mapping[str, int] = _NONE
    """Records, by the name of their list in a claim file."""
    checks_run: int = 0
    """Groups of records that were checked, over all rules."""
    checks_skipped: Mapping[str, int] = _NONE
    """Checks that could not be made, by reason."""
    findings: Mapping[str, int] = _NONE
    """Findings shown, by severity."""
    suppressed: Mapping[str, int] = _NONE
    """Findings not shown, by reason."""
    unused_baseline: int = 0
    """Findings that the baseline accepts and that were not found, where every rule ran."""
    checks_made: int | None = None
    """Of the groups those that this run itself checked; None where it checked all of them."""
    seconds: Mapping[str, float] = _NO_TIME
    """Time spent in each rule's checks, in seconds, by code."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Summary) and self[:-2] == other[:-2]

    def __ne__(self, other: object) -> bool:
        return not self == other


class Result(NamedTuple):
    """The findings of a run, sorted by file, line, column and code, and its summary."""

    findings: tuple[Finding, ...] = ()
    summary: Summary = Summary()

    def exit_code(self, fail_on: Severity | None = Severity.ERROR) -> int:
        """The exit status of the command: 1 with a finding of at least `fail_on`, else 0.

        2 where nothing was checked: no file, no record, or no check, and nothing to tell of it.
        """
        summary = self.summary
        checked = summary.files and summary.checks_run and any(summary.records.values())
        if not (checked or self.findings):
            return 2
        if fail_on is None:
            return 0
        return int(any(finding.severity >= fail_on for finding in self.findings))

    def shown_in(self, holds: Callable[[str], bool]) -> Result:
        """The same run with only those findings that have a place in a file of which `holds`.

        Findings are counted anew; files, records, checks and what was suppressed are the run's.
        """
        shown = tuple(
            finding
            for finding in self.findings
            if any(holds(place.file) for place in finding.places)
        )
        return Result(shown, self.summary._replace(findings=by_severity(shown)))

    def shown_since(self, brought: Iterable[Finding]) -> Result:
        """The same run with those findings only that a change brought; the others are counted."""
        shown = tuple(brought)
        suppressed = {**self.summary.suppressed, "earlier": len(self.findings) - len(shown)}
        summary = self.summary._replace(findings=by_severity(shown), suppressed=suppressed)
        return Result(shown, summary)


def by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    counts = Counter(finding.severity for finding in findings)
    return {str(level): counts[level] for level in sorted(Severity, reverse=True)}
