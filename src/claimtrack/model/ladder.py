"""The ladder of attribution: how far a claim lets a reader believe what it passes on.

Force is what the cue says, sourcing how close the origin stood, certainty how sure the speaker is
(FactBank, PARC 3.0). Retelling climbs: what somebody suspected is said, then shown, then so. A rung
is what one claim says in these three respects, and where that stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from attrs import frozen

from claimtrack.model.attribution import Attribution
from claimtrack.model.claim import Claim
from claimtrack.model.words import Certainty, Force, Sourcing
from claimtrack.text.cues import NONE_ADDED, force_of

_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE})
_WEAK = frozenset({Force.SPECULATIVE, Force.DOUBTING})
_NOTHING = Attribution()


class Step(IntEnum):
    """How high a claim stands, from what is guessed to what an article takes on itself."""

    GUESSED = 0
    """It may be so: a speculative cue, or a speaker who is not sure."""
    DOUBTED = 1
    """It is said and held at arm's length: `claimed`."""
    SAID = 2
    """It is said: `told`."""
    CONFIRMED = 3
    """Somebody is said to have made it known as a fact: `showed`, `confirmed`."""
    STATED = 4
    """The article says so itself."""


_STEPS: Mapping[Force, Step] = {
    Force.SPECULATIVE: Step.GUESSED,
    Force.DOUBTING: Step.DOUBTED,
    Force.NEUTRAL: Step.SAID,
    Force.FACTIVE: Step.CONFIRMED,
}


@frozen
class Rung:
    """Where a claim stands on the ladder, and by what; None is what nobody recorded."""

    step: Step | None
    force: Force | None
    sourcing: Sourcing | None
    certainty: Certainty

    @property
    def is_firm(self) -> bool:
        """Whether nothing in it can be a hedge that the recorder passed over."""
        sure = self.certainty is Certainty.CERTAIN
        return self.certainty not in _HEDGED and (sure or self.force is Force.FACTIVE)

    @property
    def is_first_hand(self) -> bool:
        """Whether it rests on what the reporter witnessed, or on a document."""
        return self.sourcing in (Sourcing.WITNESSED, Sourcing.DOCUMENT)

    @property
    def order(self) -> tuple[int, int, int]:
        """By step, then sourcing from hearsay to witnessed, then certainty; unknown is lowest."""
        step = -1 if self.step is None else self.step
        sourcing = 0 if self.sourcing is None else len(Sourcing) - _SOURCING.index(self.sourcing)
        return step, sourcing, len(Certainty) - _CERTAINTY.index(self.certainty)

    def drops_the_hedge_of(self, other: Rung) -> bool:
        """Whether it stands at least two steps above one that is guessed or doubted.

        From `claimed` to `said` is one step: a matter of style, as is `said` to `confirmed`. Where
        the hedge is the speaker's own (`said it may`), the higher rung must also be firm: that no
        certainty is recorded does not say that there was none.
        """
        if self.step is None or other.step is None or other.step > Step.DOUBTED:
            return False
        return self.step >= other.step + 2 and (self.is_firm or other.force in _WEAK)


_SOURCING = tuple(Sourcing)
_CERTAINTY = tuple(Certainty)


def rung_of(
    claim: Claim,
    language: str | None,
    added: Mapping[str, Mapping[str, Force]] = NONE_ADDED,
) -> Rung:
    """The rung of a claim in an article of some language; None where the article is not known.

    The recorded force counts, else that of the cue by the lexicon and what is `added` to it.
    """
    told = claim.attribution or _NOTHING
    force = told.force
    if force is None and told.cue is not None and language is not None:
        force = force_of(told.cue, language, added)
    return Rung(_step(claim, force), force, told.sourcing, claim.certainty)


def _step(claim: Claim, force: Force | None) -> Step | None:
    if claim.certainty in _HEDGED:
        return Step.GUESSED
    if force in _WEAK or (force is not None and not claim.is_own_voice):
        return _STEPS[force]
    if claim.is_own_voice:
        return Step.STATED
    return Step.SAID if claim.certainty is Certainty.CERTAIN else None
