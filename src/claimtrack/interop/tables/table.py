"""The tables of a ledger, made from the annotations of the model.

A record is a row of the table that is named as its list in a claim file. What is one value is one
column (a date three, the value of a claim four); a part, such as `status`, is columns that begin
with its name; a list, or a text in several languages, is a table of its own, whose rows name the
record and their position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, get_args, get_origin

from attrs import NOTHING, has

from claimtrack.interop.tables.column import (
    TABLE_OF,
    Cell,
    CellType,
    Column,
    Hint,
    Names,
    columns_of,
    hint_of,
)
from claimtrack.interop.tables.readings import READINGS
from claimtrack.model import KINDS, Claim, Localized, Record
from claimtrack.model.content import keys_of
from claimtrack.model.hints import hints_of
from claimtrack.text.dates import Date

Key = tuple[str | int, ...]
Take = Callable[[Any], Any]
Walk = Callable[[Key, Any], Iterator[tuple[Key, Any]]]
"""Gives the parts of a record that are rows of one table, each with its key."""

_TEXT = hint_of(str)
_CARRIED = frozenset(key for _, key, _ in keys_of(Record))


class Table(NamedTuple):
    """One table: its columns, and how its rows are made."""

    name: str
    """The list in a claim file, or as in `claim_quotes` the kind of record and the field."""
    kind: str
    """The kind of record that its rows come from."""
    key: tuple[Column, ...]
    """The columns that tell its rows apart; the first names the record."""
    cells: tuple[tuple[Column, Take], ...]
    """The other columns, each with what takes the value of its field from a part."""
    walk: Walk
    parent: str | None = None
    """For a list within an entry of a list: the table that has that entry."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, the key first."""
        return (*self.key, *(column for column, _ in self.cells))

    def rows(self, records: Iterable[tuple[Key, Any]], names: Names) -> Iterator[tuple[Cell, ...]]:
        """The rows of some records of its kind, each given with its key, made as they are read."""
        makers = [(column.make, take) for column, take in self.cells]
        for own, record in records:
            for key, part in self.walk(own, record):
                yield (
                    *key,
                    *(
                        None if (value := take(part)) is None else make(value, names)
                        for make, take in makers
                    ),
                )


class _Field(NamedTuple):
    """One field of a class, those of its parts included: where it is and what it takes."""

    name: str
    hint: Hint
    take: Take
    required: bool

    @property
    def is_list(self) -> bool:
        return get_origin(self.hint.plain) is tuple

    @property
    def has_rows(self) -> bool:
        return self.is_list or self.hint.plain is Localized


@cache
def tables() -> tuple[Table, ...]:
    """Every table of records and of their lists, those of one kind together."""
    return tuple(table for cls in KINDS.values() for table in _of_record(cls))


def _of_record(cls: type[Record]) -> Iterator[Table]:
    # What a record is stands before what every record may carry.
    fields = sorted(_fields(cls), key=lambda field: field.name.split("_")[0] in _CARRIED)
    # A decision has no identifier, and there may be two on one finding: it is known by its number.
    named = any(field.name == "id" for field in fields)
    key = _key("id", "text") if named else _key("number", "integer")
    fields = [field for field in fields if field.name != "id"]
    cells = _cells(fields)
    if cls is Claim:
        at = 1 + next(place for place, (column, _) in enumerate(cells) if column.name == "value")
        cells = (*cells[:at], *((column, _whole) for column in READINGS), *cells[at:])
    yield Table(TABLE_OF[cls.KIND], cls.KIND, (key,), cells, _itself)
    owner = key._replace(name=cls.KIND, references=TABLE_OF[cls.KIND])
    yield from _of_lists(cls.KIND, cls.KIND, (owner,), fields, _itself)


def _of_lists(
    name: str, kind: str, key: tuple[Column, ...], fields: Iterable[_Field], walk: Walk
) -> Iterator[Table]:
    """The tables of the lists among some fields, and of the lists within their entries."""
    parent = name if name != kind else None
    for field in fields:
        if not field.has_rows:
            continue
        inner = list(_entry_fields(field))
        own = f"{name}_{field.name}"
        place = _key("position", "integer")
        each = _each(walk, field)
        yield Table(own, kind, (*key, place), _cells(inner), each, parent)
        outer = (*key, place._replace(name=f"{field.name}_position"))
        yield from _of_lists(own, kind, outer, inner, each)


def _fields(cls: Any, prefix: str = "", take: Take | None = None) -> Iterator[_Field]:
    hints = hints_of(cls)
    for attribute, key, default in keys_of(cls):
        hint = hint_of(hints[attribute])
        name, get = prefix + key, _attribute(take, attribute)
        if _is_part(hint.plain):
            yield from _fields(hint.plain, f"{name}_", get)
        else:
            yield _Field(name, hint, get, required=take is None and default is NOTHING)


def _entry_fields(field: _Field) -> Iterator[_Field]:
    """The fields of an entry of a list: of a part, of a pair, or the entry itself."""
    if not field.is_list:
        yield _Field("language", _TEXT, itemgetter(0), required=True)
        yield _Field("text", _TEXT._replace(prose=True), itemgetter(1), required=True)
        return
    entry = hint_of(get_args(field.hint.plain)[0])
    if _is_part(entry.plain):
        yield from _fields(entry.plain)
    elif get_origin(entry.plain) is tuple:
        yield _Field("record", _TEXT, itemgetter(0), required=True)
        yield _Field("fingerprint", _TEXT, itemgetter(1), required=True)
    else:
        yield _Field(field.name, entry, lambda value: value, required=True)


def _is_part(plain: Any) -> bool:
    """Whether it is a class of the model with fields of its own, and no value."""
    return isinstance(plain, type) and has(plain) and plain not in (Date, Localized)


def _cells(fields: Iterable[_Field]) -> tuple[tuple[Column, Take], ...]:
    return tuple(
        (column, field.take)
        for field in fields
        for column in columns_of(field.name, field.hint, required=field.required)
    )


def _key(name: str, kind: CellType) -> Column:
    return Column(name, kind, lambda value, _: value, required=True)


def _attribute(take: Take | None, attribute: str) -> Take:
    if take is None:
        return attrgetter(attribute)
    return lambda part: None if (inner := take(part)) is None else getattr(inner, attribute)


def _whole(record: Any) -> Any:
    return record


def _itself(key: Key, record: Any) -> Iterator[tuple[Key, Any]]:
    yield key, record


def _each(walk: Walk, field: _Field) -> Walk:
    take = field.take

    def each(key: Key, record: Any) -> Iterator[tuple[Key, Any]]:
        for own, part in walk(key, record):
            for place, entry in enumerate(take(part) or ()):
                yield (*own, place), entry

    return each
