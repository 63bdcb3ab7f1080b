"""Faults that another outlet makes when it prints a claim again."""

from __future__ import annotations

from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Actor, Attribution, Claim, Occasion
from claimtrack.model.ladder import Step, rung_of
from claimtrack.model.words import (
    ActorKind,
    Certainty,
    Force,
    Form,
    OccasionKind,
    Sourcing,
    Stance,
    Veracity,
    VerdictLifecycle,
)
from claimtrack.testing.faults.bed import Bed, Reprint, run_of
from claimtrack.testing.faults.changes import Change
from claimtrack.testing.faults.fault import Plant, Planted
from claimtrack.text.excerpt import cut
from claimtrack.text.words import words

OWN_VOICE = Skip("own-voice")
NO_OCCASION = Skip("no-occasion")
NO_PROPOSITION = Skip("no-proposition")
NO_POSITION = Skip("neither-affirmed-nor-denied")

_OPPOSITE = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}
_SPOKEN = frozenset({Stance.AFFIRMS, Stance.DENIES, Stance.QUESTIONS, Stance.NEUTRAL})
_LONG = 6
"""Words from which on a quote is known again wherever it stands."""
_SHORT = 3
"""Words without which two quotes with a difference have too little in common to be one."""
_FIRM = {"en": "confirmed", "ar": "أكد"}
_HEDGES = frozenset({Step.GUESSED, Step.DOUBTED})


