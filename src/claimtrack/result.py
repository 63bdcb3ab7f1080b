"""What a run gives: findings, and an account of what was and was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from attrs import evolve, field, frozen

from claimtrack.findings import Finding, Severity


@frozen(kw_only=True)
class Summary:
    """How much was checked, what was skipped and why, what was found and what was silenced."""

    files: int = 0
    """Claim files read."""
    records: Mapping[str, int] = field(factory=dict)
    """Records, by the name of their list in a claim file."""
    checks_run: int = 0
    """Groups of records that were checked, over all rules."""
    checks_skipped: Mapping[str, int] = field(factory=dict)
    """Checks that could not be made, by reason."""
    findings: Mapping[str, int] = field(factory=dict)
    """Findings shown, by severity."""
    suppressed: Mapping[str, int] = field(factory=dict)
    """Findings not shown, by reason."""
    unused_baseline: int = 0
    """Findings that the baseline accepts and that were not found, where every rule ran."""
    seconds: Mapping[str, float] = field(factory=dict, eq=False)
    """Time spent in each rule's checks, in seconds, by code."""


@frozen(kw_only=True)
class Result:
    """The findings of a run, sorted by file, line, column and code, and its summary."""

    findings: tuple[Finding, ...] = ()
    summary: Summary = field(factory=Summary)

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
        return Result(findings=shown, summary=evolve(self.summary, findings=by_severity(shown)))


def by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    counts = Counter(finding.severity for finding in findings)
    return {str(level): counts[level] for level in sorted(Severity, reverse=True)}
