"""The one view model of all reports: what a page shows, as frozen plain data.

Every text is a `Run`, every word of a closed vocabulary a `Badge`, every mention of a record a
`Ref`. Nothing here knows HTML, Markdown or the words of the interface. Terms are the glossary's.
Views of records are made when they are asked for, and not kept: a report is as small as its ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import evolve, frozen

from claimtrack.reports.claim_view import ClaimView
from claimtrack.reports.dossier_views import (
    ClaimDossier,
    Difference,
    Graph,
    Lane,
    Mark,
    Resting,
    RootsView,
    Row,
)
from claimtrack.reports.edition import Due, Edition, Holding
from claimtrack.reports.finding_view import (
    BySeverity,
    FindingView,
    RuleView,
    by_rule,
    by_severity,
)
from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.runs import Run


@frozen
class VerdictView:
    """A published judgement on a proposition."""

    veracity: Badge
    lifecycle: Badge
    reviewer: Ref
    date: Run
    label: Run | None
    url: str | None
    evidence: tuple[Ref | str, ...]
    """Records, or web addresses, on which it rests."""


@frozen
class PropositionView:
    """What can be true or false, everyone who spoke to it, and the verdicts."""

    anchor: str
    id: Run
    text: Run
    other_texts: tuple[Run, ...]
    kind: Badge | None
    topics: tuple[Run, ...]
    contradicts: tuple[Ref, ...]
    implies: tuple[Ref, ...]
    same_as: tuple[Ref, ...]
    part_of: Ref | None
    parties: tuple[Ref, ...]
    verdicts: tuple[VerdictView, ...]
    claims: Sequence[ClaimView]
    """Oldest first."""
    note: Run | None
    findings: tuple[FindingRef, ...]
    """Those about the proposition itself; its claims carry their own."""
    row: Row
    """What each outlet prints of it."""
    declined: Sequence[ClaimView]
    """Who was asked and gave no answer."""
    differences: tuple[Difference, ...]
    """Words of one speaker in two versions."""
    roots: RootsView | None
    graph: Graph | None
    missing: bool = False


@frozen
class RoleView:
    """A title held for a time."""

    title: Run
    of: Ref | None
    start: Run | None
    end: Run | None


@frozen
class ActorView:
    """Somebody who speaks, or is reported to."""

    anchor: str
    id: Run
    name: Run
    other_names: tuple[Run, ...]
    """The name in other languages, then the aliases."""
    kind: Badge | None
    described_as: Run | None
    roles: tuple[RoleView, ...]
    claims: Sequence[ClaimView]
    """As a speaker, oldest first."""
    own_voice: Sequence[ClaimView]
    """What an outlet's articles say in their own voice, oldest first."""
    lanes: tuple[Lane, ...]
    """The claims by topic."""
    declined: Sequence[ClaimView]
    """Where it was asked and gave no answer."""
    findings: tuple[FindingRef, ...]
    missing: bool = False

    @property
    def speaks(self) -> bool:
        """Whether any claim is laid to it."""
        return bool(self.claims or self.own_voice)


@frozen
class CorrectionView:
    """A correction that an article carries."""

    date: Run
    text: Run
    affects: tuple[Ref, ...]


@frozen
class ArticleView:
    """A published piece and the claims that stand in it."""

    anchor: str
    id: Run
    title: Run
    other_titles: tuple[Run, ...]
    outlet: Ref
    published: Run
    byline: Run | None
    kind: Badge
    status: Badge
    url: str | None
    archived: str | None
    captured: bool
    """Whether its text was read; one that is named and is not there was not."""
    corrections: tuple[CorrectionView, ...]
    reprint_of: Ref | None
    """What it says that it reprints."""
    cites: tuple[Ref, ...]
    copies: tuple[tuple[Ref, int], ...]
    """Articles with most of the same text, and how much of the later one, in percent."""
    text: tuple[tuple[Mark, ...], ...]
    """The paragraphs of the current captured text."""
    truncated: bool
    """Whether the text goes on after what is shown."""
    resting: tuple[Resting, ...]
    """What a correction of it would reach."""
    claims: Sequence[ClaimView]
    findings: tuple[FindingRef, ...]

    @property
    def has_notice(self) -> bool:
        """Whether its publisher corrected it or took it back."""
        return self.status.word != "usable" or bool(self.corrections)


