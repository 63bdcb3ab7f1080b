"""CT506: a status that is not what the history came to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Severity
from claimtrack.model import Claim, HistoryEntry, Record, Status
from claimtrack.model.words import Verification
from claimtrack.rule import Fixable, Group, Rule

_AXES = ("attribution", "lifecycle")


class HistoryDisagrees(Rule[Claim]):
    """The last entry of a claim's history for a question is not what its status answers.

    The two questions (did they say it, is the record live) are looked at one by one: each last
    entry that answers one must equal the status. Either the status was not brought up to date, or
    a change was made without an entry.

    What to do: write the status that the history came to, or add the entry that is missing. The
    fix writes the status. It is safe where the status is still `unverified`, with which every claim
    begins. Any other word was written on purpose, and a change of lifecycle touches what rests on
    the claim: there it is only suggested. A status that the file leaves out is written by hand.
    """

    code = "CT506"
    name = "history-disagrees"
    severity = Severity.ERROR
    fix = Fixable.SAFE
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each question on which they disagree."""
        for claim in group.of(Claim):
            for axis in _AXES:
                last = _last(claim, axis)
                if last is not None:
                    place, entry = last
                    if getattr(entry, axis) is not getattr(claim.status, axis):
                        yield self._finding(group, claim, axis, place, entry)

    def _finding(
        self, group: Group, claim: Claim, axis: str, place: int, entry: HistoryEntry
    ) -> Finding:
        status, history = getattr(claim.status, axis), getattr(entry, axis)
        stands = claim.where("status", axis, message=f"{axis}: {status}")
        edit = Edit(stands.file, stands.pointer, "replace", str(history))
        return self.finding(
            group,
            f"the status says {status}, the history {history} since {entry.date}",
            [stands, claim.where("history", place, axis, message=f"{history} on {entry.date}")],
            help=f"write {history} in the status, or add what happened since to the history",
            fix=Fix(f"write {history} in the status", (edit,), safe=_is_safe(claim.status, axis)),
            about=f"{group.key}|{axis}",
        )


def _last(claim: Claim, axis: str) -> tuple[int, HistoryEntry] | None:
    """The last entry that answers a question, and its place."""
    for place in reversed(range(len(claim.history))):
        if getattr(claim.history[place], axis) is not None:
            return place, claim.history[place]
    return None


def _is_safe(status: Status, axis: str) -> bool:
    return axis == "attribution" and status.attribution is Verification.UNVERIFIED
