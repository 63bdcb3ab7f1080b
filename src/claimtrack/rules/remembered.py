"""What was read from a record, kept for the other groups in which the same record stands.

A record that names ten thousand others stands in ten thousand groups. Read anew in each, it would
cost the square of its own size.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

from claimtrack.model import Record

RecordT = TypeVar("RecordT", bound=Record)
ReadT = TypeVar("ReadT")

_KEPT = 4096


class _Same(Generic[RecordT]):
    """A record by identity: to compare two by content would cost as much as to read them."""

    __slots__ = ("record",)

    def __init__(self, record: RecordT) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record

    def __hash__(self) -> int:
        return id(self.record)


def remembered(read: Callable[[RecordT], ReadT]) -> Callable[[RecordT], ReadT]:
    """Make a function of a record remember what it gave for the last few thousand records.

    What it gives is shared by all who ask, and must not be changed by them.
    """

    @lru_cache(maxsize=_KEPT)
    def known(same: _Same[RecordT]) -> ReadT:
        return read(same.record)

    @wraps(read)
    def asked(record: RecordT) -> ReadT:
        return known(_Same(record))

    return asked
