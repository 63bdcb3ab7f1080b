"""Records as rows: one line of JSON each, from which the same record is made again.

A claim file is read once; what it held is kept, and handed from one process to another, as rows.
They are data and nothing else: to read one runs no code that it could choose, so that rows of a
stranger's cache can at worst be wrong. A row names only the fields that differ from their default,
by their position in the class, and is read by the same annotations as claim files are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, fields, has

from claimtrack.model.captured import CapturedText
from claimtrack.model.facts import Document
from claimtrack.model.hints import hints_of
from claimtrack.model.judged import Distinct
from claimtrack.model.ledger import KINDS
from claimtrack.model.lineage import Copy, Lineage, Shared
from claimtrack.model.record import Record
from claimtrack.model.related import Succession, Synonym
from claimtrack.model.ways import Line, Loop, Tied
from claimtrack.text.dates import Date, parse_date

_CLASSES: tuple[type[Record], ...] = (
    *KINDS.values(),
    Document,
    CapturedText,
    Copy,
    Lineage,
    Shared,
    Distinct,
    Synonym,
    Succession,
    Line,
    Tied,
    Loop,
)
KEPT: Mapping[str, type[Record]] = MappingProxyType({cls.KIND: cls for cls in _CLASSES})
"""The records that rows can hold, by kind."""


class BadRowError(Exception):
    """A row is not one that `row_of` writes."""


def row_of(record: Record) -> str:
    """The row of a record.

    Raises `TypeError` for a class that is not `KEPT`, or a field of a type that no row holds.
    """
    cls = type(record)
    if KEPT.get(cls.KIND) is not cls:
        raise TypeError(f"{cls.__qualname__} is not kept in rows")
    return _dump([cls.KIND, *_codec(cls).write(record)])


def record_of(row: str | bytes) -> Any:
    """The record of a row. Raises `BadRowError` for one that `row_of` did not write."""
    try:
        found = json.loads(row)
        return _codec(KEPT[found[0]]).read(found[1:])
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BadRowError(f"{type(error).__name__}: {error}") from None


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

Turn = Callable[[Any], Any]
"""Turns a value into plain data, or back."""


class _Codec:
    """Writes and reads the instances of one attrs class as a list: position, value, and so on."""

    def __init__(self, cls: type[Any]) -> None:
        hints = hints_of(cls)
        self.cls = cls
        self.names = [field.name for field in fields(cls)]
        self.defaults = [_default(field.default) for field in fields(cls)]
        turns = [_turns(hints[name]) for name in self.names]
        self.writers = [write for write, _ in turns]
        self.readers = [read for _, read in turns]
        self.take = attrgetter(*self.names, self.names[0])  # two names: always a tuple

    def write(self, value: Any) -> list[Any]:
        """The fields that differ from their default."""
        row: list[Any] = []
        # Most fields of most records are at their default, which is then the very same object.
        for at, (found, default) in enumerate(zip(self.take(value), self.defaults, strict=False)):
            if found is not default and (default is NOTHING or found != default):
                write = self.writers[at]
                row += (at, found if write is None else write(found))
        return row

    def read(self, row: list[Any]) -> Any:
        """The instance of a list of positions and values."""
        names, readers = self.names, self.readers
        steps = iter(row)
        values = {
            names[at]: value if (read := readers[at]) is None else read(value)
            for at, value in zip(steps, steps, strict=True)
        }
        return self.cls(**values)


_codec: Callable[[Any], _Codec] = cache(_Codec)


def _default(default: Any) -> Any:
    """The default of a field; one that is made anew for each instance is always written."""
    return NOTHING if hasattr(default, "factory") else default


def _turns(hint: Any) -> tuple[Turn | None, Turn | None]:  # noqa: PLR0911 - one for each kind
    """What writes and reads a value of an annotated type; None for one that stays as it is."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        return _optional(arguments)
    if origin is tuple:
        return _of_tuple(arguments)
    if hint in (str, bool, int, float) or origin is Literal:
        return None, None
    if hint is Date:
        return _text_of, parse_date
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _value_of, hint
    if isinstance(hint, type) and issubclass(hint, tuple):
        return _of_named_tuple(hint)
    if has(hint):
        return _codec(hint).write, _codec(hint).read
    raise TypeError(f"no row holds a field of type {hint!r}")


def _optional(arguments: tuple[Any, ...]) -> tuple[Turn | None, Turn | None]:
    turns = [_turns(one) for one in arguments if one is not NoneType]
    if any(turn != turns[0] for turn in turns):
        raise TypeError(f"no row holds a field of the types {arguments!r}")
    write, read = turns[0]
    if write is None or read is None:
        return None, None
    return (
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


def _of_tuple(arguments: tuple[Any, ...]) -> tuple[Turn | None, Turn | None]:
    if arguments[1:] == (...,):
        write, read = _turns(arguments[0])
        if write is None or read is None:
            return None, tuple
        return (
            lambda values: [write(value) for value in values],
            lambda values: tuple([read(value) for value in values]),
        )
    return _of_fields([_turns(one) for one in arguments], lambda *values: values)


def _of_named_tuple(cls: Any) -> tuple[Turn | None, Turn | None]:
    hints = hints_of(cls)
    return _of_fields([_turns(hints[name]) for name in cls._fields], cls)


def _of_fields(
    turns: list[tuple[Turn | None, Turn | None]], make: Callable[..., Any]
) -> tuple[Turn, Turn]:
    writers = [write or _same for write, _ in turns]
    readers = [read or _same for _, read in turns]
    return (
        lambda values: [write(one) for write, one in zip(writers, values, strict=True)],
        lambda values: make(*[read(one) for read, one in zip(readers, values, strict=True)]),
    )


def _same(value: Any) -> Any:
    return value


def _text_of(date: Date) -> str:
    return date.text


def _value_of(word: Enum) -> Any:
    return word.value
