"""What the rules share that look at everybody of whom the same words are quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import Claim, Record
from claimtrack.rule import Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.words.repeated import comparable_quotes


class ByQuote(Rule[Claim]):
    """Base of rules whose key is the words of a quote, under the widest folding."""

    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    @staticmethod
    def keys(record: Claim) -> Iterable[Key | Skip]:
        """The words of each quote of a live claim that is long enough."""
        if not record.is_live:
            yield keys.NOT_LIVE
            return
        for text in comparable_quotes(record):
            yield Key("quote", (text,))
