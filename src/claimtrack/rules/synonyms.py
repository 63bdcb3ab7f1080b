"""Derives which propositions stand under several identifiers, for rules that meet one claim alone.

A rule whose key is the proposition joins such identifiers by its links. One with another key asks
here, and need not gather all that is said on a proposition.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import Claim, Proposition, Record, Synonym
from claimtrack.rule import Deriver, Group, Key
from claimtrack.rules import keys
from claimtrack.rules.propositions import one_names


class Synonyms(Deriver[Proposition]):
    """For each identifier of a proposition that has several (`same_as`), the least of them."""

    name = code = "synonyms"
    reads: ClassVar[tuple[type[Record], ...]] = (Proposition,)

    @staticmethod
    def keys(record: Proposition) -> Iterable[Key | Skip]:
        """The proposition."""
        yield keys.about(record)

    @staticmethod
    def links(record: Proposition) -> Iterable[tuple[Key, Key]]:
        """Other records of the same proposition."""
        return keys.same_proposition(record)

    def derive(self, group: Group) -> Iterable[Record]:
        """A fact for each identifier, also for one that no record has."""
        for name, one in one_names(group).items():
            yield Synonym(proposition=name, one=one)


def one_proposition(group: Group, claim: Claim) -> str | None:
    """The identifier that stands for all those of the proposition that a claim is about."""
    found = group.find(Synonym, claim.proposition)
    return claim.proposition if found is None else found.one
