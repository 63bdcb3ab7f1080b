"""Findings in Markdown for a comment on a pull request, or the summary of a CI job.

Nothing that comes from a ledger is read as Markdown or HTML, calls anybody or links an issue, and
right-to-left words are isolated. What does not fit is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimtrack.findings import Finding, Location
from claimtrack.reports.commonmark import escaped, said
from claimtrack.reports.plain import MOST_PLACES
from claimtrack.reports.runs import code_run, run_of
from claimtrack.reports.text import account
from claimtrack.result import Result

COMMENT = 65_000
"""Bytes that a comment gets: GitHub takes 65,536 characters, GitLab more."""
STEP_SUMMARY = 1024 * 1024
"""Bytes that GitHub takes as the summary of one step of a job."""

_MORE = 100  # bytes kept for the line that counts the rest
# GitHub looks for these where Markdown is done, so a backslash is no help; a break of no width is.
_CALLS = re.compile(r"([@#])(?=\S)")


def render_markdown(result: Result, most: int = COMMENT, *, plain: bool = False) -> Iterator[str]:
    """The account, how many findings each rule has, and each finding with all its places.

    Findings are given up to `most` bytes of UTF-8, and those left are counted. A `plain` text is
    ASCII, other letters by their number.
    """
    room = most - _MORE
    for left, block in _blocks(result):
        text = block.encode("ascii", "xmlcharrefreplace").decode() if plain else block
        room -= len(text.encode())
        if room < 0:
            if most >= _MORE and left:
                yield f"\n*{left:,} more finding{'' if left == 1 else 's'}*\n"
            return
        yield text


def _blocks(result: Result) -> Iterator[tuple[int, str]]:
    """Pieces of the text, each with the number of findings that are told in it and after it."""
    findings = result.findings
    lines = "".join(f"\n{_safe(escaped(line))}\n" for line in account(result.summary))
    yield len(findings), f"### claimtrack\n{lines}"
    if not findings:
        return
    yield len(findings), "\n" + "".join(f"{line}\n" for line in _table(findings)) + "\n"
    for done, finding in enumerate(findings):
        yield len(findings) - done, "".join(f"{line}\n" for line in _item(finding))


def _table(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings each rule has, the gravest first."""
    counts = Counter(
        (-found.severity, found.code, found.name, found.severity) for found in findings
    )
    yield "| findings | severity | rule |"
    yield "|--:|---|---|"
    for (_, code, name, severity), count in sorted(counts.items()):
        yield f"| {count:,} | {severity} | {_safe(escaped(f'{code} {name}'))} |"


def _item(finding: Finding) -> Iterator[str]:
    rule = _safe(escaped(f"{finding.code} {finding.name}"))
    yield f"- **{finding.severity}** {rule}: {_said(finding.message)}"
    yield from map(_place, finding.places[: MOST_PLACES + 1])
    more = len(finding.related) - MOST_PLACES
    if more > 0:
        yield f"  - {more} more place{'' if more == 1 else 's'}"
    if finding.help:
        yield f"  - *help:* {_said(finding.help)}"


def _place(place: Location) -> str:
    where = _safe(said(code_run(place.file)))
    if place.is_placed:
        where += f":{place.line}:{place.column}"
    return f"  - {where} · {_said(place.message)}" if place.message else f"  - {where}"


def _said(text: str) -> str:
    return _safe(said(run_of(text)))


def _safe(text: str) -> str:
    """Escaped Markdown in which no name is called and no issue is linked."""
    return _CALLS.sub("\\1\u200b", text)
