"""CT900: a rule that raised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import Group, Rule


class RuleCrashed(Rule[RuleCrash]):
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
            record = fact.newest or fact
            # A deriver has one name and cannot be left out: rules that need it ran without.
            is_deriver = fact.rule == fact.rule_name
            who = fact.rule if is_deriver else f"{fact.rule} {fact.rule_name}"
            leave = "" if is_deriver else f"; leave it out with --ignore {fact.rule}"
            yield self.finding(
                group,
                f"{who} failed on {fact.key}: {fact.error}",
                [record.where(message="the newest record that it was looking at")],
                help=f"report it to the rule's authors{leave}",
            )
