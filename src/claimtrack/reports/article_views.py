"""Articles as a report shows them: the text with its claims marked, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.impact import Reached
from claimtrack.model import Article, Claim, Correction
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import Mentions, date_run
from claimtrack.reports.marks import Ref
from claimtrack.reports.names import Anchors
from claimtrack.reports.passages import paragraphs
from claimtrack.reports.resting import resting
from claimtrack.reports.runs import best_run, code_run, other_runs, run_of
from claimtrack.reports.sources import Sources
from claimtrack.reports.view import ArticleView, CorrectionView

Shown = tuple[str, Article]
"""Anchor and record."""


class Articles:
    """The articles that a report shows, the newest first, and the view of each."""

    def __init__(self, sources: Sources, mentions: Mentions) -> None:
        self.sources = sources
        self.names = sources.names
        self.mentions = mentions
        anchors = Anchors()
        found = [
            (anchors.take("article", record.id), record)
            for record in self.names.ledger.records
            if isinstance(record, Article) and self.names.scope.holds("article", record.id)
        ]
        self.shown: list[Shown] = sorted(
            found, key=lambda shown: (shown[1].published.sort_key, shown[0]), reverse=True
        )

    def standing(self, article: Article) -> list[Claim]:
        """The claims in an article: of two with one identifier the first has them."""
        first = self.names.ledger.articles[article.id] is article
        return self.sources.claims.standing.get(article.id, []) if first else []

    def view(self, shown: Shown) -> ArticleView:
        """One of those shown, as its page has it."""
        anchor, article = shown
        names, sources = self.names, self.sources
        standing = self.standing(article)
        source = sources.texts.get(article.id)
        text, truncated = paragraphs(sources.claims, source, standing, article.language)
        byline, reprint_of = article.byline, article.syndicated_from
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
            captured=source is not None and source.content is not None,
            corrections=tuple(self._correction(one, article) for one in article.corrections),
            reprint_of=self._credited(reprint_of) if reprint_of is not None else None,
            cites=tuple(map(self._credited, article.cites)),
            copies=tuple(
                (names.ref("article", name), round(100 * share))
                for name, share in sources.copies.get(article.id, ())
            ),
            text=text,
            truncated=truncated,
            resting=resting(sources.claims, _beyond(article, sources.reached(article))),
            claims=sources.claims.views(standing),
            findings=self.mentions.get(article.ref, ()),
        )

    def _credited(self, name: str) -> Ref:
        return self.names.any_ref(name, "article", "actor")

    def _correction(self, correction: Correction, article: Article) -> CorrectionView:
        return CorrectionView(
            date_run(correction.date),
            run_of(correction.text, article.language),
            tuple(self.names.ref("claim", claim) for claim in correction.affects),
        )


def _beyond(article: Article, reached: Iterable[Reached]) -> Iterator[Reached]:
    """What is reached outside of the article: its own claims stand on the page anyway."""
    return (
        one
        for one in reached
        if not (isinstance(one.record, Claim) and one.record.article == article.id)
    )
