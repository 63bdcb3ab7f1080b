"""What somebody saw of a record: a token that tells later whether it changed, and in which fields.

A review and a decision outlive what they judged. The token is opaque but not blind: its first part
stands for the whole content, and the marks behind it for one field each, so that an editor is told
"its value changed" rather than "something did".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from claimtrack.findings import fingerprint
from claimtrack.model.content import content, keys_of
from claimtrack.model.record import Record

BESIDE = frozenset({"review", "ignore", "note", "tags"})
"""Fields that say nothing of what the record says: to change them is no change of what was seen."""

_NAME, _MARK = 2, 5
"""Digits of a mark that stand for the field's name, and for name and value together."""


def seen_fingerprint(record: Record) -> str:
    """The token for a record's content as it is now, without the fields `BESIDE`.

    Twenty hexadecimal digits for the whole, a hyphen, and five for each field that is written:
    two of its name and three of its value.
    """
    said = _said(record)
    first = fingerprint(record.KIND, json.dumps(said, ensure_ascii=False, sort_keys=True))
    return f"{first}-{''.join(sorted(_marks(said).values()))}"


def whole(seen: str) -> str:
    """The twenty digits of a token that stand for the whole content."""
    return seen.partition("-")[0]


def is_as_seen(record: Record, seen: str) -> bool:
    """Whether a record's content is the one that a token stands for."""
    return whole(seen_fingerprint(record)) == whole(seen)


def changed_fields(record: Record, seen: str) -> tuple[str, ...]:
    """The fields that differ from what a token stands for, in the order of the class.

    Empty where nothing changed, and where the token has no marks and cannot tell. A field that was
    removed is named with the others of its class that share the two digits, which is rare.
    """
    tail = seen.partition("-")[2]
    if not tail or is_as_seen(record, seen):
        return ()
    before = {tail[place : place + _MARK] for place in range(0, len(tail), _MARK)}
    now = _marks(_said(record))
    gone = {mark[:_NAME] for mark in before} - {mark[:_NAME] for mark in now.values()}
    cls: Any = record.__class__
    return tuple(
        key
        for _, key, _ in keys_of(cls)
        if key not in BESIDE and (now[key] not in before if key in now else _digits(key) in gone)
    )


@frozen
class Change:
    """A record that is not what it was when somebody looked."""

    ref: str
    """Kind and identifier: `claim:a-toll`."""
    record: Record | None
    """The record as it is now; None where it is gone."""
    fields: tuple[str, ...] = ()
    """The fields that changed, as far as that can be told."""

    def __str__(self) -> str:
        """As a message has it: `claim:a-toll changed (value, as_of)`."""
        if self.record is None:
            return f"{self.ref} is gone"
        return (
            f"{self.ref} changed ({', '.join(self.fields)})"
            if self.fields
            else f"{self.ref} changed"
        )


def changes_since(
    seen: Iterable[tuple[str, str]], find: Callable[[str], Iterable[Record]]
) -> tuple[Change, ...]:
    """Which of the records that somebody saw are not as they were, in the order written.

    `seen` are pairs of record and token; `find` gives the records that are called so: where two
    share a name, one that is as it was is enough.
    """
    found = []
    for ref, token in seen:
        records = list(find(ref))
        if not any(is_as_seen(record, token) for record in records):
            record = records[0] if records else None
            found.append(Change(ref, record, changed_fields(record, token) if record else ()))
    return tuple(found)


def _said(record: Record) -> dict[str, object]:
    return {key: value for key, value in content(record).items() if key not in BESIDE}


def _marks(said: dict[str, object]) -> dict[str, str]:
    """For each field that is written its mark."""
    return {
        key: _digits(key)
        + fingerprint(key, json.dumps(value, ensure_ascii=False, sort_keys=True))[: _MARK - _NAME]
        for key, value in said.items()
    }


def _digits(key: str) -> str:
    return fingerprint(key)[:_NAME]
