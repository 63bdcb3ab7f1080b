"""CT005: two records of one kind with the same identifier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import Actor, Article, Claim, Occasion, Proposition, Record
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys


class DuplicateId(Rule):
    """Several records of one kind share an identifier.

    A reference to it could mean any of them. An actor and an article may share an identifier; two
    actors may not. Every place that defines it is named.

    What to do: rename all but one, with the references that mean it; or, where they are the same
    record written twice, merge them.
    """

    code = "CT005"
    name = "duplicate-id"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Actor, Article, Occasion, Proposition, Claim)

    def keys(self, record: Record) -> Iterable[Key]:
        """Kind and identifier."""
        yield keys.named(record.KIND, record.id)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for all records that share the identifier."""
        if len(group.members) < 2:  # noqa: PLR2004 - two records make a pair
            return
        kind, name = group.key.space, group.key.parts[0]
        places = [record.at("id", message=f"defines {name!r}") for record in group.members]
        yield self.finding(
            group,
            f"{len(places)} {kind}s have the identifier {name!r}",
            newest_first(places),
            help="rename all but one, or merge them",
        )
