"""What the columns of somebody's table hold: a file in TOML, read into a value."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import field, frozen

from claimtrack.errors import ConfigError
from claimtrack.interop.feeds.found import Json
from claimtrack.interop.imports.cleaning import first_text, plain_text
from claimtrack.interop.imports.crosswalk import folded
from claimtrack.interop.imports.found_dates import found_date
from claimtrack.model.words import ArticleKind, Certainty, Form, PropositionKind, Stance, ValueType
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.excerpt import shown
from claimtrack.text.fold import WESTERN_DIGITS
from claimtrack.text.near import nearest

WordT = TypeVar("WordT", bound=StrEnum)

FIELDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "article": ("outlet", "title", "published", "url", "language", "kind", "byline"),
        "claim": (
            *("speaker", "said", "stance", "statement", "value", "as_of", "form", "certainty"),
            *("quote", "note", "tags"),
        ),
        "proposition": ("text", "kind", "topics", "value_type", "unit"),
    }
)
"""What a row can say, by record; the words are those of the claim file format."""
_VOCABULARIES: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "article.kind": ArticleKind,
        "claim.stance": Stance,
        "claim.form": Form,
        "claim.certainty": Certainty,
        "proposition.kind": PropositionKind,
        "proposition.value_type": ValueType,
    }
)
_KEYS = (*FIELDS, "fixed", "words", "delimiter", "separator", "date-format")


@frozen(kw_only=True)
class Columns:
    """Which column holds what, and what its words mean."""

    names: Mapping[str, str]
    """The name of a column, by field: `claim.speaker`."""
    fixed: Mapping[str, str] = field(factory=dict)
    """What every row says where its own cell is empty, by field."""
    words: Mapping[tuple[str, str], str] = field(factory=dict)
    """Our word for one of the table's, by field and folded word."""
    delimiter: str = ""
    separator: str = ";"
    """What stands between several tags or topics in one cell."""
    date_format: str = ""
    """Of dates besides those of ISO 8601, as `datetime.strptime` has it."""

    @classmethod
    def parse(cls, text: str, where: str) -> Columns:
        """Read a mapping in TOML; `where` names it in messages. Raises `ConfigError`."""
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{where}: no TOML: {error}") from None
        _known(table, _KEYS, where)
        names = _fields({name: table[name] for name in FIELDS if name in table}, where)
        found = cls(
            names=names,
            fixed=_fields(table.get("fixed", {}), f"{where}: fixed"),
            words=_words(table.get("words", {}), f"{where}: words"),
            **{
                key.replace("-", "_"): read(table[key], where)
                for key, read in _SIGNS.items()
                if key in table
            },
        )
        for name in NEEDED:
            if name not in found.names and name not in found.fixed:
                raise ConfigError(f"{where}: no column for {name}; every claim needs one")
        return found

    def text(self, row: Json, name: str) -> str:
        """What a row says in a field; empty where it says nothing."""
        return first_text(row.get(self.names.get(name, ""))) or self.fixed.get(name, "")

    def demand(self, row: Json, *names: str) -> None:
        """Raise `ValueError`, with what was found, where a row says nothing in all these fields."""
        if not any(self.text(row, name) for name in names):
            needed = "it is needed" if len(names) == 1 else "one of them is needed"
            found = ", ".join(f"{name}: {self._why_nothing(row, name)}" for name in names)
            raise ValueError(f"{found}; {needed}")

    def _why_nothing(self, row: Json, name: str) -> str:
        column = self.names.get(name)
        if column is None:
            return "no column holds it"
        cell = str(row.get(column, ""))
        said = f"{shown(cell)} says nothing" if cell else "the cell is empty"
        return f"{said} (column {column!r})"

    def several(self, row: Json, name: str) -> tuple[str, ...]:
        """What a row says in a field that takes several texts."""
        parts = (first_text(part) for part in self.text(row, name).split(self.separator))
        return tuple(part for part in parts if part)

    def date(self, row: Json, name: str) -> Date | None:
        """The date in a field; raises `ValueError` with the field's name where it is none."""
        given = self.text(row, name)
        if not given:
            return None
        western = given.translate(WESTERN_DIGITS)
        try:
            return self._read_date(western)
        except ValueError as error:
            raise ValueError(f"{name}: {str(error).replace(western, given)}") from None

    def _read_date(self, text: str) -> Date:
        """A date of the format, else of ISO 8601. Raises `ValueError` for any other."""
        form = self.date_format
        if not form:
            return found_date(text)
        day = _day(text, form)
        # Where days may be written 2031-13-05, what looks like ISO 8601 may mean another day.
        if day is None and _day(_SAMPLE.date().isoformat(), form) is None:
            with suppress(ValueError):
                day = found_date(text)
        if day is None:
            raise ValueError(f"{shown(text)} is no date of the form {form}, nor of ISO 8601")
        return day

    def word(self, row: Json, name: str, vocabulary: type[WordT]) -> WordT | None:
        """The word of a vocabulary in a field; raises `ValueError` for one that is not mapped."""
        given = self.text(row, name)
        # What else stands for nothing, such as "n/a", may be given a meaning.
        cell = str(row.get(self.names.get(name, ""), given))
        word = self.words.get((name, folded(plain_text(cell))), given)
        if not word:
            return None
        try:
            return vocabulary(word)
        except ValueError:
            reason = f"{shown(given)} is not mapped to one of {', '.join(vocabulary)}"
            raise ValueError(f"{name}: {reason}") from None


