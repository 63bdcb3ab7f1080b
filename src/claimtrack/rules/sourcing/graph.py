"""The component of the sourcing graph: the articles that are tied by what they take from others."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Skip
from claimtrack.model import Actor, Article, Claim, Copy
from claimtrack.model.sourcing import SourcingGraph
from claimtrack.model.words import Lifecycle
from claimtrack.rule import Group, Key
from claimtrack.rules import keys

ARTICLE, CLAIM = Article.KIND, Claim.KIND

DRAFT = Skip("draft")


def component(record: Article | Claim | Copy) -> Iterable[Key | Skip]:
    """The component in which an article stands, and a claim or a copied text with its article."""
    if isinstance(record, Article):
        yield keys.named(ARTICLE, record.id)
    elif isinstance(record, Claim) and record.status.lifecycle is Lifecycle.DRAFT:
        yield DRAFT
    else:
        yield keys.named(ARTICLE, record.article)


def steps(record: Article | Claim | Copy) -> Iterable[tuple[Key, Key]]:
    """Joins an article with every article from which it, or a claim in it, takes something.

    What is named may be a claim or an article, and which of them the name alone does not tell: both
    are joined, and what does not exist has no members.
    """
    if isinstance(record, Article):
        own = keys.named(ARTICLE, record.id)
        for name in (record.syndicated_from, *record.cites):
            if name is not None:
                yield own, keys.named(ARTICLE, name)
    elif isinstance(record, Copy):
        yield keys.named(ARTICLE, record.article), keys.named(ARTICLE, record.original)
    elif record.status.lifecycle is not Lifecycle.DRAFT:
        own = keys.named(ARTICLE, record.article)
        yield own, keys.named(CLAIM, record.id)
        for name in record.based_on:
            yield own, keys.named(CLAIM, name)
            yield own, keys.named(ARTICLE, name)
        for hop in record.hops:
            if hop.article is not None:
                yield own, keys.named(ARTICLE, hop.article)


def graph_of(group: Group) -> SourcingGraph:
    """The sourcing graph of a component."""
    return SourcingGraph(
        group.of(Claim),
        group.of(Article),
        lambda name: group.find(Actor, name),
        group.of(Copy),
    )
