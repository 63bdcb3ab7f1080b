"""A column of a table, and how its cell is made of the value of a field."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from claimtrack.model import KINDS, Localized, ValueSpec
from claimtrack.model.content import apart
from claimtrack.model.fields import WORDS, Refers
from claimtrack.text.dates import MAX, MIN, Date
from claimtrack.text.edtf import DAY, LAST

CellType = Literal["text", "integer", "number", "boolean", "moment"]
Cell = str | int | float | bool | datetime | None

TABLE_OF = {cls.KIND: name for name, cls in KINDS.items()}
"""The table of each kind of record, named as the list of a claim file."""


class Names(NamedTuple):
    """What a reference may point at in the tables, and how localized text is chosen."""

    of: Mapping[str, Container[str]]
    """The identifiers that stand in the tables, by kind of record."""
    language: str
    """The ledger's default language."""
    specs: Mapping[str, ValueSpec]
    """How values are read, by proposition, where that is said."""


Make = Callable[[Any, Names], Cell]
"""Makes a cell of the value of a field, which is not None."""


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: CellType
    make: Make
    required: bool = False
    """Whether no cell is empty. Never for a reference: it may name a record that is not there."""
    references: str | None = None
    """The table to whose identifiers it points."""
    prose: bool = False
    """Whether its cells are words that a person may look for."""


class Hint(NamedTuple):
    """The annotation of a field, taken apart."""

    plain: Any
    """The type, without None."""
    refers: Refers | None
    """What it refers to."""
    prose: bool
    """Whether it takes any text."""


def hint_of(annotation: Any) -> Hint:
    """Take the annotation of a field apart."""
    annotation, extras = apart(annotation)
    refers = next((extra for extra in extras if isinstance(extra, Refers)), None)
    return Hint(annotation, refers, prose=annotation is str and WORDS in extras)


def columns_of(name: str, hint: Hint, *, required: bool = False) -> Iterator[Column]:
    """The columns of a field that is no list and no part; none for any other field."""
    plain, refers, prose = hint
    if refers is not None:
        yield from _reference(name, refers)
    elif plain is bool:
        yield Column(name, "boolean", _same, required)
    elif plain is Date:
        yield Column(name, "text", lambda date, _: date.text, required)
        yield Column(f"{name}_earliest", "moment", lambda date, _: _moment(date, date.lower))
        yield Column(f"{name}_latest", "moment", lambda date, _: _moment(date, date.upper))
    elif plain is Localized:
        yield Column(name, "text", lambda text, names: text.best(names.language)[1], required)
    elif plain is str:
        yield Column(name, "text", _same, required, prose=prose)
    elif isinstance(plain, type) and issubclass(plain, StrEnum):
        yield Column(name, "text", lambda word, _: word.value, required)


def _same(value: Any, _: Names) -> Any:
    return value


def _reference(name: str, refers: Refers) -> Iterator[Column]:
    """A column for each kind of record that may be meant, and for what is no record."""
    for kind in refers.kinds:
        column = name if len(refers.kinds) == 1 else f"{name}_{kind}"
        yield Column(column, "text", _found(kind, refers.words), references=TABLE_OF[kind])
    if refers.words:
        yield Column(f"{name}_word", "text", lambda word, _: word if word in refers.words else None)
    if refers.urls:
        # No identifier holds a colon, and every web address does.
        yield Column(f"{name}_url", "text", lambda url, _: url if ":" in url else None)


def _found(kind: str, words: tuple[str, ...]) -> Make:
    def found(name: str, names: Names) -> str | None:
        return name if name not in words and name in names.of[kind] else None

    return found


def _moment(date: Date, minute: int) -> datetime | None:
    """An end of a date, in UTC where a zone is written; None where the end is open."""
    if minute in (MIN, MAX):
        return None
    days, minutes = divmod(min(max(minute - (date.zone or 0), 0), LAST), DAY)
    return datetime.fromordinal(days + 1).replace(hour=minutes // 60, minute=minutes % 60)
