"""A finding in plain words, for programs that show it on pages of their own.

They read no colours and know no excerpts, and set what they show in whatever way they like. So the
words are harmless and isolated as for a terminal (docs/decisions/0010-terminal.md), line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding, Location
from claimtrack.text.terminal import UTF_8, safe, visible

MOST_PLACES = 10
"""Related places that are named in the words of a finding; the rest are counted."""


def file_name(path: str, encoding: str = UTF_8) -> str:
    """A path, letter by letter as it is, but for characters that could act."""
    return "".join(visible(char, encoding) for char in path)


def lines(finding: Finding, encoding: str = UTF_8) -> Iterator[str]:
    """What a finding says: the message, what stands in each place, and what to do."""
    yield safe(finding.message, encoding)
    if finding.primary.message:
        yield f"- {place_line(finding.primary, encoding)}"
    yield from further_lines(finding, encoding)


def further_lines(finding: Finding, encoding: str = UTF_8) -> Iterator[str]:
    """What is to be told beside the message and the primary place."""
    yield from (f"- {place_line(place, encoding)}" for place in finding.related[:MOST_PLACES])
    more = len(finding.related) - MOST_PLACES
    if more > 0:
        yield f"- {more} more place{'' if more == 1 else 's'}"
    if finding.help:
        yield f"help: {safe(finding.help, encoding)}"


def place_line(place: Location, encoding: str = UTF_8) -> str:
    """`file:line:column: what stands there`, on one line."""
    where = file_name(place.file, encoding)
    if place.is_placed:
        where += f":{place.line}:{place.column}"
    return f"{where}: {safe(place.message, encoding)}" if place.message else where


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding, and the how manieth it is with its fingerprint, from 1 on."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield finding, seen[finding.fingerprint]
