"""The component of the sourcing graph: those who say the same, and are tied by what they take over.

What is followed through an article is one thing that is said there, so that the nodes are not the
articles but what each of them says. What else an article says has nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model import Actor, Article, Claim, Line, Tied
from claimtrack.model.sourcing import Said, SourcingGraph, said_by
from claimtrack.model.words import Lifecycle
from claimtrack.rule import Group, Key
from claimtrack.rules import keys

MANY = 32
"""Credits of one article from which on all that they lead to is one component: looking through
them for each of its claims would cost their product."""


def component(record: Article | Claim | Tied) -> Iterable[Key]:
    """What a claim says in its article, or the claim itself where it is about no proposition.

    An article stands in none of them: it is looked up.
    """
    if isinstance(record, Claim):
        if record.status.lifecycle is not Lifecycle.DRAFT:
            yield _own(record)
    elif isinstance(record, Tied):
        yield _saying(record.article, (record.proposition, record.stance))


def steps(record: Article | Claim | Tied) -> Iterable[tuple[Key, Key]]:
    """Joins what is said in an article with everything from which it may be taken.

    What `based_on` names may be a claim or an article, and which of them the name alone does not
    tell: both are joined, and what does not exist has no members.
    """
    if isinstance(record, Claim):
        if record.status.lifecycle is not Lifecycle.DRAFT:
            yield from _of_claim(record)
    elif isinstance(record, Tied):
        said = (record.proposition, record.stance)
        own = _saying(record.article, said)
        for name in record.names:
            yield own, _saying(name, said)
        if record.is_crowded:
            yield own, _crowd(record.article)
    elif credits_many(record):
        for name in record.cites:
            yield _crowd(record.id), _crowd(name)


def credits_many(article: Article) -> bool:
    """Whether an article credits so many others that these are one component."""
    return len(article.cites) > MANY


def named_by(claim: Claim) -> set[str]:
    """What a claim names as where it comes from, apart from actors."""
    hops = (hop.article for hop in claim.hops if hop.article is not None)
    return {*claim.based_on, *hops}


def graph_of(group: Group, *, is_copied: bool = True) -> SourcingGraph:
    """The sourcing graph of a component, with or without what captured texts show."""
    copied = (one.copied for one in group.of(Tied) if one.copied is not None)
    return SourcingGraph(
        group.of(Claim),
        lambda name: group.find(Article, name),
        lambda name: group.find(Actor, name),
        dict(copied) if is_copied else {},
        lambda name: group.find(Line, name),
    )


def _of_claim(claim: Claim) -> Iterable[tuple[Key, Key]]:
    own, said, itself = _own(claim), said_by(claim), keys.named(Claim.KIND, claim.id)
    if own != itself:
        yield own, itself
    for name in claim.based_on:
        yield own, keys.named(Claim.KIND, name)
    if said is not None:
        for name in named_by(claim):
            yield own, _saying(name, said)


def _own(claim: Claim) -> Key:
    said = said_by(claim)
    return keys.named(Claim.KIND, claim.id) if said is None else _saying(claim.article, said)


def _saying(article: str, said: Said) -> Key:
    return Key("said", (article, *said))


def _crowd(article: str) -> Key:
    return Key("crowd", (article,))