@frozen
class Entry:
    """A record in an index."""

    ref: Ref
    claims: int
    lines: int
    """What its page lists, and goes on over further pages if need be."""
    sorts: tuple[Badge, ...]
    topics: tuple[Run, ...]
    findings: tuple[FindingRef, ...]
    date: Run | None = None
    outlet: Ref | None = None
    words: str = ""
    """All by which a search finds it."""


@frozen
class Gap:
    """Something that was not checked, or not shown, and how often."""

    why: str
    """A word of the messages' table `gap`, or a reason that a rule gave (`no-captured-text`)."""
    count: int


@frozen
class Counts:
    """How much there is, and how much was checked."""

    files: int
    checks: int
    claims: int
    speakers: int
    propositions: int
    articles: int
    errors: int
    warnings: int
    infos: int


@frozen
class Report:
    """Everything that the pages show, for one ledger on one day."""

    edition: Edition
    counts: Counts
    changed: tuple[Holding, ...]
    """What changed since the last edition, by sort of change; empty without an earlier one."""
    due: tuple[Due, ...]
    """Corrections that are owed, and decisions that somebody must look at again."""
    actors: Sequence[ActorView]
    """Those who speak, by name; then those who only are in the ledger."""
    propositions: Sequence[PropositionView]
    """In the order of the ledger; those that are only referred to come last."""
    claims: Sequence[ClaimDossier]
    """Oldest first."""
    unassigned: Sequence[ClaimView]
    """Claims without a proposition, oldest first: kept, but not compared."""
    articles: Sequence[ArticleView]
    """Newest first."""
    matrix: Sequence[Row]
    """Propositions of which several outlets speak, the disputed ones first."""
    corrected: Sequence[ArticleView]
    """Articles that were corrected or taken back, newest first."""
    index: Index
    rules: tuple[RuleView, ...]
    """Those that found something, by the rank of their first finding, then by code."""
    findings: tuple[FindingView, ...]
    """By rank: the gravest first, conflicts between articles before others; then by place."""
    gaps: tuple[Gap, ...]
    """What was not checked or not compared."""
    silenced: tuple[Gap, ...]
    """What was found, and is not shown because somebody silenced it."""

    @property
    def title(self) -> Run:
        """What the report is called."""
        return self.edition.title

    @property
    def due_by_sort(self) -> tuple[tuple[str, tuple[Due, ...]], ...]:
        """What is due, the most urgent sort first."""
        grouped = groupby(self.due, key=lambda one: one.sort)
        return tuple((sort, tuple(found)) for sort, found in grouped)

    @property
    def rules_by_severity(self) -> tuple[tuple[Badge, tuple[RuleView, ...]], ...]:
        """For each severity that any finding has the rules, each with its findings of that one."""
        known = {rule.code: rule for rule in self.rules}
        return tuple(
            (
                severity,
                tuple(
                    evolve(known[some[0].code], severity=severity, findings=some)
                    for some in by_rule(found)
                ),
            )
            for severity, found in by_severity(self.findings)
        )

    @property
    def disagreements(self) -> BySeverity:
        """Findings about what was said: where words, values, sources or times do not agree."""
        return by_severity(one for one in self.findings if not one.about_files)

    @property
    def file_problems(self) -> BySeverity:
        """Findings about how the claim files are kept."""
        return by_severity(one for one in self.findings if one.about_files)


@frozen
class Index:
    """Every record that has a page, in few words; each as the sequence of views has it."""

    propositions: Sequence[Entry]
    actors: Sequence[Entry]
    articles: Sequence[Entry]
    claims: Sequence[Entry]
