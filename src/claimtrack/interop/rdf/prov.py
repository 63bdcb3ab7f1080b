"""The mapping of records to PROV-O and Dublin Core; `ct:` names what neither has.

An actor is an agent, an occasion an activity; articles, propositions, verdicts and claims are
entities. A claim is attributed to its speaker and part of its article. Each hand of its chain is an
entity too: the words as that hand passed them on, derived from those of the hand before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from claimtrack.interop.exporting import Context, LeftOut
from claimtrack.interop.rdf.statements import (
    Pair,
    carried,
    date,
    maybe,
    texts,
    wikidata,
    word,
    words_of,
)
from claimtrack.interop.rdf.turtle import Iri, Literal, Statements, Term
from claimtrack.model import Actor, Article, Claim, Ledger, Occasion, Proposition, Record
from claimtrack.model.attribution import Hop
from claimtrack.model.proposition import Verdict
from claimtrack.model.words import ActorKind

_ENTITY = ("a", Term("prov:Entity"))
_AGENTS: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "prov:Person",
        ActorKind.UNNAMED: "prov:Agent",
        # An office is held by one person after another, and a group has no form of its own: both
        # are agents, and no more is known.
        ActorKind.OFFICE: "prov:Agent",
        ActorKind.GROUP: "prov:Agent",
        ActorKind.ORGANISATION: "prov:Organization",
        ActorKind.STATE: "prov:Organization",
        ActorKind.OUTLET: "prov:Organization",
    }
)


_EVERY = ("id", "note", "tags")
HELD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind: frozenset((*_EVERY, *keys.split()))
        for kind, keys in {
            Actor.KIND: "kind name aliases speaks_for described_as wikidata",
            Article.KIND: "outlet title language published url kind byline syndicated_from cites "
            "status archived",
            Occasion.KIND: "kind date actors place language transcript",
            Proposition.KIND: "text kind topics contradicts implies same_as part_of parties "
            "verdicts",
            Claim.KIND: "article speaker stance proposition statement value as_of said occasion "
            "form quotes attribution certainty based_on supersedes corrects status",
        }.items()
    }
)
"""What is mapped, by kind of record: keys of a claim file."""


class Subject(NamedTuple):
    """One thing and all that is said of it."""

    iri: Iri
    statements: Statements


class Mapper:
    """Maps the records of one ledger."""

    def __init__(self, ledger: Ledger, context: Context) -> None:
        self._ledger = ledger
        self._context = context
        self._known: dict[str, Mapping[str, Record]] = {
            Actor.KIND: ledger.actors,
            Article.KIND: ledger.articles,
            Occasion.KIND: ledger.occasions,
            Proposition.KIND: ledger.propositions,
            Claim.KIND: ledger.claims,
        }

    def subjects(self) -> Iterator[Subject]:
        """Everything that is said of the records, each of which is named by its address."""
        for kind, records in self._known.items():
            makers = _MAKERS[kind]
            for record in records.values():
                yield from makers(self, record)

    def actor(self, actor: Actor) -> Iterator[Subject]:
        """An agent, and for whom it acts."""
        yield Subject(
            self._iri(actor),
            [
                ("a", Term(_AGENTS[actor.kind])),
                ("ct:kind", word(actor.kind)),
                *texts("rdfs:label", actor.name),
                *(("ct:alias", Literal(alias)) for alias in actor.aliases),
                *self._to("prov:actedOnBehalfOf", actor, actor.speaks_for, Actor.KIND),
                *maybe("dcterms:description", Literal, actor.described_as),
                *maybe("owl:sameAs", wikidata, actor.wikidata),
                *carried(actor),
            ],
        )

    def article(self, article: Article) -> Iterator[Subject]:
        """An entity of its outlet; what it reprints it is derived from."""
        yield Subject(
            self._iri(article),
            [
                _ENTITY,
                ("ct:kind", word(article.kind)),
                *texts("dcterms:title", article.title),
                ("dcterms:language", Literal(article.language)),
                ("dcterms:issued", date(article.published)),
                *maybe("ct:byline", Literal, article.byline),
                *self._to("prov:wasAttributedTo", article, (article.outlet,), Actor.KIND),
                *maybe("rdfs:seeAlso", Iri, article.url),
                *maybe("rdfs:seeAlso", Iri, article.archived),
                *self._syndicated(article),
                *self._to("dcterms:references", article, article.cites, Actor.KIND, Article.KIND),
                ("ct:status", word(article.status)),
                *carried(article),
            ],
        )

    def _syndicated(self, article: Article) -> Iterator[Pair]:
        origin = article.syndicated_from
        if origin is not None:
            # An agent is nothing that another thing can be derived from.
            derived = origin in self._ledger.articles
            predicate = "prov:wasDerivedFrom" if derived else "prov:wasInfluencedBy"
            yield from self._to(predicate, article, (origin,), Article.KIND, Actor.KIND)

    def occasion(self, occasion: Occasion) -> Iterator[Subject]:
        """An activity of those who took part."""
        yield Subject(
            self._iri(occasion),
            [
                ("a", Term("prov:Activity")),
                ("ct:kind", word(occasion.kind)),
                ("dcterms:date", date(occasion.date)),
                *self._to("prov:wasAssociatedWith", occasion, occasion.actors, Actor.KIND),
                *texts("ct:place", occasion.place),
                *maybe("dcterms:language", Literal, occasion.language),
                *self._to("prov:generated", occasion, (occasion.transcript,), Article.KIND),
                *carried(occasion),
            ],
        )

    def proposition(self, proposition: Proposition) -> Iterator[Subject]:
        """An entity, and one for each verdict on it."""
        own = self._iri(proposition)
        to = self._to
        yield Subject(
            own,
            [
                _ENTITY,
                ("a", Term("ct:Proposition")),
                *texts("rdfs:label", proposition.text),
                *maybe("ct:kind", word, proposition.kind),
                *(("dcterms:subject", Literal(topic)) for topic in proposition.topics),
                *to("ct:contradicts", proposition, proposition.contradicts, Proposition.KIND),
                *to("ct:implies", proposition, proposition.implies, Proposition.KIND),
                *to("owl:sameAs", proposition, proposition.same_as, Proposition.KIND),
                *to("dcterms:isPartOf", proposition, (proposition.part_of,), Proposition.KIND),
                *to("ct:party", proposition, proposition.parties, Actor.KIND),
                *carried(proposition),
            ],
        )
        for place, verdict in enumerate(proposition.verdicts):
            yield Subject(
                Iri(f"{own.address}/verdicts/{place}"),
                [("ct:about", own), *self._verdict(proposition, verdict)],
            )

    def _verdict(self, proposition: Proposition, verdict: Verdict) -> Iterator[Pair]:
        yield _ENTITY
        yield "a", Term("ct:Verdict")
        yield "ct:veracity", word(verdict.veracity)
        yield "ct:lifecycle", word(verdict.lifecycle)
        yield "dcterms:date", date(verdict.date)
        reviewer = (verdict.reviewer,)
        yield from self._to("prov:wasAttributedTo", proposition, reviewer, Actor.KIND)
        yield from maybe("rdfs:label", Literal, verdict.label)
        yield from maybe("rdfs:seeAlso", Iri, verdict.url)
        grounds = (proposition, verdict.evidence, Claim.KIND, Article.KIND)
        yield from self._to("prov:wasDerivedFrom", *grounds)

    def claim(self, claim: Claim) -> Iterator[Subject]:
        """An entity of its speaker, in its article, derived from the hands of its chain."""
        own = self._iri(claim)
        hands = [Iri(f"{own.address}/chain/{place}") for place in range(len(claim.hops))]
        yield Subject(
            own,
            [
                _ENTITY,
                ("a", Term("ct:Claim")),
                *self._attributed(claim),
                *words_of(claim),
                *self._quotes(claim),
                *self._to("prov:wasDerivedFrom", claim, claim.based_on, Claim.KIND, Article.KIND),
                *self._to("prov:wasRevisionOf", claim, claim.supersedes, Claim.KIND),
                *self._to("ct:corrects", claim, claim.corrects, Claim.KIND),
                *(("prov:wasDerivedFrom", hand) for hand in hands[-1:]),
                *(("prov:hadPrimarySource", hand) for hand in hands[:1]),
                *carried(claim),
            ],
        )
        for place, hop in enumerate(claim.hops):
            before = (("prov:wasDerivedFrom", hand) for hand in hands[:place][-1:])
            yield Subject(hands[place], [*self._hand(claim, hop), *before])

    def _attributed(self, claim: Claim) -> Iterator[Pair]:
        """To whom, where, on which occasion and about what."""
        yield from self._to("prov:wasAttributedTo", claim, (self._speaker(claim),), Actor.KIND)
        yield from self._to("dcterms:isPartOf", claim, (claim.article,), Article.KIND)
        yield from self._to("prov:wasGeneratedBy", claim, (claim.occasion,), Occasion.KIND)
        yield from self._to("ct:about", claim, (claim.proposition,), Proposition.KIND)

    def _hand(self, claim: Claim, hop: Hop) -> Iterator[Pair]:
        yield _ENTITY
        yield from self._to("prov:wasAttributedTo", claim, (hop.actor,), Actor.KIND)
        yield from self._to("dcterms:isPartOf", claim, (hop.article,), Article.KIND)
        yield from maybe("ct:verb", Literal, hop.verb)
        yield "ct:consulted", Literal(str(hop.consulted).lower(), datatype="xsd:boolean")

    def _speaker(self, claim: Claim) -> str | None:
        """The actor who says so: the outlet where the article does so in its own voice."""
        if not claim.is_own_voice:
            return claim.speaker
        article = self._ledger.articles.get(claim.article)
        return None if article is None else article.outlet

    def _quotes(self, claim: Claim) -> Iterator[Pair]:
        article = self._ledger.articles.get(claim.article)
        for quote in claim.quotes:
            language = quote.language or (article.language if article is not None else "")
            yield "ct:quote", Literal(quote.exact, language)

    def _iri(self, record: Record) -> Iri:
        return Iri(self._context.iri(record.KIND, record.id))

    def _to(
        self, predicate: str, record: Record, names: Iterable[str | None], *kinds: str
    ) -> Iterator[Pair]:
        """Statements that point at other records of some kinds, or at web addresses."""
        for name in names:
            if name is None:
                continue
            if ":" in name:  # no identifier holds a colon, and every web address does
                yield predicate, Iri(name)
                continue
            found = [kind for kind in kinds if name in self._known[kind]]
            if not found:
                reason = f"a reference leads to no {' or '.join(kinds)} of the ledger"
                self._context.leave_out(LeftOut(record.ref, reason))
            for kind in found:
                yield predicate, Iri(self._context.iri(kind, name))


_MAKERS: Mapping[str, Callable[[Mapper, Any], Iterator[Subject]]] = MappingProxyType(
    {
        Actor.KIND: Mapper.actor,
        Article.KIND: Mapper.article,
        Occasion.KIND: Mapper.occasion,
        Proposition.KIND: Mapper.proposition,
        Claim.KIND: Mapper.claim,
    }
)
