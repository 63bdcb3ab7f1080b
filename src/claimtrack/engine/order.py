"""The one total order of records: published, article, identifier, content.

Whatever order files were read in, a group's members stand in this order, so a rule that speaks of
the first and the newest says the same on every run and every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from claimtrack.model import KINDS, Article, Claim, Decision, Occasion, Record, digest
from claimtrack.text.dates import Date

Lookup = Callable[[type[Record], str], Record | None]
"""Gives the record of a kind and an identifier, or None."""

_KEPT = frozenset(KINDS.values())

_UNDATED = (-(2**63), -(2**63), "")


def in_order(records: Iterable[Record], lookup: Lookup) -> tuple[Record, ...]:
    """The records in their total order, oldest first; those without a date come before all."""
    given = tuple(records)
    if len(given) == 1:  # most groups
        return given

    def key(record: Record) -> tuple[tuple[int, int, str], str, str, str]:
        date, article = _dated(record, lookup)
        when = _UNDATED if date is None else date.sort_key
        return (when, article, record.KIND, record.id)

    ordered: list[Record] = []
    for _, alike in groupby(sorted(given, key=key), key=key):
        same = list(alike)
        if len(same) > 1:  # two records of one name: only their content and place tell them apart
            same.sort(key=lambda record: (_digest(record), record.origin.sort_key))
        ordered += same
    return tuple(ordered)


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
