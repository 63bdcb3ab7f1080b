"""CT900: a rule that raised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import Group, Rule


class RuleCrashed(Rule):
    """A rule raised an exception; the run went on without that check.

    The fault lies in the rule, most often one of a plug-in, and not in the ledger. It is an error
    nevertheless: something was not checked, and green would be wrong.

    What to do: report it to the rule's authors with the message; until it is mended, leave the rule
    out with `--ignore`.
    """

    code = "CT900"
    name = "rule-crashed"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (RuleCrash,)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each rule and group on which it raised."""
        for fact in group.of(RuleCrash):
            where = fact.where or fact
            yield self.finding(
                group,
                f"{fact.rule} {fact.rule_name} failed on {fact.key}: {fact.error}",
                [where.at(message="the newest record that it was looking at")],
                help=f"report it to the rule's authors; leave it out with --ignore {fact.rule}",
            )
