"""Findings as SARIF 2.1.0, which code scanning services and editors read.

The standard is OASIS' Static Analysis Results Interchange Format; numbers of sections are its own.
Fixes are not in it: `claimtrack fix` makes one only where a second check finds the better ledger,
which a reader of this file cannot do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Any
from urllib.parse import quote

from claimtrack.findings import Finding, Location, Severity
from claimtrack.reports.json import json_text, summary_data
from claimtrack.reports.pages import page_text, summary_line
from claimtrack.reports.plain import numbered
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.text.terminal import safe

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What paths are relative to: the working folder, which the reader knows and this file does not."""
LONGEST = 1024
"""Characters that GitHub takes as the full description of a rule; its help has all of it."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# Braces hold places for arguments (3.11.5); brackets before a parenthesis are a link (3.11.6).
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
# Python keeps a byte of a name that is not UTF-8 as U+DC80 … U+DCFF; other surrogates have none.
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render_sarif(
    result: Result, rules: Iterable[AnyRule], version: str, *, plain: bool = False
) -> Iterator[str]:
    """One run as one document; `rules` are those that may have run, of which some are described.

    `version` is that of the program. A `plain` document is ASCII.
    """
    codes = {code: index for index, code in enumerate(sorted({f.code for f in result.findings}))}
    known = {rule.code: rule for rule in rules}
    names = {finding.code: finding.name for finding in result.findings}
    driver = {
        "name": "claimtrack",
        "semanticVersion": version,
        "rules": [_descriptor(code, names[code], known.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The folder in which claimtrack was run."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes[finding.code], number)
            for finding, number in numbered(result.findings)
        ],
        "properties": {"summary": summary_data(result.summary)},
    }
    # On one line: services take ten megabytes, and nobody reads this by eye.
    yield json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, plain) + "\n"


def _descriptor(code: str, name: str, rule: AnyRule | None) -> dict[str, Any]:
    """What the rule's page says of it (3.49)."""
    if rule is None:
        return {"id": code, "name": name}
    about = page_text(rule)
    what = about.split("\n\nWhat to do")[0]
    silence = f"ignore: [{{rule: {name}, reason: why it does not apply here}}]"
    page = f"{about}\n\nTo silence it for one record:\n\n    {silence}\n"
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": _escaped(summary_line(rule))},
        "fullDescription": {"text": shorten(_escaped(what), LONGEST, placeholder=" …")},
        "help": {"text": _escaped(page), "markdown": _escaped(page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, number: int) -> dict[str, Any]:
    advice = f"\nhelp: {safe(finding.help)}" if finding.help else ""
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _escaped(safe(finding.message) + advice)},
        "locations": [_location(finding.primary)],
        "partialFingerprints": {
            "claimtrackFingerprint/v1": finding.fingerprint,
            # By this one GitHub knows an alert again; else it makes one of the text of the line.
            "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place)} for number, place in enumerate(finding.related, 1)
        ]
    return result


def _location(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file), "uriBaseId": ROOT}}
    if place.is_placed:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.record and not place.record.startswith("file:"):
        location["logicalLocations"] = [{"fullyQualifiedName": safe(place.record)}]
    if place.message:
        location["message"] = {"text": _escaped(safe(place.message))}
    return location


def uri(path: str) -> str:
    """A path as a relative reference (RFC 3986), byte by byte what the file is called."""
    return quote(_NO_BYTE.sub("\ufffd", path).encode("utf-8", "surrogateescape"))


def _escaped(text: str) -> str:
    """A text as a message string has it: no place for an argument, no link."""
    return _LINK.sub(r"\\[", text.translate(_BRACES))
