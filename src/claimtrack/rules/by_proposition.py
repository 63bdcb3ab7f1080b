"""What the rules share that look at all claims on one proposition together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import Claim, Proposition, Record
from claimtrack.rule import Key, Rule
from claimtrack.rules import keys


class ByProposition(Rule[Claim | Proposition]):
    """Base of rules whose key is the proposition; `same_as` makes one group of several."""

    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)
    unread = keys.WORDING

    @staticmethod
    def keys(record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition."""
        yield keys.about(record)

    @staticmethod
    def links(record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """Other records of the same proposition."""
        return keys.same_proposition(record)
