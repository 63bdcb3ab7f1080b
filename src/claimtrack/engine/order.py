"""The one total order of records: published, article, identifier, content.

Whatever order files were read in, a group's members stand in this order, so a rule that speaks of
the first and the newest says the same on every run and every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from claimtrack.model import KINDS, Article, Claim, Decision, Occasion, Record, digest
from claimtrack.text.dates import Date

Lookup = Callable[[type[Record], str], Record | None]
"""Gives the record of a kind and an identifier, or None."""

_KEPT = frozenset(KINDS.values())

_UNDATED = (-(2**63), -(2**63), "")


Name = tuple[type[Record], str]
"""Kind and identifier: what a group can ask for."""
Noted = Callable[[Record, Name], None]
"""Is shown a record, and the name of another on which its place in the order depends."""
Place = tuple[tuple[int, int, str], str, str, str]
"""Date, article, kind and identifier of a record."""


class Order:
    """The total order of the records of one run.

    A record stands in thirty groups; its place is asked for once. `noted` is then shown the record
    and what its place depends on.
    """

    def __init__(self, lookup: Lookup, noted: Noted | None = None) -> None:
        self._lookup = lookup
        self._noted = noted
        self._places: dict[int, tuple[Place, Record]] = {}
        """By identity, with the record itself so that it stays alive."""

    def of(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """The records in their order, oldest first; those without a date come before all."""
        given = tuple(records)
        if len(given) == 1:  # most groups
            return given
        ordered = sorted(given, key=self._place)
        places = [self._place(record) for record in ordered]
        if any(one == other for one, other in pairwise(places)):
            # Two records of one name: their content and place tell them apart.
            ordered.sort(
                key=lambda record: (
                    self._place(record),
                    _digest(record),
                    record.origin.sort_key,
                )
            )
        return tuple(ordered)

    def _place(self, record: Record) -> Place:
        known = self._places.get(id(record))
        if known is None:
            date, article = _dated(record, self._lookup)
            if self._noted is not None and isinstance(record, Claim):
                self._noted(record, (Article, record.article))
            when = _UNDATED if date is None else date.sort_key
            known = self._places[id(record)] = (when, article, record.KIND, record.id), record
        return known[0]


def _digest(record: Record) -> str:
    """The digest of a record of a claim file; a fact has no content that a file could hold."""
    return digest(record) if type(record) in _KEPT else ""


def _dated(record: Record, lookup: Lookup) -> tuple[Date | None, str]:
    """When a record was published, and in which article."""
    if isinstance(record, Claim):
        article = lookup(Article, record.article)
        published = article.published if isinstance(article, Article) else None
        return published, record.article
    if isinstance(record, Article):
        return record.published, record.id
    if isinstance(record, Occasion):
        return record.date, ""
    if isinstance(record, Decision):
        return record.at, ""
    return None, ""