def quoted(change: Change) -> Plant:
    """Planter of a slip in a quote that another outlet prints of the same occasion."""

    def plant(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
        lacks = _not_compared(claim)
        if lacks is not None:
            return lacks
        known = [quote for quote in claim.quotes if len(words(quote.exact)) >= _SHORT]
        slips = [(quote, text) for quote in known for text in change.texts(quote.exact)]
        if not slips:
            return change.lacks if known else Skip("quote-too-short")
        quote, text = rng.choice(slips)
        reprint = bed.reprint(claim, quotes=(quote,))
        differing = reprint.differing(quotes=(evolve(quote, exact=text),))
        return _planted(f"«{cut(quote.exact)}» reprinted as «{cut(text)}»", reprint, differing)

    return plant


def _not_compared(claim: Claim) -> Skip | None:
    """Why nobody can compare the quotes of a claim with another outlet's."""
    if not claim.quotes:
        return Skip("no-quote")
    if claim.is_own_voice:
        return OWN_VOICE
    if claim.form is Form.INDIRECT:
        return Skip("not-printed-as-a-quote")
    return NO_OCCASION if claim.occasion is None else None


def speaker_swapped(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A quote under another speaker's name."""
    if claim.is_own_voice:
        return OWN_VOICE
    long = [quote for quote in claim.quotes if len(words(quote.exact)) >= _LONG]
    if not long or claim.stance not in _SPOKEN:
        return Skip("no-quote-of-six-words")
    # What several have said may bind them to each other, over any number of steps.
    own = [quote for quote in long if bed.is_quoted_once(run_of(quote.exact))]
    others = _strangers(bed, claim) if own else []
    if not others:
        return Skip("no-other-speaker" if own else "quoted-from-others-too")
    other = rng.choice(others)
    reprint = bed.reprint(claim, quotes=(rng.choice(own),))
    says = f"the words of {claim.speaker} reprinted as those of {other.id}"
    return _planted(says, reprint, reprint.differing(speaker=other.id))


def stance_turned(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """The opposite of what the speaker said on the occasion."""
    del rng  # there is one way
    if claim.is_own_voice:
        return OWN_VOICE
    if claim.proposition is None:
        return NO_PROPOSITION
    if claim.occasion is None:
        return NO_OCCASION
    opposite = _OPPOSITE.get(claim.stance)
    if opposite is None:
        return NO_POSITION
    reprint = bed.reprint(claim)
    says = f"what {claim.speaker} {claim.stance}, another outlet {opposite}"
    return _planted(says, reprint, reprint.differing(stance=opposite))


def contradicted(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """On one day a speaker says it here, and the opposite there."""
    del rng  # there is one way
    lacks = _takes_no_side(claim)
    if lacks is not None:
        return lacks
    if claim.occasion is not None:
        return Skip("outlets-may-differ-on-one-occasion")
    opposite = _OPPOSITE[claim.stance]
    reprint = bed.reprint(claim)
    says = f"{claim.speaker} {claim.stance}, and {opposite} it on the same day"
    return _planted(says, reprint, reprint.differing(stance=opposite))


def answer_removed(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """Who has answered is said to have declined to."""
    lacks = _takes_no_side(claim)
    if lacks is not None:
        return lacks
    silence = rng.choice((Stance.DECLINES_TO_COMMENT, Stance.NO_RESPONSE))
    reprint = bed.reprint(claim)
    says = f"{claim.speaker} {claim.stance}, and elsewhere {silence}"
    return _planted(says, reprint, reprint.differing(stance=silence, quotes=(), value=None))


def quote_recycled(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """An old quote that is printed as said on another occasion."""
    if claim.is_own_voice:
        return OWN_VOICE
    if claim.occasion is None:
        return NO_OCCASION
    own = [
        quote
        for quote in claim.quotes
        if len(words(quote.exact)) >= _LONG and bed.is_quoted_once(run_of(quote.exact))
    ]
    if not own or claim.stance not in _SPOKEN:
        return Skip("no-quote-of-six-words-of-its-own")
    event = Occasion(
        id=bed.unused("planted-occasion"),
        kind=OccasionKind.INTERVIEW,
        date=bed.article(claim).published,
        actors=(claim.speaker,),
        origin=claim.origin,
    )
    reprint = bed.reprint(claim, quotes=(rng.choice(own),))
    return Planted(
        says="the same words printed as said on another occasion",
        record=reprint.claim.ref,
        added=(event, *reprint.differing(occasion=event.id)),
        faithful=reprint,
    )


def _takes_no_side(claim: Claim) -> Skip | None:
    """Why a claim is no speaker's answer to a question."""
    if claim.is_own_voice:
        return OWN_VOICE
    if claim.proposition is None:
        return NO_PROPOSITION
    return None if claim.stance in _OPPOSITE else NO_POSITION


def cue_hardened(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A guess that an outlet takes from another, and prints as confirmed."""
    del rng  # there is one way
    if claim.is_own_voice:
        return OWN_VOICE
    if claim.proposition is None:
        return NO_PROPOSITION
    if claim.stance not in _OPPOSITE:
        return NO_POSITION
    if _step(bed, claim) not in _HEDGES:
        return Skip("no-hedge")
    if _is_sure_elsewhere(bed, claim):
        return Skip("told-without-the-hedge-elsewhere")
    reprint = bed.reprint(claim, based_on=(claim.id,))
    language = bed.article(claim).language.partition("-")[0].lower()
    cue = _FIRM.get(language, _FIRM["en"])
    firm = Attribution(cue=cue, force=Force.FACTIVE, sourcing=Sourcing.NAMED)
    hard = reprint.differing(attribution=firm, certainty=Certainty.UNSTATED)
    return _planted(f"a hedged claim reprinted as {cue!r}", reprint, hard)


def _planted(says: str, reprint: Reprint, differing: Reprint) -> Planted:
    return Planted(
        says=says,
        record=reprint.claim.ref,
        added=differing,
        faithful=reprint,
    )


def _strangers(bed: Bed, claim: Claim) -> list[Actor]:
    """Those who could have spoken, and neither speak for the speaker nor for the same body."""
    speaker = bed.ledger.actors.get(claim.speaker)
    near = {claim.speaker, *(hop.actor for hop in claim.hops if hop.actor is not None)}
    near |= set() if speaker is None else _bound(speaker)
    return [
        actor
        for name, actor in sorted(bed.ledger.actors.items())
        if actor.kind not in (ActorKind.OUTLET, ActorKind.UNNAMED)
        and near.isdisjoint({name, *_bound(actor)})
    ]


def _bound(actor: Actor) -> set[str]:
    return {*actor.speaks_for, *(role.of for role in actor.roles if role.of is not None)}


def _step(bed: Bed, claim: Claim) -> Step | None:
    return rung_of(claim, bed.article(claim).language, bed.ledger.config.cues).step


def _is_sure_elsewhere(bed: Bed, claim: Claim) -> bool:
    """Whether somebody else tells it without the hedge, or had grounds to.

    Then a reprint without the hedge may have it from there, and is no fault to be found.
    """
    proposition = bed.ledger.propositions.get(claim.proposition or "")
    verdicts = proposition.verdicts if proposition is not None else ()
    if any(
        verdict.veracity is Veracity.SUPPORTED and verdict.lifecycle is VerdictLifecycle.ACTIVE
        for verdict in verdicts
    ):
        return True
    return any(
        other.proposition == claim.proposition
        and other.stance is claim.stance
        and _step(bed, other) not in _HEDGES
        for other in bed.ledger.by(claim.speaker)
        if other.id in bed.standing and other.id != claim.id
    )
