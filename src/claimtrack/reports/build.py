"""Builds the view model from a ledger and what a check of it gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from attrs import frozen

from claimtrack.impact import has_notice
from claimtrack.model import Claim, Ledger
from claimtrack.reports.actor_views import Actors
from claimtrack.reports.article_views import Articles
from claimtrack.reports.claim_views import Claims, date_run
from claimtrack.reports.dossiers import dossier_of
from claimtrack.reports.due import due
from claimtrack.reports.edition import Edition
from claimtrack.reports.finding_view import FindingView
from claimtrack.reports.finding_views import finding_views
from claimtrack.reports.gaps import silenced, unchecked
from claimtrack.reports.indexes import Indexes
from claimtrack.reports.lazily import Lazily
from claimtrack.reports.names import Names
from claimtrack.reports.news import news
from claimtrack.reports.proposition_views import Propositions
from claimtrack.reports.rule_views import rule_views
from claimtrack.reports.runs import code_run, run_of
from claimtrack.reports.scope import Scope
from claimtrack.reports.sources import Origins, Sources
from claimtrack.reports.view import Counts, Report
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.text.dates import Date


@frozen(kw_only=True)
class State:
    """Which state of a ledger is shown, and with which earlier one it is compared."""

    commit: str = ""
    """The commit of its files; empty outside of a repository."""
    dirty: bool = False
    """Whether the files differ from that commit."""
    since: str = ""
    """The revision of the last edition; empty without one."""
    before: Ledger | None = None
    """The ledger as that revision has it."""


def build(
    ledger: Ledger,
    result: Result,
    *,
    as_of: Date,
    title: str,
    language: str = "en",
    version: str = "",
    scope: Scope | None = None,
    origins: Origins | None = None,
    rules: Iterable[AnyRule] = (),
    state: State | None = None,
) -> Report:
    """The view model of a ledger as it stands on a day.

    `language` (BCP 47) is the reader's: of localized texts that one is shown first. `version` is
    that of the program, and `rules` those whose pages are shown. The same arguments always give the
    same report.
    """
    names = Names(ledger, language, scope)
    findings, mentions = finding_views(result.findings, names)
    sources = Sources(names, Claims(names, mentions), origins or Origins())
    propositions = Propositions(sources, mentions)
    actors = Actors(sources, mentions)
    articles = Articles(sources, mentions)
    known = state or State()
    return Report(
        edition=_edition(names.scope, known, as_of, title, version),
        counts=_counts(result, findings, propositions, actors, articles),
        changed=news(sources.claims, known.before),
        due=due(findings, names, as_of),
        actors=Lazily(actors.view, actors.shown),
        propositions=Lazily(propositions.view, propositions.shown),
        claims=Lazily(partial(dossier_of, sources), sources.claims.oldest_first),
        unassigned=Lazily(sources.claims.view, _unassigned(sources.claims)),
        articles=Lazily(articles.view, articles.shown),
        matrix=Lazily(propositions.row, propositions.compared()),
        corrected=Lazily(articles.view, [one for one in articles.shown if has_notice(one[1])]),
        index=Indexes(propositions, actors, articles, mentions).index(),
        rules=rule_views(findings, rules),
        findings=findings,
        gaps=unchecked(ledger, result.summary),
        silenced=silenced(result.summary),
    )


def _edition(scope: Scope, state: State, as_of: Date, title: str, version: str) -> Edition:
    return Edition(
        title=run_of(title).short,
        as_of=date_run(as_of),
        version=version,
        commit=state.commit,
        dirty=state.dirty,
        since=code_run(state.since).short if state.before is not None else None,
        filters=tuple((sort, run_of(value).short) for sort, value in scope.filters),
    )


def _unassigned(claims: Claims) -> list[Claim]:
    return [claim for claim in claims.oldest_first if claim.proposition is None]


def _counts(
    result: Result,
    findings: Sequence[FindingView],
    propositions: Propositions,
    actors: Actors,
    articles: Articles,
) -> Counts:
    levels = Counter(finding.severity.word for finding in findings)
    return Counts(
        files=result.summary.files,
        checks=result.summary.checks_run,
        claims=len(propositions.sources.claims.oldest_first),
        speakers=sum(any(actors.said(shown)) for shown in actors.shown),
        propositions=sum(record is not None for _, _, record in propositions.shown),
        articles=len(articles.shown),
        errors=levels["error"],
        warnings=levels["warning"],
        infos=levels["info"],
    )
