"""CT310: a speaker denies what follows from what the same speaker affirms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim, Proposition, Record
from claimtrack.model.words import Stance
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.claims import about, speaker, speaker_name, stance_place
from claimtrack.rules.propositions import edges_of, linked, one_names, path, reached
from claimtrack.rules.stances import Said, Side, clusters, questions, settled

FARTHEST = 200
"""Propositions that imply a denied one and are looked at, the nearest first: without a bound, a
chain of denials would cost the square of its length."""

_Sides = defaultdict[str, defaultdict[str, list[Said]]]
"""What is affirmed by speaker and proposition, or denied by proposition and speaker."""


class ImplicationBroken(Rule[Claim | Proposition]):
    """One speaker affirms a proposition and denies, at one time, another that it implies.

    Who signed the whole accord cannot deny that it binds. What is implied is what propositions list
    in `implies`, over any number of steps, as far as the two hundred nearest. The two must be said
    at times that overlap: later, a speaker may have changed its mind. What outlets report
    differently of one occasion (reversal-or-misreport, CT602) is not compared before that is
    settled.

    What to do: read both passages again. The denial may be of less than was recorded, or the
    implication may not hold: correct the claim or the proposition. Where the speaker did say both,
    that is news.
    """

    code = "CT310"
    name = "implication-broken"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)
    unread = keys.WORDING

    def keys(self, record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition."""
        yield keys.about(record)

    def links(self, record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """What the proposition implies, and other records of it."""
        return linked(record, "implies")

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each speaker, denied proposition and stretch of time."""
        names = one_names(group)
        affirmed: _Sides = defaultdict(lambda: defaultdict(list))
        denied: _Sides = defaultdict(lambda: defaultdict(list))
        for question, utterances in questions(group, names).items():
            sides = settled(group, utterances)
            who, name = question.speaker, question.proposition
            if sides[Stance.AFFIRMS]:
                affirmed[who][name] += sides[Stance.AFFIRMS]
            if sides[Stance.DENIES]:
                denied[name][who] += sides[Stance.DENIES]
        implied_by = edges_of(group, "implies", names, back=True)
        own = {
            who: {name: Side(said) for name, said in some.items()} for who, some in affirmed.items()
        }
        for name, denials in denied.items():
            steps = reached(implied_by, name, FARTHEST)
            for who, denies in denials.items():
                sources = own.get(who, {})
                affirms = [
                    said
                    for one in sources.keys() & steps.keys()
                    for said in sources[one].near(denies)
                ]
                if affirms:
                    yield from self._broken(group, affirms, denies, (names, steps))

    def _broken(
        self,
        group: Group,
        affirms: Sequence[Said],
        denies: Sequence[Said],
        graph: tuple[Mapping[str, str], Mapping[str, str]],
    ) -> Iterator[Finding]:
        names, steps = graph
        for together in clusters(affirms, denies):
            denials = [said.claim for said in together if said.claim.stance is Stance.DENIES]
            claim = next(s.claim for s in together if s.claim.stance is Stance.AFFIRMS)
            name = claim.proposition or ""
            way = " implies ".join(path(steps, names.get(name, name)))
            yield self.finding(
                group,
                f"{speaker_name(group, claim)} affirms {name} and denies what follows: {way}",
                newest_first(
                    stance_place(group, said.claim, f" {said.claim.proposition}")
                    for said in together
                ),
                help="read both passages again: correct a claim, or the implication",
                about=about(speaker(claim), denials),
            )
