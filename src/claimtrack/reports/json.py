"""Findings for programs: one JSON document, or one finding a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from claimtrack.findings import Finding, Fix, Location
from claimtrack.result import Result, Summary

SCHEMA = "claimtrack-findings/1"
"""Names the shape; it changes when a field changes its meaning."""

# DEL and C1 controls, line breaks of Unicode, bidirectional controls, lone surrogates.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render_json(result: Result, *, plain: bool = False) -> Iterator[str]:
    """The whole result as one document (`claimtrack-findings/1`); a `plain` one is ASCII."""
    document = {
        "schema": SCHEMA,
        "summary": summary_data(result.summary),
        "findings": [finding_data(finding) for finding in result.findings],
    }
    yield json_text(document, plain, indent=2) + "\n"


def render_jsonl(result: Result, *, plain: bool = False) -> Iterator[str]:
    """One finding a line; the last line holds the schema's name and the summary."""
    for finding in result.findings:
        yield json_text(finding_data(finding), plain) + "\n"
    last = {"schema": SCHEMA, "summary": summary_data(result.summary)}
    yield json_text(last, plain) + "\n"


def json_text(data: Any, plain: bool, indent: int | None = None) -> str:  # noqa: FBT001 - passed on
    """JSON in which letters stay readable, and no character can break a line or act on a terminal.

    What stands outside a string is ASCII, so each escape falls into one.
    """
    return _UNSAFE.sub(_escape, json.dumps(data, ensure_ascii=plain, indent=indent))


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def summary_data(summary: Summary) -> dict[str, Any]:
    """The account of a run as plain data."""
    return {
        "files": summary.files,
        "records": dict(summary.records),
        "checks": {"run": summary.checks_run, "skipped": dict(summary.checks_skipped)},
        "findings": dict(summary.findings),
        "suppressed": dict(summary.suppressed),
        "unused_baseline": summary.unused_baseline,
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
