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
    reported while the rule that it names runs. Where a file of the ledger could not be read in
    full, what the `ignore` silences may stand in the part that is missing: then removing it is only
    a suggestion.

    What to do: remove it (`claimtrack fix` does), or renew its date with a reason.
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
            edit = Edit(record.origin.file, entry, "remove")
            yield self.finding(
                group,
                f"this ignore {fact.reason}",
                [place],
                help="remove it",
                fix=Fix("remove it", (edit,), safe=fact.certain),
            )
