"""How records, groups and names are numbered in an index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import fields

from claimtrack.cache.answers import finding_of
from claimtrack.cache.packed import hashed
from claimtrack.findings import Finding
from claimtrack.model import CapturedText, Decision, Document, Record
from claimtrack.rule import AnyGatherer, Key

FILE_BITS = 20
"""A file has room for a million records: its bytes are bounded long before."""
DERIVED = 1 << 60
"""From here on numbers are those of derived records."""


class Unit(NamedTuple):
    """What one claim file gives: itself, its records, and the captured texts that it names."""

    document: Document
    records: Sequence[Record]
    texts: Sequence[CapturedText]

    @property
    def every(self) -> list[Record]:
        """All of it, as rules read it."""
        return [self.document, *self.texts, *self.records]

    @property
    def names(self) -> list[tuple[str, str]]:
        """Kind and identifier of its records, those too broken to be made included."""
        return [*((one.KIND, one.id) for one in self.records), *self.document.broken]


class Change(NamedTuple):
    """A claim file that is not as the index has it."""

    file: int
    """Its number in the index; a new one for a new file."""
    names: Sequence[tuple[str, str]]
    """Kind and identifier of what it held."""
    unit: Unit | None
    """What it holds now; None where it is gone."""
    was_there: bool = True
    """Whether the index has it."""


Altered = frozenset[str] | None
"""The fields in which a record is not as it was; None for one that came, went or was moved."""


def altered(old: Record, new: Record) -> Altered:
    """The fields in which two states of a record differ."""
    if old.origin != new.origin:
        return None
    names = [field.name for field in fields(type(old))]
    return frozenset(name for name in names if getattr(old, name) != getattr(new, name))


def numbers_of(file: int) -> range:
    """The numbers of a file's records."""
    return range(file << FILE_BITS, (file + 1) << FILE_BITS)


def posting(key: Key) -> int:
    """The hash under which the records of a key are found."""
    return hashed("key", key.space, *key.parts)


def naming(kind: str, name: str) -> int:
    """The hash under which the records of a name are found."""
    return hashed("name", kind, name)


def asking(kind: str, name: str) -> int:
    """The hash under which those are found who asked for a name."""
    return hashed("asked", kind, name)


def group_id(gatherer: AnyGatherer, key: Key) -> int:
    """The number of a group of a rule or deriver."""
    return hashed("group", gatherer.code, key.space, *key.parts)


def is_special(record: Record) -> bool:
    """Whether a record must be known to conclude a run, whatever changed."""
    return bool(record.ignore) or isinstance(record, Decision)


def findings_row(findings: Iterable[Finding]) -> str:
    """Some findings as a row."""
    return json.dumps(list(findings), ensure_ascii=False, separators=(",", ":"))


def findings_of(row: str) -> list[Finding]:
    """The findings of a row. Raises `ValueError` or `TypeError` for one that was not made here."""
    return [finding_of(one) for one in json.loads(row)]