NEEDED = ("article.outlet", "article.published", "claim.speaker")


def _fields(tables: Any, where: str) -> dict[str, str]:
    _known(tables, tuple(FIELDS), where)
    found = {}
    for record, table in tables.items():
        _known(table, FIELDS[record], f"{where}: {record}")
        for name, value in table.items():
            found[f"{record}.{name}"] = _text(value, f"{where}: {record}.{name}")
    return found


def _words(tables: Any, where: str) -> dict[tuple[str, str], str]:
    """The words of a table by field; `[words.claim.stance]` is a table in a table."""
    _known(tables, tuple(FIELDS), where)
    found = {}
    for record, table in tables.items():
        known = [name.partition(".")[2] for name in _VOCABULARIES if name.startswith(f"{record}.")]
        _known(table, known, f"{where}: {record}")
        for name, pairs in table.items():
            vocabulary = _VOCABULARIES[f"{record}.{name}"]
            for given, word in _table(pairs, f"{where}: {record}.{name}").items():
                _known({word: None}, [one.value for one in vocabulary], f"{where}: {given!r}")
                found[f"{record}.{name}", folded(given)] = word
    return found


def _known(table: Any, keys: Sequence[str], where: str) -> None:
    for key in _table(table, where):
        if key not in keys:
            near = nearest(str(key), keys)
            hint = f"did you mean {near!r}?" if near else f"known are {', '.join(keys)}"
            raise ConfigError(f"{where}: unknown word {key!r}; {hint}")


def _table(value: Any, where: str) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise ConfigError(f"{where}: expected a table, found {value!r}")


def _text(value: Any, where: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise ConfigError(f"{where}: expected some text, found {value!r}")


def _delimiter(value: Any, where: str) -> str:
    sign = _text(value, f"{where}: delimiter")
    if len(sign) > 1 or sign in '"\r\n':
        raise ConfigError(f"{where}: delimiter: expected one character, found {sign!r}")
    return sign


def _separator(value: Any, where: str) -> str:
    return _text(value, f"{where}: separator")


def _date_format(value: Any, where: str) -> str:
    """A format by which the day of a date can be read."""
    given = _text(value, f"{where}: date-format")
    try:
        read = _day(_SAMPLE.strftime(given), given)
    except (ValueError, re.error):  # a directive that stands twice makes a wrong expression
        read = None
    if read is None or read.text != _SAMPLE.date().isoformat():
        raise ConfigError(
            f"{where}: date-format: expected year, month and day, such as %d/%m/%Y; found {given!r}"
        )
    return given


_SAMPLE = datetime(2031, 5, 2, 13, 45)  # noqa: DTZ001 - of no place
_SIGNS = {"delimiter": _delimiter, "separator": _separator, "date-format": _date_format}


def _day(given: str, date_format: str) -> Date | None:
    """The day in a text of some form; None where it has another."""
    try:
        moment = datetime.strptime(given, date_format)  # noqa: DTZ007 - a day
    except ValueError:
        return None
    return parse_date(moment.date().isoformat())
