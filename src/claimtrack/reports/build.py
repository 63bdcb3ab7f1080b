"""Builds the view model from a ledger and what a check of it gave."""

from __future__ import annotations

from claimtrack.findings import Severity
from claimtrack.model import Ledger
from claimtrack.reports.actor_views import actor_views
from claimtrack.reports.article_views import article_views
from claimtrack.reports.claim_views import claim_views, date_run
from claimtrack.reports.finding_views import finding_views
from claimtrack.reports.gaps import silenced, unchecked
from claimtrack.reports.names import Names
from claimtrack.reports.proposition_views import proposition_views
from claimtrack.reports.runs import run_of
from claimtrack.reports.view import ActorView, Counts, Report
from claimtrack.result import Result
from claimtrack.text.dates import Date


def build(
    ledger: Ledger,
    result: Result,
    *,
    as_of: Date,
    title: str,
    language: str = "en",
    version: str = "",
) -> Report:
    """The view model of a ledger as it stands on a day.

    `language` (BCP 47) is the reader's: of localized texts that one is shown first. `version` is
    that of the program. The same arguments always give the same report.
    """
    names = Names(ledger, language)
    findings, mentions = finding_views(result.findings, names)
    claims = claim_views(names, mentions)
    actors = actor_views(names, mentions, claims)
    return Report(
        title=run_of(title).short,
        as_of=date_run(as_of),
        version=version,
        counts=_counts(ledger, result, actors),
        actors=actors,
        propositions=proposition_views(names, mentions, claims),
        unassigned=tuple(view for claim, view in claims if claim.proposition is None),
        articles=article_views(names, mentions, claims),
        findings=findings,
        gaps=unchecked(ledger, result.summary, claims),
        silenced=silenced(result.summary),
    )


def _counts(ledger: Ledger, result: Result, actors: tuple[ActorView, ...]) -> Counts:
    levels = [finding.severity for finding in result.findings]
    kinds = [record.KIND for record in ledger.records]
    return Counts(
        files=result.summary.files,
        checks=result.summary.checks_run,
        claims=kinds.count("claim"),
        speakers=sum(actor.speaks for actor in actors),
        propositions=kinds.count("proposition"),
        articles=kinds.count("article"),
        errors=levels.count(Severity.ERROR),
        warnings=levels.count(Severity.WARNING),
        infos=levels.count(Severity.INFO),
    )
