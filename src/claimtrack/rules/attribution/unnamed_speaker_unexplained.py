"""CT201: a source without a name, and without a word on why or who."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Actor, Claim, Proposition
from claimtrack.model.words import ActorKind, PropositionKind, Stance
from claimtrack.rule import Group
from claimtrack.rules.attribution.sourcing import unnamed_by
from claimtrack.rules.by_claim import ByClaim

_OPINIONS = frozenset({PropositionKind.POSITION, PropositionKind.PREDICTION})
_TOLD = frozenset({Stance.AFFIRMS, Stance.DENIES, Stance.QUESTIONS, Stance.NEUTRAL})


class UnnamedSpeakerUnexplained(ByClaim):
    """A source is not named, and nothing tells the reader why to believe it; or it gives opinions.

    A source is unnamed where the speaker is an actor of kind `unnamed`, or where the sourcing is
    `unnamed` or `unnamed_official`. Any one of these explains it: the actor's `described_as`, the
    attribution's `anonymity_reason`, or a speaker that stands for the source, as a fund does for
    "an official of the fund". An outlet, or the article itself, does not: it passes words on.

    Nobody should praise or attack from behind a curtain, so an opinion is told even where the
    source is explained: a proposition of kind `position` or `prediction`. What somebody intends or
    takes to be a cause is a matter of fact that a witness may know. A source that only declines to
    comment is relied on for nothing.

    What to do: describe the source, or give the reason as the article gives it; leave out an
    opinion, or find somebody who stands by it.
    """

    code = "CT201"
    name = "unnamed-speaker-unexplained"
    severity = Severity.WARNING

    def check_claim(self, group: Group, claim: Claim) -> Iterable[Finding]:
        """One finding for a claim whose unnamed source is unexplained or gives an opinion."""
        speaker = group.find(Actor, claim.speaker)
        nameless = unnamed_by(group, claim, speaker)
        if nameless is None or claim.stance not in _TOLD:
            return
        problems, related = [], []
        if not _is_explained(claim, speaker):
            problems.append("neither described nor explained")
            related += _undescribed(speaker)
        about = group.proposition(claim)
        if about is not None and about.kind in _OPINIONS:
            problems.append(f"used for a {about.kind}")
            related.append(_opinion(about))
        if problems:
            yield self.finding(
                group,
                "an unnamed source is " + ", and ".join(problems),
                [claim.where(*nameless.path, message=nameless.says), *related],
                help="describe the source or give the reason; attribute opinions by name",
            )


def _is_explained(claim: Claim, speaker: Actor | None) -> bool:
    if claim.attribution is not None and claim.attribution.anonymity_reason is not None:
        return True
    if speaker is None:
        return not claim.is_own_voice  # a speaker that is not recorded is another rule's finding
    if speaker.kind is ActorKind.UNNAMED:
        return speaker.described_as is not None
    return speaker.kind is not ActorKind.OUTLET


def _undescribed(speaker: Actor | None) -> list[Location]:
    if speaker is None or speaker.kind is not ActorKind.UNNAMED:
        return []
    return [speaker.where(message="has no described_as")]


def _opinion(about: Proposition) -> Location:
    return about.where("kind", message=f"is a {about.kind}")
