"""Findings as commands to the runner of GitHub Actions, which makes annotations of them.

The form is GitHub's ("Workflow commands for GitHub Actions") with the escapes of its own package
`@actions/core`. GitHub shows ten annotations of each severity for a step; the log has all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.findings import Finding, Location, Severity
from claimtrack.reports.plain import file_name, lines
from claimtrack.reports.text import account
from claimtrack.result import Result
from claimtrack.text.terminal import UTF_8

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render_github(result: Result, encoding: str = UTF_8) -> Iterator[str]:
    """One command for each finding, its related places in the message; then the account."""
    for finding in result.findings:
        yield _annotation(finding, encoding) + "\n"
    yield from (line + "\n" for line in account(result.summary))


def _annotation(finding: Finding, encoding: str) -> str:
    properties: dict[str, str | int] = {
        "title": f"{finding.code} {finding.name}",
        "file": file_name(finding.primary.file, encoding),
        **_span(finding.primary),
    }
    message = "\n".join(lines(finding, encoding))
    return command(_COMMANDS[finding.severity], properties, message)


def _span(place: Location) -> dict[str, int]:
    """Lines, and columns where the place is within one line: GitHub takes them only there."""
    if not place.is_placed:
        return {}
    span = {"line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        span |= {"col": place.column, "endColumn": place.end_column}
    return span


def command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    """A command on one line: `::name key=value,key=value::message`."""
    given = ",".join(
        f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{name} {given}::{message.translate(_DATA)}"
