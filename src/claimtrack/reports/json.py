"""Findings for programs: one JSON document, or one finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimtrack.findings import Finding, Fix, Location
from claimtrack.result import Result, Summary

SCHEMA = "claimtrack-findings/1"
"""Names the shape; it changes when a field changes its meaning."""


def render_json(result: Result) -> Iterator[str]:
    """The whole result as one document (`claimtrack-findings/1`)."""
    document = {
        "schema": SCHEMA,
        "summary": summary_data(result.summary),
        "findings": [finding_data(finding) for finding in result.findings],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def render_jsonl(result: Result) -> Iterator[str]:
    """One finding a line; the last line holds the schema's name and the summary."""
    for finding in result.findings:
        yield json.dumps(finding_data(finding), ensure_ascii=False) + "\n"
    last = {"schema": SCHEMA, "summary": summary_data(result.summary)}
    yield json.dumps(last, ensure_ascii=False) + "\n"


def summary_data(summary: Summary) -> dict[str, Any]:
    """The account of a run as plain data."""
    return {
        "files": summary.files,
        "records": dict(summary.records),
        "checks": {"run": summary.checks_run, "skipped": dict(summary.checks_skipped)},
        "findings": dict(summary.findings),
        "suppressed": dict(summary.suppressed),
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "primary": _place(finding.primary),
        "related": [_place(place) for place in finding.related],
        "fix": _fix(finding.fix),
        "help": finding.help,
    }


def _place(place: Location) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "record": place.record,
        "message": place.message,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "message": fix.message,
        "safe": fix.safe,
        "edits": [edit._asdict() for edit in fix.edits],
    }
