"""What the rules share that look at each claim alone."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Skip
from claimtrack.model import Claim, Record
from claimtrack.rule import Group, Rule
from claimtrack.rules import keys


class ByClaim(Rule[Claim]):
    """Base of rules on one claim; live ones and drafts are looked at, history is not.

    All of them have the same groups, which are made once: what does not concern a rule is left out
    when it is checked, not by its keys.
    """

    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """What is wrong with a claim that concerns the rule."""
        for claim in group.of(Claim):
            if self.concerns(claim):
                if keys.is_history(claim):
                    yield keys.NOT_LIVE
                else:
                    yield from self.check_claim(group, claim)

    def concerns(self, claim: Claim) -> bool:  # noqa: ARG002 - a default
        """Whether a claim has what the rule is about."""
        return True

    @abstractmethod
    def check_claim(self, group: Group, claim: Claim) -> Iterable[Finding | Skip]:
        """What is wrong with one claim."""
