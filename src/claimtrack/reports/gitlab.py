"""Findings as a Code Quality report of GitLab, which shows them in a merge request.

The form is GitLab's part of the Code Climate format ("Code quality report format"). GitLab tells
findings apart, and knows them again in another commit, by their fingerprints.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.findings import Finding, Severity, fingerprint
from claimtrack.reports.json import json_text
from claimtrack.reports.plain import file_name, lines, numbered
from claimtrack.result import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render_gitlab(result: Result, *, plain: bool = False) -> Iterator[str]:
    """All findings as one JSON list; a `plain` one is ASCII."""
    issues = [_issue(finding, number) for finding, number in numbered(result.findings)]
    yield json_text(issues, plain, indent=2) + "\n"


def _issue(finding: Finding, number: int) -> dict[str, Any]:
    at = finding.primary
    return {
        "description": f"{finding.code} " + "\n".join(lines(finding)),
        "check_name": finding.name,
        "fingerprint": _unique(finding, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": file_name(at.file),
            # A line is required: what is about the file as such stands at its beginning.
            "lines": {"begin": max(at.line, 1), "end": max(at.end_line, 1)},
        },
    }


def _unique(finding: Finding, number: int) -> str:
    """The finding's fingerprint, or one made of it where an earlier finding has the same."""
    return finding.fingerprint if number == 1 else fingerprint(finding.fingerprint, str(number))
