"""The one view model of all reports: what a page shows, as frozen plain data.

Every text is a `Run`, every word of a closed vocabulary a `Badge`, every mention of a record a
`Ref`. Nothing here knows HTML, Markdown or the words of the interface. Terms are the glossary's.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from attrs import frozen

from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.runs import Run


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
    def about_files(self) -> bool:
        """Whether it is about the form or the upkeep of files, not about what was said."""
        return self.code.startswith(("CT0", "CT8", "CT9"))


@frozen
class TranslationView:
    """A rendering of quoted words."""

    text: Run
    kind: Badge | None
    by: Ref | None


@frozen
class QuoteView:
    """Words as an article prints them, with renderings in other languages."""

    exact: Run
    translations: tuple[TranslationView, ...]


@frozen
class HopView:
    """One hand through which words passed."""

    who: Ref
    verb: Run | None
    consulted: bool


@frozen
class ClaimView:
    """One act of attribution: who, to what, when, in which words, through whom."""

    anchor: str
    id: Run
    speaker: Ref
    """The speaker; the outlet where the article says so in its own voice."""
    own_voice: bool
    article: Ref
    outlet: Ref | None
    proposition: Ref | None
    statement: Run | None
    """The recorder's own words for it, where there are any."""
    stance: Badge
    value: Run | None
    value_as_of: Run | None
    said: Run | None
    """When it was uttered; when it was published where that is not recorded."""
    said_from: Literal["said", "occasion", "published", "unknown"]
    """What `said` is taken from."""
    occasion: OccasionView | None
    quotes: tuple[QuoteView, ...]
    cue: Run | None
    chain: tuple[HopView, ...]
    details: tuple[Badge, ...]
    """Form, certainty, force, sourcing and basis, where they are recorded."""
    attribution: Badge
    """Did they say it?"""
    lifecycle: Badge
    """Is the record live?"""
    live: bool
    """Whether it is compared with others."""
    note: Run | None
    file: Run
    findings: tuple[FindingRef, ...]


@frozen
class OccasionView:
    """The event at which words were uttered."""

    kind: Badge
    date: Run
    place: Run | None


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
    claims: tuple[ClaimView, ...]
    """Oldest first."""
    note: Run | None
    findings: tuple[FindingRef, ...]
    """Those about the proposition itself; its claims carry their own."""
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
    claims: tuple[ClaimView, ...]
    """As a speaker, oldest first."""
    own_voice: tuple[ClaimView, ...]
    """What an outlet's articles say in their own voice, oldest first."""
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
    """Whether the ledger holds its text."""
    corrections: tuple[CorrectionView, ...]
    claims: tuple[ClaimView, ...]
    findings: tuple[FindingRef, ...]


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

    title: Run
    as_of: Run
    version: str
    """The version of the program, and so of its rules."""
    counts: Counts
    actors: tuple[ActorView, ...]
    """Those who speak, by name; then those who only are in the ledger."""
    propositions: tuple[PropositionView, ...]
    """In the order of the ledger; those that are only referred to come last."""
    unassigned: tuple[ClaimView, ...]
    """Claims without a proposition, oldest first: kept, but not compared."""
    articles: tuple[ArticleView, ...]
    """Newest first."""
    findings: tuple[FindingView, ...]
    """Gravest first, then by file, line and column."""
    gaps: tuple[Gap, ...]
    """What was not checked or not compared."""
    silenced: tuple[Gap, ...]
    """What was found, and is not shown because somebody silenced it."""

    @property
    def disagreements(self) -> tuple[FindingView, ...]:
        """Findings about what was said: where words, values, sources or times do not agree."""
        return tuple(finding for finding in self.findings if not finding.about_files)

    @property
    def file_problems(self) -> tuple[FindingView, ...]:
        """Findings about how the claim files are kept."""
        return tuple(finding for finding in self.findings if finding.about_files)

    @property
    def findings_by_severity(self) -> tuple[tuple[Badge, tuple[FindingView, ...]], ...]:
        """The findings of each severity that has any, the gravest first."""
        grouped = groupby(self.findings, key=lambda finding: finding.severity)
        return tuple((severity, tuple(found)) for severity, found in grouped)
