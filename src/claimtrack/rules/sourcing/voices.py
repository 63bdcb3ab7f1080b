"""Whose word a claim is that was taken from nowhere else."""

from __future__ import annotations

from claimtrack.model import Claim, End, EndKind
from claimtrack.model.sourcing import SourcingGraph, Stop
from claimtrack.model.words import Sourcing

_NAMELESS = frozenset({Sourcing.UNNAMED, Sourcing.UNNAMED_OFFICIAL})


def voice_of(sourcing: SourcingGraph, claim: Claim) -> End:
    """Whose word a claim is that was taken from nowhere else."""
    sourcing_of = claim.attribution.sourcing if claim.attribution is not None else None
    if sourcing.is_own_voice(claim):
        outlet = sourcing.outlet(claim)
        if sourcing_of is Sourcing.WITNESSED and outlet:
            return End(EndKind.WITNESS, outlet)
        return End(EndKind.UNSAID, claim.id)
    voice = sourcing.voice(claim)
    if sourcing_of is Sourcing.HEARSAY:
        return End(EndKind.UNSAID, claim.id)
    if sourcing_of in _NAMELESS or sourcing.is_unnamed(voice):
        return End(EndKind.UNNAMED, voice)
    return End(EndKind.SPEAKER, voice)


def is_grounded(sourcing: SourcingGraph, name: str) -> bool:
    """Whether a claim was taken from nowhere else, and says whose word it is."""
    if sourcing.upstream(Stop("claim", name)):
        return False
    return voice_of(sourcing, sourcing.claims[name]).kind is not EndKind.UNSAID
