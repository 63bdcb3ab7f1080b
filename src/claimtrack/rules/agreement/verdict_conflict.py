"""CT303: one proposition, supported by one reviewer and refuted by another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Proposition, Record, Verdict
from claimtrack.model.words import Veracity, VerdictLifecycle
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules import keys

_OPPOSED = (Veracity.SUPPORTED, Veracity.REFUTED)


class VerdictConflict(Rule):
    """Two active verdicts on one proposition say the opposite of each other.

    `supported` and `refuted` cannot both be right. Verdicts that were superseded or retracted are
    history; `conflicting` and `not_enough_evidence` oppose nothing. Records joined by `same_as` are
    one proposition.

    What to do: find out which verdict still stands and set the other's `lifecycle`; where reviewers
    do disagree, record the dispute as a decision.
    """

    code = "CT303"
    name = "verdict-conflict"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Proposition,)

    def keys(self, record: Record) -> Iterable[Key]:
        """The proposition."""
        yield keys.proposition(record.id)

    def links(self, record: Record) -> Iterable[tuple[Key, Key]]:
        """Other records of the same proposition."""
        assert isinstance(record, Proposition)
        return keys.same_proposition(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for all opposed verdicts of a proposition."""
        found = sorted(
            (
                (verdict, record, position)
                for record in group.of(Proposition)
                for position, verdict in enumerate(record.verdicts)
                if verdict.lifecycle is VerdictLifecycle.ACTIVE and verdict.veracity in _OPPOSED
            ),
            key=lambda entry: entry[0].date.sort_key,
            reverse=True,
        )
        if len({verdict.veracity for verdict, _, _ in found}) < len(_OPPOSED):
            return
        places = [_place(group, *entry) for entry in found]
        counts = " and ".join(
            f"{veracity} by {sum(verdict.veracity is veracity for verdict, _, _ in found)}"
            for veracity in _OPPOSED
        )
        yield self.finding(
            group,
            f"the verdicts cannot both be right: {counts}",
            places,
            help="set the lifecycle of the one that no longer stands, or decide the dispute",
        )


def _place(group: Group, verdict: Verdict, record: Proposition, position: int) -> Location:
    says = f"{verdict.veracity} by {group.name(verdict.reviewer)}, {verdict.date}"
    return record.at("verdicts", position, "veracity", message=says)
