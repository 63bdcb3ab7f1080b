"""The indexes of a report: every record that has a page, in few words, and by which it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.model import Actor, Article, Claim, Localized
from claimtrack.reports.actor_views import Actors
from claimtrack.reports.actor_views import Shown as ShownActor
from claimtrack.reports.article_views import Articles
from claimtrack.reports.article_views import Shown as ShownArticle
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import Mentions, date_run, maybe_date
from claimtrack.reports.lanes import turns
from claimtrack.reports.lazily import Lazily
from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.names import Names
from claimtrack.reports.proposition_views import Propositions
from claimtrack.reports.proposition_views import Shown as ShownProposition
from claimtrack.reports.runs import Run, best_run, cleaned, code_run
from claimtrack.reports.view import Entry, Index
from claimtrack.text.searchable import searchable

MOST_WORDS = 240
"""Code points of a record by which a search finds it."""


_GRAVITY = {"error": 0, "warning": 1, "info": 2}


class Indexes:
    """Makes the entry of each record that is shown."""

    def __init__(
        self, propositions: Propositions, actors: Actors, articles: Articles, mentions: Mentions
    ) -> None:
        self.names: Names = propositions.names
        self.claims = propositions.sources.claims
        self._propositions, self._actors, self._articles = propositions, actors, articles
        self._mentions = mentions

    def index(self) -> Index:
        """All of them, each in the order of its views."""
        return Index(
            propositions=Lazily(self._proposition, self._propositions.shown),
            actors=Lazily(self._actor, self._actors.shown),
            articles=Lazily(self._article, self._articles.shown),
            claims=Lazily(self._claim, self.claims.oldest_first),
        )

    def _proposition(self, shown: ShownProposition) -> Entry:
        name, anchor, record = shown
        topics = () if record is None else record.topics
        ref, about = self.names.ref("proposition", name), self._propositions.about(name, record)
        return Entry(
            ref=Ref(ref.kind, ref.label, anchor, ref.absence),
            claims=len(about),
            lines=len(about),
            sorts=() if record is None or record.kind is None else (badge(record.kind),),
            topics=tuple(map(self.names.topic, topics)),
            findings=self._findings(f"proposition:{name}", about),
            words=_found_by(name, *_texts(record.text if record else None), *topics),
        )

    def _actor(self, shown: ShownActor) -> Entry:
        name, anchor, record = shown
        ref = self.names.ref("actor", name)
        aliases = () if record is None else record.aliases
        said, own = self._actors.said(shown)
        return Entry(
            ref=Ref(ref.kind, ref.label, anchor, ref.absence),
            claims=len(said) + len(own),
            lines=turns(self.names.ledger, said) + len(own),
            sorts=_sorts(record),
            topics=(),
            findings=self._mentions.get(f"actor:{name}", ()),
            words=_found_by(name, *_texts(record.name if record else None), *aliases),
        )

    def _article(self, shown: ShownArticle) -> Entry:
        anchor, article = shown
        ref, standing = self.names.ref("article", article.id), self._articles.standing(article)
        return Entry(
            ref=Ref(ref.kind, ref.label, anchor),
            claims=len(standing),
            lines=len(standing),
            sorts=_sorts(article),
            topics=(),
            findings=self._findings(article.ref, standing),
            date=date_run(article.published),
            outlet=self.names.ref("actor", article.outlet),
            words=_found_by(article.id, *_texts(article.title)),
        )

    def _claim(self, claim: Claim) -> Entry:
        speaker = self.names.speaker(claim)
        quotes = (quote.exact for quote in claim.quotes)
        words = (*_texts(claim.statement), claim.value or "", *quotes, speaker.label.text)
        return Entry(
            ref=Ref("claim", self._called(claim), self.claims.anchor(claim)),
            claims=1,
            lines=1,
            sorts=(badge(claim.stance),),
            topics=(),
            findings=self._mentions.get(claim.ref, ()),
            date=maybe_date(self.names.ledger.when(claim)),
            outlet=speaker,
            words=_found_by(claim.id, *words),
        )

    def _findings(self, ref: str, claims: Iterable[Claim]) -> tuple[FindingRef, ...]:
        """The findings about a record and about the claims that belong to it, gravest first."""
        named = (self._mentions.get(one, ()) for one in (ref, *(claim.ref for claim in claims)))
        found = dict.fromkeys(finding for some in named for finding in some)
        return tuple(sorted(found, key=lambda one: _GRAVITY[one.severity.word]))

    def _called(self, claim: Claim) -> Run:
        """What a claim is about: its proposition, else the recorder's words, else its name."""
        if claim.proposition is not None:
            return self.names.ref("proposition", claim.proposition).label
        if claim.statement is not None:
            return best_run(claim.statement, self.names.language).short
        return code_run(claim.id).short


def _sorts(record: Actor | Article | None) -> tuple[Badge, ...]:
    return () if record is None else (badge(record.kind),)


def _texts(text: Localized | None) -> Iterator[str]:
    return (words for _, words in text or ())


def _found_by(*words: str) -> str:
    return cleaned(searchable(" ".join(words)))[:MOST_WORDS]
