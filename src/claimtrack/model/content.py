"""The content of a record as plain data, and the digest that stands for it."""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from attrs import NOTHING, fields, has

from claimtrack.model.fields import Key
from claimtrack.model.hints import hints_of
from claimtrack.model.localized import Localized
from claimtrack.text.dates import Date

if TYPE_CHECKING:
    from claimtrack.model.record import Record

Plain = str | bool | list["Plain"] | dict[str, "Plain"]
"""Data as YAML or JSON holds it."""


def apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type behind an annotation, `None` as an alternative left out, and what it is marked with.

    Marks stand in their order, those of the innermost `Annotated` first, as typing has them.
    """
    extras: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            extras = (*more, *extras)
        elif get_origin(hint) in (UnionType, Union):
            hint = next(part for part in get_args(hint) if part is not NoneType)
        else:
            return hint, extras


@cache
def keys_of(cls: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    """For each field of a model class: its attribute, its key in a claim file, its default."""
    hints = hints_of(cls)
    return tuple(
        (field.name, _key(field.name, hints[field.name]), field.default)
        for field in fields(cls)
        if field.name != "origin"
    )


def _key(name: str, hint: Any) -> str:
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((extra.name for extra in extras if isinstance(extra, Key)), name)


def content(record: Any, language: str | None = None) -> dict[str, Plain]:
    """Everything that a record (or a part of one) says, as its claim file would, defaults left out.

    Keys stand in the order of the class's fields. Localized text is a mapping, or a string where it
    is in `language` (BCP 47) alone.
    """
    found: dict[str, Plain] = {}
    for name, key, default in keys_of(record.__class__):
        value = getattr(record, name)
        if default is NOTHING or value != default:
            found[key] = plain(value, language)
    return found


def plain(value: Any, language: str | None = None) -> Plain:  # noqa: PLR0911 - one for each kind
    """The value of a field as `content` gives it. Raises `TypeError` for what no field holds."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str | bool):
        return value
    if isinstance(value, Date):
        return value.text
    if isinstance(value, Localized):
        texts = dict(value.texts)
        return texts[language] if language is not None and [*texts] == [language] else {**texts}
    if isinstance(value, tuple):
        if value and isinstance(value[0], tuple):
            return {str(key): plain(item, language) for key, item in value}
        return [plain(item, language) for item in value]
    if has(type(value)):
        return content(value, language)
    msg = f"a {type(value).__name__} is no content of a record"
    raise TypeError(msg)


def digest(record: Record) -> str:
    """SHA-256, in hexadecimal, of a record's kind and content: equal for equal records only."""
    text = json.dumps([record.KIND, content(record)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
