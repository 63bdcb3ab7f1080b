"""Findings as a report shows them, with the words of all sides, and where each is mentioned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from claimtrack.findings import Finding, Location
from claimtrack.model import Article, Claim
from claimtrack.reports.badges import badge, severity_badge
from claimtrack.reports.finding_view import FindingView, Place, Saying
from claimtrack.reports.marks import FindingRef
from claimtrack.reports.messages import RULES_SPEAK
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import Run, best_run, cleaned, code_run, run_of

MOST_SAYINGS: Final = 50
"""Places of one finding of which the words are shown; further ones are only named."""
LONGEST: Final = 280
"""Code points of the words of one place."""

_T = TypeVar("_T")
_QUOTE: Final = re.compile(r"/quotes/(\d+)")
_CORRECTION: Final = re.compile(r"/corrections/(\d+)")


def finding_views(
    findings: Iterable[Finding], names: Names
) -> tuple[tuple[FindingView, ...], Mapping[str, tuple[FindingRef, ...]]]:
    """The findings by rank, then file and line, and those of each record (`claim:a1-toll`)."""
    anchors = Anchors()
    views = []
    mentions: defaultdict[str, list[FindingRef]] = defaultdict(list)
    shown = filter(names.scope.shows, findings)
    for finding in sorted(shown, key=lambda f: (-f.severity, f.sort_key)):
        view = _view(finding, anchors.take("finding", finding.fingerprint), names)
        views.append(view)
        for record in {place.record for place in finding.places}:
            mentions[record].append(FindingRef(view.anchor, view.code, view.name, view.severity))
    ranked = tuple(sorted(views, key=lambda view: view.rank))
    return ranked, {record: tuple(refs) for record, refs in mentions.items()}


def _view(finding: Finding, anchor: str, names: Names) -> FindingView:
    return FindingView(
        anchor=anchor,
        code=cleaned(finding.code),
        name=cleaned(finding.name),
        severity=severity_badge(finding.severity),
        message=run_of(finding.message, RULES_SPEAK),
        help=run_of(finding.help, RULES_SPEAK),
        places=tuple(
            _place(place, names, says=number < MOST_SAYINGS)
            for number, place in enumerate(finding.places)
        ),
    )


def _place(place: Location, names: Names, *, says: bool) -> Place:
    kind, _, name = place.record.partition(":")
    claim = names.ledger.claims.get(name) if kind == Claim.KIND else None
    article = names.ledger.articles.get(name) if kind == Article.KIND else None
    standing = claim.article if claim is not None else name if article is not None else None
    return Place(
        file=code_run(place.file),
        line=place.line,
        column=place.column,
        says=run_of(place.message, RULES_SPEAK),
        record=names.record(place.record),
        article=names.ref("article", claim.article) if claim is not None else None,
        printed=names.printed(standing) if standing is not None else None,
        saying=_saying(names, claim, place.pointer) if claim is not None and says else None,
        notice=_notice(article, place.pointer) if article is not None else None,
    )


def _saying(names: Names, claim: Claim, pointer: str) -> Saying:
    quote = _quote(names, claim, pointer)
    statement = best_run(claim.statement, names.language) if claim.statement else None
    words = quote or statement
    return Saying(
        speaker=names.speaker(claim),
        stance=badge(claim.stance),
        proposition=names.ref("proposition", claim.proposition) if claim.proposition else None,
        words=words.cut(LONGEST) if words is not None else None,
        quoted=quote is not None,
    )


def _quote(names: Names, claim: Claim, pointer: str) -> Run | None:
    """The quote in which a place lies, else the claim's first."""
    quote = _at(claim.quotes, _QUOTE, pointer) or next(iter(claim.quotes), None)
    if quote is None:
        return None
    article = names.ledger.articles.get(claim.article)
    return run_of(quote.exact, quote.language or (article.language if article else ""))


def _notice(article: Article, pointer: str) -> Run | None:
    """What the correction says in which a place lies; of a status, what the last says."""
    correction = _at(article.corrections, _CORRECTION, pointer)
    if correction is None and pointer.endswith(("/corrections", "/status")):
        correction = next(reversed(article.corrections), None)
    return run_of(correction.text, article.language).cut(LONGEST) if correction else None


def _at(found: Sequence[_T], step: re.Pattern[str], pointer: str) -> _T | None:
    """The one of a list to which a pointer leads, where it leads into that list."""
    leads = step.search(pointer)
    place = int(leads[1]) if leads else len(found)
    return found[place] if place < len(found) else None
