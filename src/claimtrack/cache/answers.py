"""Answers as they were given: where nothing changed, a check is to look one up."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from typing import Any

from claimtrack.cache.stamps import UNSURE, Stamp
from claimtrack.findings import Edit, Finding, Fix, Location, Severity
from claimtrack.result import Result, Summary

_CODE = re.compile("[A-Z]+[0-9]+")
_NAME = re.compile("[a-z][a-z0-9-]*")


def state_of(files: Iterable[tuple[str, Stamp]]) -> str | None:
    """A digest of the states of some files, by name; None where one of them is not certain."""
    states = sorted(files)
    if any(stamp == UNSURE for _, stamp in states):
        return None
    # In one piece: ten thousand small ones take longer than to look at the files.
    text = "\0".join([part for state in states for part in state])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def question(paths: Sequence[str], only: Sequence[str], day: str, baseline: Iterable[str]) -> str:
    """The name of an answer: what was read, what is shown, when, and what is accepted.

    Paths count as written and as they lead: a link may lead elsewhere the next time.
    """
    real = [os.path.realpath(path) for path in (*paths, *only)]
    asked = json.dumps([list(paths), list(only), real, day, sorted(baseline)])
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()


def row_of(result: Result) -> str:
    """A result as a row; how long it took is no part of it."""
    return json.dumps([result.findings, [_plain(one) for one in result.summary[:-2]]])


def result_of(row: str) -> Result:
    """The result of a row. Raises `ValueError`, `TypeError` or `LookupError` for a foreign one."""
    findings, summary = json.loads(row)
    known = Summary(*summary)
    whole = (known.files, known.checks_run, known.unused_baseline)
    counts = (known.records, known.checks_skipped, known.findings, known.suppressed)
    _all(whole, int)
    for table in counts:
        _all(table.values(), int)
    _all(map(Severity.parse, known.findings), Severity)
    return Result(tuple(finding_of(one) for one in findings), known._replace(checks_made=0))


def finding_of(row: Any) -> Finding:
    """The finding of a row: its fields in their order. Raises `ValueError` for a foreign one.

    What is printed as it stands is looked at closely: rows may come from a stranger.
    """
    code, name, severity, message, primary, related, fingerprint, fix, advice = row
    _all((code, name, message, fingerprint, advice), str)
    if not (_CODE.fullmatch(code) and _NAME.fullmatch(name)):
        raise ValueError(f"{code!r} {name!r} is no rule")
    for place in (primary, *related):
        _all(place[:4], str)
        _all(place[4:], int)
    return Finding(
        code,
        name,
        Severity(severity),
        message,
        Location(*primary),
        tuple([Location(*place) for place in related]),
        fingerprint,
        None if fix is None else Fix(fix[0], tuple([Edit(*one) for one in fix[1]]), fix[2]),
        advice,
    )


def _all(values: Iterable[Any], kind: type) -> None:
    for value in values:
        if not isinstance(value, kind):
            raise ValueError(f"{value!r} is no {kind.__name__}")  # noqa: TRY004 - a damaged row


def _plain(value: Any) -> Any:
    return value if isinstance(value, int) else dict(value)
