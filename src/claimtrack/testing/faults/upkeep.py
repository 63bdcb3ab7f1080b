"""Faults in what editors keep: identifiers, statuses, reviews and verdicts."""

from __future__ import annotations

from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Claim, HistoryEntry, Review, Verdict
from claimtrack.model.seen import seen_fingerprint
from claimtrack.model.words import Certainty, Veracity, Verification
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.fault import Planted


def identifier_twice(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A record that is copied, and not renamed."""
    del rng  # there is one way
    again = evolve(bed.copy(claim), id=claim.id)
    return Planted(says=f"{claim.id!r} defined twice", record=claim.ref, added=(again,))


def status_forgotten(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """What came to light stands in the history, and not in the status."""
    known = claim.status.attribution
    found = rng.choice([one for one in Verification if one is not known])
    when = claim.history[-1].date if claim.history else bed.article(claim).published
    entry = HistoryEntry(date=when, attribution=found, why="planted")
    changed = evolve(claim, history=(*claim.history, entry))
    says = f"{found} in the history, {known} in the status"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def changed_after_review(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A claim that somebody approved, and that says something else now."""
    certain = rng.choice([one for one in Certainty if one is not claim.certainty])
    article = bed.article(claim)
    review = Review(by="planted", at=article.published, fingerprint=seen_fingerprint(claim))
    changed = evolve(claim, review=review, certainty=certain)
    says = f"reviewed, then its certainty made {certain}"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def verdicts_opposed(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """One house judges it supported, another refuted, and both verdicts stand."""
    del rng  # there is one way
    proposition = bed.ledger.propositions.get(claim.proposition or "")
    if proposition is None:
        return Skip("no-proposition")
    if not bed.is_by_itself(proposition.id) or proposition.verdicts:
        return Skip("judged-already-or-the-same-as-another")
    article = bed.article(claim)
    verdicts = tuple(
        Verdict(veracity=veracity, reviewer=article.outlet, date=article.published)
        for veracity in (Veracity.SUPPORTED, Veracity.REFUTED)
    )
    return Planted(
        says=f"{proposition.id} judged supported and refuted",
        record=proposition.ref,
        replaced=((proposition, evolve(proposition, verdicts=verdicts)),),
    )
