"""CT804: a settled finding that is open again, or a decision that settles nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Change, Decision, IdleDecision, Record
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules import judgements
from claimtrack.rules.upkeep.reviews import field_places


class DecisionReopened(Rule[IdleDecision | Decision]):
    """What was compared when a finding was settled has changed, so the finding is shown again.

    A decision is about what the editor saw. Once one of those records says something else, nobody
    has judged what now stands there. The same goes for a judgement that records are `same` or
    `different`. A decision that expired, or whose finding no longer exists, is told as info.

    What to do: look again. Settle it anew with `claimtrack resolve`, put it right, or remove a
    decision that has nothing to settle.
    """

    code = "CT804"
    name = "decision-reopened"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (IdleDecision, Decision)

    def keys(self, record: IdleDecision | Decision) -> Iterable[Key]:
        """The finding that was settled, or the records that were judged."""
        if isinstance(record, IdleDecision):
            yield Key("decision", (record.id,))
        elif record.seen and (record.same or record.different):
            yield Key("judgement", tuple(sorted({*record.same, *record.different})))

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each decision that no longer holds."""
        for fact in group.of(IdleDecision):
            yield self._idle(group, fact)
        judged = group.of(Decision)
        if judged and not any(judgements.holds(group, decision) for decision in judged):
            newest = judged[-1]
            changed = judgements.changed(group, newest)
            if changed:
                word = "same" if newest.same else "different"
                yield self._reopened(group, newest, word, "judge it again", changed)

    def _idle(self, group: Group, fact: IdleDecision) -> Finding:
        decision, finding = fact.decision, fact.finding
        if finding is not None and fact.changed:
            word = f"{decision.decision}".replace("_", " ")
            help_ = f"look again, and settle it anew: `claimtrack resolve {finding.fingerprint}`"
            return self._reopened(group, decision, word, help_, fact.changed, [finding.primary])
        place = decision.where("finding", message=f"decided by {decision.by}, {decision.at}")
        if finding is not None:
            message = f"this decision expired on {decision.expires}: {finding.code} is shown again"
            places = [place, finding.primary]
        else:
            why = f": {_listed(fact.changed)}" if fact.changed else ""
            message = f"this decision settles nothing any more{why}"
            places = [place, *_places(fact.changed)]
        advice = (
            "settle it anew, or put it right" if finding else "remove it if it is of no more use"
        )
        return self.finding(group, message, places, help=advice, severity=Severity.INFO)

    def _reopened(
        self,
        group: Group,
        decision: Decision,
        word: str,
        advice: str,
        changed: Sequence[Change],
        found: Sequence[Location] = (),
    ) -> Finding:
        field = "finding" if decision.finding else "same" if decision.same else "different"
        place = decision.where(field, message=f"{word}: {decision.why}")
        return self.finding(
            group,
            f"open again: {_listed(changed)} since {decision.by} decided on {decision.at}",
            [place, *_places(changed), *found],
            help=advice,
        )


def _listed(changed: Iterable[Change]) -> str:
    return "; ".join(map(str, changed))


def _places(changed: Iterable[Change]) -> Iterator[Location]:
    for change in changed:
        if change.record is not None:
            yield from field_places(change.record, change.fields)
