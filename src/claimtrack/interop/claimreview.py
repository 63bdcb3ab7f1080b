"""ClaimReview out: what the ledger says as schema.org's `ClaimReview` and `Claim`, in JSON-LD.

A verdict is a `ClaimReview` of each speaker's claim on its proposition; a claim on what nobody has
judged is a `Claim`. What is meant for colleagues (notes, tags, decisions) is never published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from attrs import frozen

from claimtrack.interop.exporting import Context, Exporter, LeftOut, OutputFile
from claimtrack.interop.importing import UNDETERMINED
from claimtrack.interop.imports.parties import NO_KIND, NOBODY
from claimtrack.interop.imports.recorder import APPEARED
from claimtrack.model import Actor, Article, Claim, Ledger, Proposition, Record, Verdict
from claimtrack.model.values import meant
from claimtrack.model.words import ActorKind, Stance, Veracity, VerdictLifecycle
from claimtrack.text.dates import Date
from claimtrack.text.searchable import searchable

_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
"""What schema.org's Date and DateTime take of our dates: a day or a moment, and no doubt."""
_NO_TYPE = frozenset((ActorKind.UNNAMED, ActorKind.OUTLET, ActorKind.GROUP))
"""Claimants of whom a name alone is said: schema.org has nothing for them."""

Node = dict[str, Any]


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    yield OutputFile("claimreview.jsonld", _pieces(_Writer(ledger, context)))


def _pieces(writer: _Writer) -> Iterator[bytes]:
    """One document with an object on each line."""
    begin = '{"@context":"https://schema.org","@graph":['
    for node in writer.nodes():
        line = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
        yield f"{begin}\n{line}".encode("utf-8", "replace")
        begin = ","
    yield (b"" if begin == "," else begin.encode()) + b"\n]}\n"


