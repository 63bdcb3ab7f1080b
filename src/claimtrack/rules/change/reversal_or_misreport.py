"""CT602: outlets disagree on what a speaker said on one occasion."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity
from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rule import Group, newest_first
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, listed, outlet_name, speaker_name, stance_place
from claimtrack.rules.propositions import one_names
from claimtrack.rules.stances import Question, Utterance, is_misreported, questions
from claimtrack.text.worddiff import Change, shown, word_diff
from claimtrack.text.words import words


class ReversalOrMisreport(ByProposition):
    """On one occasion, one outlet has a speaker affirm a proposition, another has it denied.

    The words were uttered once, so somebody misreports, or the speaker turned around while
    speaking. The finding says which outlets are the majority and which is the outlier, each with
    its quote as printed; where two quotes are one sentence in other words, it shows how they
    differ, word by word. It does not say who is right, since a majority may be copies of one
    report. Two claims of one outlet are a
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
        sides = _sides(group, claims)
        outlier, differing = _differing(group, sides)
        places = (
            stance_place(group, claim, after=differing if claim is outlier else "")
            for claim in claims
        )
        occasion = claims[0].occasion or ""
        return self.finding(
            group,
            f"outlets disagree on what {speaker_name(group, claims[0])} said at {occasion}: "
            f"{_told(group, sides)}",
            newest_first(places),
            help="find the transcript; a majority may be copies of one report",
            about=about(question.speaker, claims, occasion),
        )


_NOUNS = {Stance.AFFIRMS: "an affirmation", Stance.DENIES: "a denial"}


_Sides = list[tuple[Stance, list[Claim]]]


def _sides(group: Group, claims: Iterable[Claim]) -> _Sides:
    """The claims by stance, the side of most outlets first."""
    sides: dict[Stance, list[Claim]] = {}
    for claim in claims:
        sides.setdefault(claim.stance, []).append(claim)
    return sorted(sides.items(), key=lambda side: (-len(_outlets(group, side[1])), side[0]))


def _outlets(group: Group, claims: Iterable[Claim]) -> list[str]:
    return list(dict.fromkeys(group.outlet(claim) for claim in claims))


def _told(group: Group, sides: _Sides) -> str:
    """The outlets on each side, the majority first."""
    outlets = [_outlets(group, claims) for _, claims in sides]
    told = [
        f"{_NOUNS[stance]} ({listed([group.name(outlet) for outlet in named])})"
        for (stance, _), named in zip(sides, outlets, strict=True)
    ]
    most, fewest = map(len, outlets)
    if most == fewest:
        return f"as many report {told[0]} as {told[1]}"
    others = "one" if fewest == 1 else "fewer"
    return f"most report {told[0]}, {others} {told[1]}"


def _differing(group: Group, sides: _Sides) -> tuple[Claim | None, str]:
    """The newest quoted claim of the outlier, and how its words differ from the majority's.

    They are compared with the newest quote of the majority in one language, where more words of
    the shorter are the same than not: else they are renderings of their own, or other sentences.
    """
    usual, outlier = (
        [(claim, _language(group, claim)) for claim in reversed(claims) if claim.quotes]
        for _, claims in sides
    )
    if not outlier:
        return None, ""
    claim, language = outlier[0]
    other = next((one for one, spoken in usual if spoken == language), None)
    if other is None or language is None:
        return None, ""
    stretches = word_diff(other.quotes[0].exact, claim.quotes[0].exact)
    same, first, second = (
        sum(len(words(text)) for text in texts)
        for texts in (
            [one.first for one in stretches if one.change is Change.SAME],
            [one.first for one in stretches],
            [one.second for one in stretches],
        )
    )
    if 2 * same <= min(first, second) or same == first == second:
        return None, ""
    return claim, f"; against {outlet_name(group, other)}: {shown(stretches)}"


def _language(group: Group, claim: Claim) -> str | None:
    """The language of a claim's first quote: its own, else its article's."""
    article = group.article(claim)
    tag = claim.quotes[0].language or (article.language if article is not None else None)
    return tag.partition("-")[0].lower() if tag is not None else None
