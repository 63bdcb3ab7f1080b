"""Faults in where a claim comes from: copies that seem to confirm, hops, parties, corrections.

All but the hop are planted at a claim that is alone on its proposition and has it from nobody: then
it is known, without asking the rules, how many origins there are.
"""

from __future__ import annotations

from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import (
    CapturedText,
    Claim,
    Correction,
    Hop,
    Proposition,
    Verdict,
)
from claimtrack.model.attribution import Attribution
from claimtrack.model.words import (
    ActorKind,
    ArticleStatus,
    Certainty,
    Form,
    PropositionKind,
    Sourcing,
    Stance,
    Veracity,
)
from claimtrack.testing.faults.bed import Bed, run_of
from claimtrack.testing.faults.fault import Planted
from claimtrack.text.dates import parse_date

_OF_RECORD = frozenset(
    {None, PropositionKind.EVENT, PropositionKind.NUMERICAL, PropositionKind.CAUSAL}
)
"""Kinds of which more can be known than what somebody says."""
_FROM_A_CREDIT = frozenset({None, Sourcing.NAMED_VIA_OUTLET})
"""Sourcing with which it may be from what the article credits."""
_UNHEARD = frozenset({Sourcing.WITNESSED, Sourcing.DOCUMENT, Sourcing.HEARSAY})
"""Sourcing with which it is no speaker's word, or nobody knows whose."""
_MOST_ROOTS = 1
_LONG = 100
"""Words from which on a text is long enough to be known again."""


def copy_as_second(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """What an outlet has from another stands beside it like a second source."""
    del rng  # there is one way
    lacks = _not_an_origin(bed, claim)
    if lacks is not None:
        return lacks
    reprint = bed.reprint(claim)
    return Planted(
        says="taken over by another outlet",
        record=reprint.claim.ref,
        added=reprint.differing(based_on=(claim.id,)),
        faithful=reprint,
    )


def party_alone(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """Nobody says so but somebody who gains by it."""
    del rng  # there is one way
    lacks = _not_an_origin(bed, claim)
    if lacks is not None:
        return lacks
    if claim.is_own_voice:
        return Skip("own-voice")
    proposition = _proposition(bed, claim)
    return Planted(
        says=f"{claim.speaker} recorded as a party to {proposition.id}",
        record=claim.ref,
        replaced=((proposition, evolve(proposition, parties=(claim.speaker,))),),
    )


def verdict_on_one(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A verdict of `supported` on one voice."""
    del rng  # there is one way
    lacks = _not_an_origin(bed, claim)
    if lacks is not None:
        return lacks
    if bed.ledger.config.supported_roots <= _MOST_ROOTS:
        return Skip("one-root-is-enough-here")
    article, proposition = bed.article(claim), _proposition(bed, claim)
    verdict = Verdict(
        veracity=Veracity.SUPPORTED,
        reviewer=article.outlet,
        date=article.published,
        evidence=(claim.id,),
    )
    judged = evolve(proposition, verdicts=(*proposition.verdicts, verdict))
    return Planted(
        says=f"{proposition.id} judged supported on {claim.id} alone",
        record=claim.ref,
        replaced=((proposition, judged),),
    )


def said_as_fact(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """An outlet states in its own voice what another attributes to a speaker."""
    del rng  # there is one way
    lacks = _not_an_origin(bed, claim)
    if lacks is not None:
        return lacks
    if claim.is_own_voice:
        return Skip("own-voice")
    if claim.speaker == bed.article(claim).outlet:
        return Skip("outlet-under-its-own-name")
    reprint = bed.reprint(claim, based_on=(claim.id,))
    fact = reprint.differing(
        speaker="article", attribution=None, certainty=Certainty.UNSTATED, quotes=(), form=None
    )
    return Planted(
        says=f"what {claim.speaker} says stated as a fact",
        record=reprint.claim.ref,
        added=fact,
        faithful=reprint,
    )


def hop_unread(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A quote that came through an article that nobody here has read."""
    del rng  # there is one way
    if not claim.quotes:
        return Skip("no-quote")
    if claim.form is Form.INDIRECT:
        return Skip("not-printed-as-a-quote")
    outlet, article, _ = bed.reprint(claim)
    told = claim.attribution or Attribution()
    through = evolve(told, chain=(*told.chain, Hop(article=article.id, consulted=False)))
    return Planted(
        says="quoted through an article that nobody read",
        record=claim.ref,
        added=(outlet, article),
        replaced=((claim, evolve(claim, attribution=through)),),
    )


def correction_missed(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A claim is corrected where it was printed first, and its reprint says nothing."""
    del rng  # there is one way
    article = bed.article(claim)
    if claim.proposition is None:
        return Skip("no-proposition")
    if article.status is not ArticleStatus.USABLE or article.corrections:
        return Skip("carries-a-notice")
    if article.syndicated_from is not None:
        return Skip("a-reprint-itself")
    notice = Correction(date=article.published, text="planted", affects=(claim.id,))
    mended = evolve(article, status=ArticleStatus.CORRECTED, corrections=(notice,))
    outlet, copy, again = bed.reprint(claim)
    added = (outlet, evolve(copy, syndicated_from=article.id), again)
    return Planted(
        says=f"{article.id} corrected, and not its reprint",
        record=again.ref,
        added=added,
        replaced=((article, mended),),
        faithful=added,
    )


def text_copied(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """Another outlet prints the text of an article a day later and names nobody."""
    del rng  # there is one way
    article = bed.article(claim)
    text = next((t for t in bed.ledger.texts if t.article == article.id and t.is_current), None)
    if text is None or text.content is None:
        return Skip("no-captured-text")
    if len(run_of(text.content).split()) < _LONG:
        return Skip("text-too-short")
    day = bed.day_after(article.published)
    if day is None:
        return Skip("no-day-after-publication")
    outlet, copy, _ = bed.reprint(claim)
    printed = CapturedText(
        article=copy.id,
        number=1,
        is_current=True,
        named_by=("text",),
        path=text.path,
        content=text.content,
        origin=text.origin,
    )
    later = evolve(copy, published=parse_date(day), text=text.path)
    return Planted(
        says=f"the text of {article.id} printed by another outlet",
        record=copy.ref,
        added=(outlet, later),
        texts=(printed,),
    )


def _proposition(bed: Bed, claim: Claim) -> Proposition:
    return bed.ledger.propositions[claim.proposition or ""]


def _not_an_origin(bed: Bed, claim: Claim) -> Skip | None:
    """Why a claim is not the only one on its proposition, or not known to be an origin of it."""
    if not bed.is_alone(claim):
        return Skip("not-alone-on-its-proposition")
    if claim.stance is not Stance.AFFIRMS:
        return Skip("not-affirmed")
    if _proposition(bed, claim).kind not in _OF_RECORD:
        return Skip("known-from-words-alone")
    article, told = bed.article(claim), claim.attribution
    speaker = bed.ledger.actors.get(claim.speaker)
    sourcing = None if told is None else told.sourcing
    credited = article.cites if sourcing in _FROM_A_CREDIT else ()
    taken = (*claim.based_on, *claim.hops, *credited, article.syndicated_from)
    if any(taken) or (speaker is not None and speaker.kind is ActorKind.OUTLET):
        return Skip("taken-from-elsewhere")
    return Skip("seen-or-hearsay") if sourcing in _UNHEARD else None
