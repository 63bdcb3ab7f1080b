"""The exporter of FollowTheMoney: actors, articles and occasions, and claims as their links.

A claim is a `Documentation`: it says that an article documents its speaker, with the words in
`summary` and `description`. Links cannot be the ends of links, so that what a claim was taken from
has no place here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from claimtrack.interop.exporting import Context, Exporter, LeftOut, OutputFile, leave_unheld
from claimtrack.interop.ftm.entity import Entity, entity_id
from claimtrack.model import Actor, Article, Claim, Ledger, Occasion
from claimtrack.model.actor import Role
from claimtrack.model.words import ActorKind

_SCHEMATA: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "Person",
        ActorKind.OFFICE: "PublicBody",
        ActorKind.STATE: "PublicBody",
        ActorKind.ORGANISATION: "Organization",
        ActorKind.GROUP: "Organization",
        ActorKind.OUTLET: "Organization",
        ActorKind.UNNAMED: "LegalEntity",
    }
)
_HELD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind: frozenset(("id", *keys.split()))
        for kind, keys in {
            Actor.KIND: "kind name aliases roles speaks_for described_as wikidata",
            Article.KIND: "outlet title language published url byline",
            Occasion.KIND: "kind date actors place transcript",
            Claim.KIND: "article speaker stance proposition statement said quotes status",
        }.items()
    }
)
"""What is mapped, by kind of record: keys of a claim file."""
_ORGANISATIONS = frozenset(("Organization", "PublicBody"))


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    leave_unheld(ledger, context, held=_HELD, format_name="ftm")
    yield OutputFile("entities.ftm.json", _lines(ledger, context))


def _lines(ledger: Ledger, context: Context) -> Iterator[bytes]:
    makers: tuple[tuple[Mapping[str, Any], Callable[..., Iterator[Entity]]], ...] = (
        (ledger.actors, _actor),
        (ledger.articles, _article),
        (ledger.occasions, _occasion),
        (ledger.claims, _claim),
    )
    for records, make in makers:
        for record in records.values():
            for entity in make(record, ledger, context):
                yield entity.line()


def _actor(actor: Actor, ledger: Ledger, context: Context) -> Iterator[Entity]:
    own = entity_id(context, Actor.KIND, actor.id)
    entity = Entity(_SCHEMATA[actor.kind], own, actor, context)
    entity.text("name", actor.name, "name")
    for alias in actor.aliases:
        entity.text("alias", alias, "name")
    entity.text("description", actor.described_as, "text")
    entity.plain("wikidataId", actor.wikidata)
    for role in actor.roles:
        if role.of is None:
            entity.text("position" if actor.kind is ActorKind.PERSON else "notes", role.title)
    yield entity
    for name in actor.speaks_for:
        if _held(name, ledger.actors, actor, context):
            link = Entity("Representation", f"{own}.for.{_short(context, name)}", actor, context)
            link.plain("agent", own)
            link.plain("client", entity_id(context, Actor.KIND, name))
            yield link
    for place, role in enumerate(actor.roles):
        yield from _membership(actor, place, role, ledger, context)


def _membership(
    actor: Actor, place: int, role: Role, ledger: Ledger, context: Context
) -> Iterator[Entity]:
    if role.of is None or not _held(role.of, ledger.actors, actor, context):
        return
    if _SCHEMATA[ledger.actors[role.of].kind] not in _ORGANISATIONS:
        reason = "ftm has no membership in what is no organisation"
        context.leave_out(LeftOut(actor.ref, reason))
        return
    own = entity_id(context, Actor.KIND, actor.id)
    link = Entity("Membership", f"{own}.role.{place}", actor, context)
    link.plain("member", own)
    link.plain("organization", entity_id(context, Actor.KIND, role.of))
    link.text("role", role.title)
    link.date("startDate", role.start)
    link.date("endDate", role.end)
    yield link


def _article(article: Article, ledger: Ledger, context: Context) -> Iterator[Entity]:
    own = entity_id(context, Article.KIND, article.id)
    entity = Entity("Article", own, article, context)
    entity.text("title", article.title)
    entity.language(article.language)
    entity.date("publishedAt", article.published)
    entity.text("author", article.byline)
    entity.plain("sourceUrl", article.url)
    if _held(article.outlet, ledger.actors, article, context):
        entity.text("publisher", ledger.actors[article.outlet].name)
    yield entity
    if article.outlet in ledger.actors:
        link = Entity("Documentation", f"{own}.outlet", article, context)
        link.plain("document", own)
        link.plain("entity", entity_id(context, Actor.KIND, article.outlet))
        link.plain("role", "publisher")
        yield link


def _occasion(occasion: Occasion, ledger: Ledger, context: Context) -> Iterator[Entity]:
    entity = Entity("Event", entity_id(context, Occasion.KIND, occasion.id), occasion, context)
    kind = occasion.kind.value.replace("_", " ")
    entity.text("name", f"{kind}, {occasion.date.text}", "name")
    entity.plain("recordId", occasion.id[:1024])
    entity.interval(occasion.date)
    entity.text("location", occasion.place, "address")
    for name in occasion.actors:
        if _held(name, ledger.actors, occasion, context):
            entity.plain("involved", entity_id(context, Actor.KIND, name))
    if occasion.transcript is not None and _held(
        occasion.transcript, ledger.articles, occasion, context
    ):
        entity.plain("proof", entity_id(context, Article.KIND, occasion.transcript))
    yield entity


def _claim(claim: Claim, ledger: Ledger, context: Context) -> Iterator[Entity]:
    article = ledger.articles.get(claim.article)
    if article is None:
        context.leave_out(LeftOut(claim.ref, "ftm has no claim without its article"))
        return
    speaker = article.outlet if claim.is_own_voice else claim.speaker
    if speaker not in ledger.actors:
        context.leave_out(LeftOut(claim.ref, "ftm has no claim without its speaker"))
        return
    link = Entity("Documentation", entity_id(context, Claim.KIND, claim.id), claim, context)
    link.plain("document", entity_id(context, Article.KIND, claim.article))
    link.plain("entity", entity_id(context, Actor.KIND, speaker))
    link.plain("recordId", claim.id[:1024])
    link.plain("role", claim.stance.value)
    link.plain("status", claim.status.lifecycle.value)
    link.interval(claim.said)
    proposition = ledger.propositions.get(claim.proposition or "")
    link.text("summary", claim.statement, "text")
    link.text("summary", proposition.text if proposition is not None else None, "text")
    for quote in claim.quotes:
        link.text("description", quote.exact, "text")
    link.plain("sourceUrl", article.url)
    yield link


def _held(name: str, known: Mapping[str, Any], record: Any, context: Context) -> bool:
    """Whether a reference leads to a record; who refers is named where it does not."""
    if name not in known:
        context.leave_out(LeftOut(record.ref, "a reference leads to no record of the ledger"))
    return name in known


def _short(context: Context, name: str) -> str:
    return entity_id(context, Actor.KIND, name)[:12]


FTM = Exporter(
    name="ftm", summary="FollowTheMoney: who said what in which article.", export=_export
)
