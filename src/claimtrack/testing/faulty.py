"""A rule that always raises, to show that a run goes on without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import Claim, Record
from claimtrack.rule import Group, Key, Rule


class AlwaysRaises(Rule[Claim]):
    """Fails on every article's claims, as a rule with a fault in it does.

    It belongs to no catalogue: a case names it in `also`.
    """

    code = "XX900"
    name = "always-raises"
    severity = Severity.INFO
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def keys(self, record: Claim) -> Iterable[Key]:
        """The article."""
        yield Key("article", (record.article,))

    def check(self, group: Group) -> Iterable[Finding]:
        """Raises `ZeroDivisionError`."""
        raise ZeroDivisionError(f"{len(group.members)} claims by nothing")
