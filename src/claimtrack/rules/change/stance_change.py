"""CT601: a speaker said one thing on one day and the opposite on a later one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimtrack.findings import Finding, Severity
from claimtrack.model.words import Stance
from claimtrack.rule import Group
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, speaker, speaker_name, stance_place
from claimtrack.rules.propositions import one_names
from claimtrack.rules.stances import Said, Utterance, is_misreported, questions
from claimtrack.text.edtf import DAY


class StanceChange(ByProposition):
    """A speaker affirmed a proposition on one day and denied it on a later one, or the reverse.

    Nothing is wrong with that, and it is what readers want to know: from what, to what, in which
    words, how many days apart. Each change in the order of time is told once, between the last
    words of the old stance and the first of the new one. Days on which the speaker stands on both
    sides are left out: they are a contradiction (CT304), or a misreport of one occasion (CT602).

    What to do: tell the reader of the change, and make sure that no article of ours still gives the
    old stance as today's.
    """

    code = "CT601"
    name = "stance-change"
    severity = Severity.INFO

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each change of each speaker."""
        for utterances in questions(group, one_names(group)).values():
            before: _Moment | None = None
            for moment in _moments(utterances):
                stance = moment.stance(group)
                if stance is None:
                    continue
                if before is not None and stance is not before.stance(group):
                    yield self._change(group, before, moment)
                before = moment

    def _change(self, group: Group, before: _Moment, after: _Moment) -> Finding:
        start = min(said.span.start for said in after.said)
        old = [said for said in before.said if said.span.end < start]
        days = after.first // DAY - before.last // DAY
        claim = after.said[-1].claim
        found = [said.claim for said in (*after.said[::-1], *old[::-1])]
        return self.finding(
            group,
            f"{speaker_name(group, claim)} {old[0].claim.stance} {claim.proposition}, then "
            f"{claim.stance} it, {days} {'day' if days == 1 else 'days'} apart",
            [stance_place(group, one) for one in found],
            help="tell the reader of the change; check that no article still gives the old stance",
            about=about(speaker(claim), found),
        )


@frozen
class _Moment:
    """Utterances that may all have been on one day: from `first` to `last`, in minutes."""

    utterances: tuple[Utterance, ...]
    first: int
    last: int

    @property
    def said(self) -> Sequence[Said]:
        """What was said, oldest first."""
        said = (one for utterance in self.utterances for one in utterance.said)
        return sorted(said, key=lambda one: one.place)

    def stance(self, group: Group) -> Stance | None:
        """The one stance taken; None where both are, or outlets differ."""
        stances = {stance for utterance in self.utterances for stance in utterance.stances}
        if len(stances) > 1 or any(is_misreported(group, one) for one in self.utterances):
            return None
        return next(iter(stances))


def _moments(utterances: Sequence[Utterance]) -> Iterator[_Moment]:
    """Part utterances into moments, earliest first.

    The utterance that ends first and is in no moment yet opens one; all that begin before its end
    and are in none belong to it. So the opener certainly precedes every utterance of later moments.
    """
    spans = [utterance.span for utterance in utterances]
    waiting = sorted(range(len(spans)), key=lambda place: spans[place].start, reverse=True)
    taken: set[int] = set()
    for opener in sorted(range(len(spans)), key=lambda place: spans[place].end):
        if opener in taken:
            continue
        end = spans[opener].end
        together = []
        while waiting and spans[waiting[-1]].start <= end:
            together.append(waiting.pop())
        taken.update(together)
        first = max(spans[place].start for place in together)
        yield _Moment(tuple(utterances[place] for place in together), first, end)
