"""Findings as a JUnit report, which Jenkins and most other CI servers read.

Each claim file with findings is a suite and each finding a test, which fails where it fails the
command. One more test, which passes, holds the account of the run: a server that finds no test
takes a clean run for a broken one. The form is that of Jenkins' JUnit plug-in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from claimtrack.findings import Finding, Severity
from claimtrack.reports.plain import file_name, further_lines, place_line
from claimtrack.reports.text import account
from claimtrack.result import Result
from claimtrack.text.terminal import safe

# What XML 1.0 may not hold in any form (its production Char), tabs and line breaks aside.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})


def render_junit(
    result: Result, fail_on: Severity | None = Severity.ERROR, *, plain: bool = False
) -> Iterator[str]:
    """The report as one XML document; a `plain` one is ASCII, other letters by their number."""
    for line in _document(result, fail_on):
        yield line.encode("ascii", "xmlcharrefreplace").decode() if plain else line


def _document(result: Result, fail_on: Severity | None) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_counts(result.findings, fail_on, more=1)}>\n"
    for file, found in groupby(result.findings, key=lambda finding: finding.primary.file):
        yield from _suite(file, tuple(found), fail_on)
    yield f'  <testsuite name="claimtrack"{_counts((), fail_on, more=1)}>\n'
    yield '    <testcase classname="claimtrack" name="run">\n'
    yield f"      <system-out>{_text(chr(10).join(account(result.summary)))}</system-out>\n"
    yield "    </testcase>\n  </testsuite>\n</testsuites>\n"


def _suite(file: str, findings: Sequence[Finding], fail_on: Severity | None) -> Iterator[str]:
    yield f"  <testsuite{_attribute('name', file_name(file))}{_counts(findings, fail_on)}>\n"
    names: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.code} {finding.name} {safe(finding.primary.record)}".rstrip()
        names[name] += 1
        yield from _case(finding, f"{name} ({names[name]})" if names[name] > 1 else name, fail_on)
    yield "  </testsuite>\n"


def _case(finding: Finding, name: str, fail_on: Severity | None) -> Iterator[str]:
    at = finding.primary
    # Servers take what follows a dot for the name of a class, so the suffix goes.
    home = str(PurePosixPath(at.file).with_suffix("")) if PurePosixPath(at.file).name else at.file
    attributes = {"classname": file_name(home), "name": name, "file": file_name(at.file)}
    if at.is_placed:
        attributes["line"] = str(at.line)
    yield f"    <testcase{''.join(_attribute(*item) for item in attributes.items())}>\n"
    message = safe(finding.message)
    says = _text("\n".join((place_line(at), *further_lines(finding))))
    if _fails(finding, fail_on):
        told = _attribute("message", message) + _attribute("type", str(finding.severity))
        yield f"      <failure{told}>{says}</failure>\n"
    else:
        head = _text(f"{finding.severity}: {message}\n")
        yield f"      <system-out>{head}{says}</system-out>\n"
    yield "    </testcase>\n"


def _fails(finding: Finding, fail_on: Severity | None) -> bool:
    return fail_on is not None and finding.severity >= fail_on


def _counts(findings: Sequence[Finding], fail_on: Severity | None, *, more: int = 0) -> str:
    failures = sum(_fails(finding, fail_on) for finding in findings)
    return f' tests="{len(findings) + more}" failures="{failures}" errors="0" skipped="0"'


def _attribute(name: str, value: str) -> str:
    return f' {name}="{_text(value)}"'


def _text(text: str) -> str:
    """A text as XML has it, in an attribute as well; what XML cannot hold becomes U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_ENTITIES)
