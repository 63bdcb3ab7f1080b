"""CT304: one speaker affirms, at one time, two things of which only one can be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim, Proposition, Record
from claimtrack.model.words import Stance
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.claims import about, speaker, speaker_name, stance_place
from claimtrack.rules.propositions import Graph, edges_of, linked, one_names
from claimtrack.rules.stances import Said, Side, clusters, questions, settled

_Affirmed = dict[str, dict[str, list[Said]]]
"""What is affirmed: by speaker, by proposition."""


class ContradictsItself(Rule[Claim | Proposition]):
    """One speaker affirms two propositions that contradict each other, or affirms and denies one.

    Both were said at times that overlap, so no change of mind explains it: a slip, two offices that
    speak under one name, or a reporter who misheard. Two propositions contradict each other where
    one lists the other in `contradicts`. An article's own voice is a speaker too, and may not
    contradict itself within that article.

    Positions on one proposition on different days are a stance-change (CT601). Positions that
    several outlets report of one occasion are a reversal-or-misreport (CT602), and what they leave
    open is not compared here.

    What to do: read both passages again. Where one record is wrong, correct it; where the speaker
    did say both, tell the reader so.
    """

    code = "CT304"
    name = "contradicts-itself"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)
    unread = keys.WORDING

    def keys(self, record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition."""
        yield keys.about(record)

    def links(self, record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """What the proposition contradicts, and other records of it."""
        return linked(record, "contradicts")

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each speaker, pair of propositions and stretch of time."""
        names = one_names(group)
        affirmed: _Affirmed = defaultdict(lambda: defaultdict(list))
        for question, utterances in questions(group, names).items():
            sides = settled(group, utterances)
            affirmed[question.speaker][question.proposition] += sides[Stance.AFFIRMS]
            yield from self._both_ways(group, sides[Stance.AFFIRMS], sides[Stance.DENIES])
        opposed = edges_of(group, "contradicts", names, back=False)
        for one, other in _pairs(affirmed, opposed):
            yield from self._both(group, one.near(other.said), other.near(one.said))

    def _both_ways(
        self, group: Group, affirms: Sequence[Said], denies: Sequence[Said]
    ) -> Iterator[Finding]:
        for together in clusters(affirms, denies):
            claim = together[0].claim
            yield self._found(
                group,
                f"{speaker_name(group, claim)} affirms and denies {claim.proposition} at one time",
                together,
                about(speaker(claim), [said.claim for said in together]),
            )

    def _both(self, group: Group, one: Sequence[Said], other: Sequence[Said]) -> Iterator[Finding]:
        ours = {said.place for said in one}
        for together in clusters(one, other):
            sides = [
                [said.claim for said in together if (said.place in ours) is side]
                for side in (True, False)
            ]
            claim = together[0].claim
            pair = sorted(about(side) for side in sides)
            yield self._found(
                group,
                f"{speaker_name(group, claim)} affirms both {pair[0]} and {pair[1]}, "
                "which contradict each other",
                together,
                about(speaker(claim), *pair),
            )

    def _found(self, group: Group, message: str, together: Sequence[Said], subject: str) -> Finding:
        return self.finding(
            group,
            message,
            newest_first(
                stance_place(group, said.claim, f" {said.claim.proposition}") for said in together
            ),
            help="read both passages again: correct the wrong record, or tell the reader that "
            "both were said",
            about=subject,
        )


def _pairs(affirmed: _Affirmed, opposed: Graph) -> Iterator[tuple[Side, Side]]:
    """What one speaker affirms of two propositions that contradict each other, each pair once."""
    for said in affirmed.values():
        own = {name: Side(some) for name, some in said.items()}
        seen = set()
        for one, side in own.items():
            for other in sorted(own.keys() & opposed.get(one, {}).keys()):
                pair = frozenset((one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield side, own[other]
