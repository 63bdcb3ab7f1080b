"""Findings as a report shows them, with the words of all sides, and where each is mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimtrack.findings import Finding, Location
from claimtrack.model import Claim
from claimtrack.reports.badges import severity_badge
from claimtrack.reports.finding_view import FindingView, Place
from claimtrack.reports.marks import FindingRef
from claimtrack.reports.messages import RULES_SPEAK
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import Run, cleaned, code_run, run_of


def finding_views(
    findings: Iterable[Finding], names: Names
) -> tuple[tuple[FindingView, ...], Mapping[str, tuple[FindingRef, ...]]]:
    """The findings, gravest first, and those of each record (`claim:a1-toll`)."""
    anchors = Anchors()
    views = []
    mentions: defaultdict[str, list[FindingRef]] = defaultdict(list)
    shown = filter(names.scope.shows, findings)
    for finding in sorted(shown, key=lambda f: (-f.severity, f.sort_key)):
        view = _view(finding, anchors.take("finding", finding.fingerprint), names)
        views.append(view)
        for record in {place.record for place in finding.places}:
            mentions[record].append(FindingRef(view.anchor, view.code, view.name, view.severity))
    return tuple(views), {record: tuple(refs) for record, refs in mentions.items()}


def _view(finding: Finding, anchor: str, names: Names) -> FindingView:
    return FindingView(
        anchor=anchor,
        code=cleaned(finding.code),
        name=cleaned(finding.name),
        severity=severity_badge(finding.severity),
        message=run_of(finding.message, RULES_SPEAK),
        help=run_of(finding.help, RULES_SPEAK),
        places=tuple(_place(place, names) for place in finding.places),
    )


def _place(place: Location, names: Names) -> Place:
    kind, _, name = place.record.partition(":")
    claim = names.ledger.claims.get(name) if kind == Claim.KIND else None
    return Place(
        file=code_run(place.file),
        line=place.line,
        column=place.column,
        says=run_of(place.message, RULES_SPEAK),
        record=names.record(place.record),
        words=_words(names, claim),
        article=names.ref("article", claim.article) if claim is not None else None,
    )


def _words(names: Names, claim: Claim | None) -> tuple[Run, ...]:
    """What the claim quotes, so that a finding shows the words of each side."""
    if claim is None:
        return ()
    article = names.ledger.articles.get(claim.article)
    language = article.language if article is not None else ""
    return tuple(run_of(quote.exact, quote.language or language) for quote in claim.quotes)
