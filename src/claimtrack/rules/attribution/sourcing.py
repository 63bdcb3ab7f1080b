"""When a source is not named: shared by the rules about unnamed sources."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.model import Actor, Claim
from claimtrack.model.words import ActorKind, Basis, Sourcing
from claimtrack.rule import Group

_UNNAMED = frozenset({Sourcing.UNNAMED, Sourcing.UNNAMED_OFFICIAL})
_BACKGROUND = frozenset({Basis.BACKGROUND, Basis.DEEP_BACKGROUND})


class Nameless(NamedTuple):
    """Why words do not stand under a name: the path of the field that says so, and what it says."""

    path: tuple[str, ...]
    says: str


def unnamed_by(group: Group, claim: Claim, speaker: Actor | None) -> Nameless | None:
    """What leaves the source of a claim unnamed; None where it is named.

    Either the speaker is an actor of kind `unnamed`, or the sourcing says that nobody is named.
    """
    if speaker is not None and speaker.kind is ActorKind.UNNAMED:
        return Nameless(("speaker",), f"{group.shown(speaker.name)} is not named")
    sourcing = None if claim.attribution is None else claim.attribution.sourcing
    if sourcing in _UNNAMED:
        return Nameless(("attribution", "sourcing"), f"the sourcing is {sourcing}")
    return None


def not_for_attribution(group: Group, claim: Claim, speaker: Actor | None) -> Nameless | None:
    """By what a claim's words may not be given to their speaker by name; None where they may.

    They were given on background, or their source is not named.
    """
    basis = None if claim.attribution is None else claim.attribution.basis
    if basis in _BACKGROUND:
        return Nameless(("attribution", "basis"), f"speaks on {str(basis).replace('_', ' ')}")
    return unnamed_by(group, claim, speaker)
