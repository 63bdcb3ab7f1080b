"""CT803: an `ignore` that silences nothing any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Severity
from claimtrack.model import Record, UnusedIgnore
from claimtrack.rule import Fixable, Group, Rule


class IgnoreUnused(Rule[UnusedIgnore]):
    """An `ignore` matches no finding, names no rule, or has expired.

    A silence that outlives its reason hides the next problem of the same kind. An `ignore` is only
    reported while the rule that it names runs.

    What to do: remove it (`claimtrack fix` does), or renew its date with a reason. Where it names
    no rule that is installed, or the ledger was read in part or not without problems, the removal
    is a suggestion only: somebody else's run may need it.
    """

    code = "CT803"
    name = "ignore-unused"
    severity = Severity.WARNING
    fix = Fixable.SAFE
    reads: ClassVar[tuple[type[Record], ...]] = (UnusedIgnore,)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each idle entry."""
        for fact in group.of(UnusedIgnore):
            record, position = fact.record, fact.position
            place = record.where("ignore", position, "rule", message=f"ignores {fact.entry.rule}")
            entry = record.where("ignore", position).pointer
            yield self.finding(
                group,
                f"this ignore {fact.reason}",
                [place],
                help="remove it",
                # By what the entry says: its position changes when one above it is removed.
                about=f"{record.ref}|{fact.entry.rule}|{fact.entry.until}|{fact.entry.reason}",
                fix=Fix(
                    "remove it", (Edit(record.origin.file, entry, "remove"),), safe=fact.certain
                ),
            )
