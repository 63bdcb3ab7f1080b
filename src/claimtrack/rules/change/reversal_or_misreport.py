"""CT602: outlets disagree on what a speaker said on one occasion."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity
from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rule import Group, newest_first
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, listed, speaker_name, stance_place
from claimtrack.rules.propositions import one_names
from claimtrack.rules.stances import Question, Utterance, is_misreported, questions


class ReversalOrMisreport(ByProposition):
    """On one occasion, one outlet has a speaker affirm a proposition, another has it denied.

    The words were uttered once, so somebody misreports, or the speaker turned around while
    speaking. The finding says which outlets are the majority and which is the outlier; it does not
    say who is right, since a majority may be copies of one report. Two claims of one outlet are a
    contradiction (CT304); different occasions are a stance-change (CT601) or, at one time, CT304.

    What to do: find the transcript or the recording. Record the outlier as misattributed, or keep
    both and tell the reader that reports differ.
    """

    code = "CT602"
    name = "reversal-or-misreport"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each speaker and occasion."""
        for question, utterances in questions(group, one_names(group)).items():
            for utterance in utterances:
                if is_misreported(group, utterance):
                    yield self._misreport(group, question, utterance)

    def _misreport(self, group: Group, question: Question, utterance: Utterance) -> Finding:
        claims = [said.claim for said in utterance.said]
        occasion = claims[0].occasion or ""
        return self.finding(
            group,
            f"outlets disagree on what {speaker_name(group, claims[0])} said at {occasion}: "
            f"{_sides(group, claims)}",
            newest_first(stance_place(group, claim) for claim in claims),
            help="find the transcript; a majority may be copies of one report",
            about=about(question.speaker, claims, occasion),
        )


_NOUNS = {Stance.AFFIRMS: "an affirmation", Stance.DENIES: "a denial"}


def _sides(group: Group, claims: Iterable[Claim]) -> str:
    """The outlets on each side, the majority first."""
    sides: dict[Stance, dict[str, None]] = {}
    for claim in claims:
        sides.setdefault(claim.stance, {})[group.outlet(claim)] = None
    ordered = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    told = [
        f"{_NOUNS[stance]} ({listed([group.name(outlet) for outlet in outlets])})"
        for stance, outlets in ordered
    ]
    (_, most), (_, fewest) = ordered
    if len(most) == len(fewest):
        return f"as many report {told[0]} as {told[1]}"
    others = "one" if len(fewest) == 1 else "fewer"
    return f"most report {told[0]}, {others} {told[1]}"
