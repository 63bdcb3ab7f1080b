"""A finding as reports show it: one problem with every place and the words that stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from attrs import frozen

from claimtrack.reports.marks import Badge, Ref
from claimtrack.reports.runs import Run

_GRAVEST: Final = ("error", "warning", "info")
_SIDES: Final = 2


@frozen
class Saying:
    """What a claim says, in few words, so that a finding shows each side."""

    speaker: Ref
    stance: Badge
    proposition: Ref | None
    words: Run | None
    """What it quotes, else its statement; None where the proposition says all of it."""
    quoted: bool
    """Whether the words are the speaker's, and not the ledger's own."""


@frozen
class Place:
    """A place in a claim file."""

    file: Run
    """Path, relative to the working folder."""
    line: int
    """From 1; 0 where it is not known."""
    column: int
    """From 1, in code points."""
    says: Run
    """What stands there; may be empty."""
    record: Ref | None
    """The record to which the place belongs."""
    article: Ref | None = None
    """The article in which the claim stands."""
    printed: Run | None = None
    """By whom and when the article was published."""
    saying: Saying | None = None
    """What the claim says; None for the last of very many places."""
    notice: Run | None = None
    """What the correction says that the place is about."""


@frozen
class FindingView:
    """One problem with every place that it is about, the newest first."""

    anchor: str
    code: str
    name: str
    severity: Badge
    message: Run
    help: Run
    """What to do; may be empty."""
    places: tuple[Place, ...]

    @property
    def about(self) -> tuple[Ref, ...]:
        """The articles, or without them the records, that it is about, each once."""
        refs = (place.article or place.record for place in self.places)
        return tuple(dict.fromkeys(ref for ref in refs if ref is not None))

    @property
    def rank(self) -> tuple[int, bool, bool]:
        """Sorts findings by what matters to a reader.

        The gravest come first; of those, what stands between articles, then what lies in one, and
        last what is about the form of files.
        """
        articles = {place.article for place in self.places if place.article is not None}
        return _GRAVEST.index(self.severity.word), self.about_files, len(articles) < _SIDES

    @property
    def proposition(self) -> Ref | None:
        """What all claims speak to that it is about, where that is one proposition."""
        sayings = (place.saying for place in self.places)
        found = {saying.proposition for saying in sayings if saying is not None}
        return found.pop() if len(found) == 1 else None

    @property
    def about_files(self) -> bool:
        """Whether it is about the form or the upkeep of files, not about what was said."""
        return self.code.startswith(("CT0", "CT8", "CT9"))


@frozen
class RuleView:
    """A rule that found something, with its page and its findings."""

    code: str
    name: str
    severity: Badge
    page: tuple[str, ...]
    """The paragraphs of its page, in the program's language; none where it is not installed."""
    findings: Sequence[FindingView]

    @property
    def summary(self) -> str:
        """What its page begins with: what the rule finds."""
        return " ".join(self.page[0].split()) if self.page else ""


BySeverity = tuple[tuple[Badge, tuple[FindingView, ...]], ...]
"""The findings of each severity that has any, the gravest first."""


def by_severity(findings: Iterable[FindingView]) -> BySeverity:
    """The findings, gravest first as they come, by their severity."""
    grouped = groupby(findings, key=lambda finding: finding.severity)
    return tuple((severity, tuple(found)) for severity, found in grouped)


def by_rule(findings: Iterable[FindingView]) -> list[tuple[FindingView, ...]]:
    """The findings of each rule, by the rank of its first, then by code."""
    found: defaultdict[str, list[FindingView]] = defaultdict(list)
    for finding in findings:
        found[finding.code].append(finding)
    return sorted(map(tuple, found.values()), key=lambda some: (some[0].rank, some[0].code))