@frozen
class _Writer:
    ledger: Ledger
    context: Context

    def nodes(self) -> Iterator[Node]:
        """Reviews and claims, by proposition, then by speaker."""
        for proposition in self.ledger.propositions.values():
            for claims in self._by_utterance(proposition):
                yield from self._of_one(proposition, claims)
        for claim in self.ledger.claims.values():
            if claim.proposition not in self.ledger.propositions:
                self._leave(claim, "without a proposition there is nothing to be true or false")

    def _by_utterance(self, proposition: Proposition) -> list[list[Claim]]:
        """The claims that can be published, those together that say the same.

        That is what one speaker said on one day, with one value, else in one wording. What stands
        in the review that judges it stands alone.
        """
        groups: dict[Hashable, list[Claim]] = {}
        for claim in self.ledger.about(proposition.id):
            reason = self._why_not(claim)
            if reason is None:
                article = self.ledger.articles[claim.article]
                review = article.id if _given_by(article, proposition.verdicts) else ""
                key = (claim.speaker, claim.said, review, *self._content(proposition, claim))
                groups.setdefault(key, []).append(claim)
            else:
                self._leave(claim, reason)
        if proposition.verdicts and not groups:
            self._leave(proposition, "its verdicts review no claim that is published")
        return list(groups.values())

    def _why_not(self, claim: Claim) -> str | None:
        if not claim.is_live:
            return "it is not live"
        if claim.stance is not Stance.AFFIRMS:
            return f"schema.org has no word for the stance {claim.stance}"
        if claim.article not in self.ledger.articles:
            return "its article is not in the ledger"
        return None

    def _of_one(self, proposition: Proposition, claims: Sequence[Claim]) -> Iterator[Node]:
        """The reviews of what one speaker said; where there is none, the claim itself."""
        articles = [self.ledger.articles[claim.article] for claim in claims]
        given = _given_by(articles[0], proposition.verdicts)
        verdicts = [
            verdict
            for verdict in given or proposition.verdicts
            if verdict.lifecycle is VerdictLifecycle.ACTIVE
        ]
        item = self._claim(proposition, claims, [] if given else articles)
        for verdict in verdicts:
            yield self._review(proposition, verdict, articles[0] if given else None, item)
        if not verdicts:
            yield item

    def _claim(
        self, proposition: Proposition, claims: Sequence[Claim], printed: Sequence[Article]
    ) -> Node:
        claim = claims[0]
        notes = (line for one in claims for line in (one.note or "").splitlines())
        addresses = [line.removeprefix(APPEARED) for line in notes if line.startswith(APPEARED)]
        appearances = [
            *map(self._article, printed),
            *({"@type": "CreativeWork", "url": url} for url in dict.fromkeys(addresses)),
        ]
        return _kept(
            {
                "@type": "Claim",
                "@id": f"{self.context.base}claim/{claim.id}",
                "name": proposition.text.best(self.ledger.config.language)[1],
                "text": self._words(proposition, claims),
                "author": self._claimant(claim),
                "datePublished": self._date(claim.said, claim),
                "appearance": appearances,
            }
        )

    def _content(self, proposition: Proposition, claim: Claim) -> tuple[Hashable, ...]:
        if claim.value is None:
            return (searchable(self._spoken(proposition, claim)),)
        return meant(claim.value, proposition.value), claim.as_of

    def _words(self, proposition: Proposition, claims: Sequence[Claim]) -> str:
        """What was claimed: the statement, else the proposition; with the value, if not in it."""
        spoken, *others = (self._spoken(proposition, claim) for claim in claims)
        for claim, words in zip(claims[1:], others, strict=True):
            if words != spoken:
                self._leave(claim, f"its words are those of {claims[0].ref}, which says the same")
        if claims[0].as_of is not None:
            for claim in claims:
                self._leave(claim, "schema.org has no place for the day at which a value holds")
        return spoken

    def _spoken(self, proposition: Proposition, claim: Claim) -> str:
        words = (claim.statement or proposition.text).best(self.ledger.config.language)[1]
        if claim.value is None or _has(words, claim.value):
            return words
        return f"{words}: {claim.value}"

    def _review(
        self, proposition: Proposition, verdict: Verdict, article: Article | None, item: Node
    ) -> Node:
        outlet = self._outlet(verdict.reviewer)
        byline = None if article is None else article.byline
        written_by = {"@type": "Person", "name": byline} if byline else None
        return _kept(
            {
                "@type": "ClaimReview",
                "url": verdict.url,
                "headline": self._title(article),
                "inLanguage": _language(article),
                "datePublished": self._date(verdict.date, proposition),
                "author": written_by or outlet,
                "publisher": outlet,
                "claimReviewed": item["name"],
                "itemReviewed": item,
                "reviewRating": _rating(verdict),
            }
        )

    def _article(self, article: Article) -> Node:
        return _kept(
            {
                "@type": "Article",
                "url": article.url,
                "headline": self._title(article),
                "inLanguage": _language(article),
                "datePublished": self._date(article.published, article),
                "publisher": self._outlet(article.outlet),
                "author": {"@type": "Person", "name": article.byline} if article.byline else None,
            }
        )

    def _title(self, article: Article | None) -> str | None:
        """The headline; an article without one was recorded under its address."""
        if article is None:
            return None
        title = article.title.best(article.language)[1]
        return None if article.url and title == article.url.partition("#")[0] else title

    def _outlet(self, name: str) -> Node:
        actor = self.ledger.actors.get(name)
        if actor is None:
            return {"@type": "Organization", "name": name}
        url = f"https://{actor.domains[0]}" if actor.domains else None
        return _kept({"@type": "Organization", "name": self._name(actor), "url": url})

    def _claimant(self, claim: Claim) -> Node | str | None:
        """Who said it: with a type where the ledger is sure of one, else by name alone."""
        if claim.is_own_voice:
            return self._outlet(self.ledger.articles[claim.article].outlet)
        actor = self.ledger.actors.get(claim.speaker)
        if actor is None or actor.id == NOBODY:
            return None
        if actor.kind in _NO_TYPE or NO_KIND in actor.tags:
            return self._name(actor)
        same = f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else None
        kind = "Person" if actor.kind is ActorKind.PERSON else "Organization"
        return _kept({"@type": kind, "name": self._name(actor), "sameAs": same})

    def _name(self, actor: Actor) -> str:
        return actor.name.best(self.ledger.config.language)[1]

    def _date(self, date: Date | None, record: Record) -> str | None:
        if date is None or _DATE.fullmatch(date.text):
            return None if date is None else date.text
        self._leave(record, "a date that is no single day or moment, which schema.org has none for")
        return None

    def _leave(self, record: Record, reason: str) -> None:
        self.context.leave_out(LeftOut(record.ref, reason))


def _given_by(article: Article, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts that an article gives, if it is the review; first of all those of its date."""
    found = [verdict for verdict in verdicts if _is_at(verdict, article)]
    return [one for one in found if one.date == article.published] or found


def _is_at(verdict: Verdict, article: Article) -> bool:
    if not verdict.date.overlaps(article.published):
        return False
    if verdict.url is None or article.url is None:
        return verdict.url is article.url and verdict.reviewer == article.outlet
    return verdict.url.partition("#")[0] == article.url.partition("#")[0]


def _rating(verdict: Verdict) -> Node | None:
    words = verdict.label
    if words is None and verdict.veracity is not Veracity.UNMAPPED:
        words = verdict.veracity.replace("_", " ")
    return {"@type": "Rating", "alternateName": words} if words else None


def _has(words: str, value: str) -> bool:
    """Whether a value stands in some words, and not as a part of another number or word."""
    return re.search(rf"(?<!\w){re.escape(searchable(value))}(?!\w)", searchable(words)) is not None


def _language(article: Article | None) -> str | None:
    return None if article is None or article.language == UNDETERMINED else article.language


def _kept(node: Node) -> Node:
    """A node without the members of which nothing is known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}


CLAIMREVIEW = Exporter(
    name="claimreview",
    summary="Verdicts as ClaimReview, other claims as Claim: JSON-LD of schema.org.",
    export=_export,
)
