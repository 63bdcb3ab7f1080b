"""Articles as a report shows them: what was published, and which claims stand in it."""

from __future__ import annotations

from collections import defaultdict

from claimtrack.model import Article, Correction
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import ClaimPairs, Mentions, date_run
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import best_run, code_run, other_runs, run_of
from claimtrack.reports.view import ArticleView, ClaimView, CorrectionView


def article_views(names: Names, mentions: Mentions, claims: ClaimPairs) -> tuple[ArticleView, ...]:
    """The articles, newest first."""
    standing: defaultdict[str, list[ClaimView]] = defaultdict(list)
    for claim, view in claims:
        standing[claim.article].append(view)
    articles = [record for record in names.ledger.records if isinstance(record, Article)]
    anchors = Anchors()
    views = {}
    for article in articles:
        first = names.ledger.articles[article.id] is article
        anchor = anchors.take("article", article.id)
        found = tuple(standing[article.id]) if first else ()
        views[anchor] = (article, _view(article, anchor, found, names, mentions))
    newest = sorted(views, reverse=True, key=lambda at: (views[at][0].published.sort_key, at))
    return tuple(views[anchor][1] for anchor in newest)


def _view(
    article: Article,
    anchor: str,
    claims: tuple[ClaimView, ...],
    names: Names,
    mentions: Mentions,
) -> ArticleView:
    byline = article.byline
    return ArticleView(
        anchor=anchor,
        id=code_run(article.id).short,
        title=best_run(article.title, names.language),
        other_titles=other_runs(article.title, names.language),
        outlet=names.ref("actor", article.outlet),
        published=date_run(article.published),
        byline=run_of(byline, article.language) if byline is not None else None,
        kind=badge(article.kind),
        status=badge(article.status),
        url=article.url,
        archived=article.archived,
        captured=is_captured(article),
        corrections=tuple(_correction(entry, article, names) for entry in article.corrections),
        claims=claims,
        findings=mentions.get(article.ref, ()),
    )


def is_captured(article: Article) -> bool:
    """Whether the ledger names a captured text of it."""
    return article.text is not None or bool(article.versions)


def _correction(correction: Correction, article: Article, names: Names) -> CorrectionView:
    return CorrectionView(
        date_run(correction.date),
        run_of(correction.text, article.language),
        tuple(names.ref("claim", claim) for claim in correction.affects),
    )
