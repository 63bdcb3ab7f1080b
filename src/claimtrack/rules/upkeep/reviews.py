"""What the rules about reviews and decisions share: which records, and where a change stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Location
from claimtrack.model import Record
from claimtrack.rule import Key
from claimtrack.rules import keys


def reviewed(record: Record) -> Iterable[Key]:
    """The key of a record that was reviewed; nothing for others."""
    return () if record.review is None else (keys.named(record.KIND, record.id),)


def field_places(record: Record, fields: Iterable[str]) -> Iterator[Location]:
    """Where the changed fields of a record stand; the record itself where that cannot be told."""
    places = [record.where(field, message=f"{field} changed") for field in fields]
    yield from places or [record.where(message="changed")]


def review_place(record: Record, *path: str) -> Location:
    """Where a record's review stands, with who reviewed it and when."""
    review = record.review
    says = "" if review is None else f"reviewed by {review.by}, {review.at}"
    return record.where("review", *path, message=says)
