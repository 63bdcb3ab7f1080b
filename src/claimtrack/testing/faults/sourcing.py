"""Faults in what a claim rests on."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Article, Claim, Record
from claimtrack.model.words import ArticleStatus, Lifecycle
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.fault import Planted


def loop_closed(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """Two outlets of which each has it from the other."""
    del rng  # there is one way
    reprint = bed.reprint(claim, based_on=(claim.id,))
    back = evolve(claim, based_on=(*claim.based_on, reprint.claim.id))
    return Planted(
        says="based on a reprint of itself",
        record=claim.ref,
        added=reprint,
        replaced=((claim, back),),
        faithful=reprint,
    )


def ground_retracted(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A claim or an article is taken back, on which this claim rests or in which it stands."""
    if claim.corrects or claim.supersedes:
        return Skip("puts-something-right")
    grounds = list(_grounds(bed, claim))
    if not grounds:
        return Skip("name-of-both-a-claim-and-an-article")
    ground = rng.choice(grounds)
    return Planted(
        says=f"{ground.ref} retracted",
        record=claim.ref,
        replaced=((ground, _retracted(ground)),),
    )


def _grounds(bed: Bed, claim: Claim) -> Iterator[Claim | Article]:
    """The standing claims and articles on which a claim rests, its own article among them."""
    told = claim.attribution
    hops = [hop.article for hop in told.chain if hop.article] if told is not None else []
    claims, articles = bed.standing, bed.ledger.articles
    for name in dict.fromkeys((claim.article, *claim.based_on, *hops)):
        if name in articles and name not in bed.ledger.claims:
            if articles[name].status is ArticleStatus.USABLE:
                yield articles[name]
        elif name in claims and name not in articles and name != claim.id:
            yield claims[name]


def _retracted(ground: Claim | Article) -> Record:
    if isinstance(ground, Article):
        return evolve(ground, status=ArticleStatus.RETRACTED)
    return evolve(ground, status=evolve(ground.status, lifecycle=Lifecycle.RETRACTED))
