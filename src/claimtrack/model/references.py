"""Which records a record refers to: read from the annotations of its class, compiled once for each.

A field that is added to the model with a type of `claimtrack.model.fields` is found here by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from attrs import has

from claimtrack.model.content import keys_of
from claimtrack.model.fields import Refers
from claimtrack.model.hints import hints_of
from claimtrack.model.record import Record

Path = tuple[str | int, ...]
"""Keys and positions from a record to one of its values, as `Record.where` takes them."""


class Reference(NamedTuple):
    """One place in a record that names another: of which kinds that may be, and its identifier."""

    kinds: tuple[str, ...]
    name: str
    path: Path


Walk = Callable[[Any, Path], Iterator[Reference]]
"""Gives the references in a value that is found at a path."""


class _Field(NamedTuple):
    attribute: str
    key: str
    walk: Walk


def references(record: Record) -> Iterator[Reference]:
    """Every reference of a record, those of its parts included, in the order of its fields.

    Web addresses and reserved words refer to no record and are left out.
    """
    return _in_part(record, ())


def _in_part(part: Any, path: Path) -> Iterator[Reference]:
    for attribute, key, walk in _fields(part.__class__):
        value = getattr(part, attribute)
        if value:
            yield from walk(value, (*path, key))


@cache
def _fields(cls: Any) -> tuple[_Field, ...]:
    """The fields of a class that refer to records, or hold parts that do."""
    hints = hints_of(cls)
    found = []
    for attribute, key, _ in keys_of(cls):
        walk = _compiled(hints[attribute], None)
        if walk is not None:
            found.append(_Field(attribute, key, walk))
    return tuple(found)


def _compiled(hint: Any, refers: Refers | None) -> Walk | None:
    """How to walk a value of an annotated type; None where it refers to nothing."""
    if get_origin(hint) is Annotated:
        hint, *extras = get_args(hint)
        return _compiled(hint, next((e for e in extras if isinstance(e, Refers)), None))
    if get_origin(hint) in (UnionType, Union):
        return _compiled(next(a for a in get_args(hint) if a is not NoneType), refers)
    if get_origin(hint) is tuple:
        walk = _compiled(get_args(hint)[0], None)
        return None if walk is None else _each(walk)
    if refers is not None:
        return _named(refers)
    return _in_part if _is_part(hint) and _fields(hint) else None


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and has(hint)


def _named(refers: Refers) -> Walk:
    def walk(name: str, path: Path) -> Iterator[Reference]:
        # No identifier holds a colon, and every web address does.
        if name not in refers.words and ":" not in name:
            yield Reference(refers.kinds, name, path)

    return walk


def _each(walk: Walk) -> Walk:
    def walk_each(values: tuple[Any, ...], path: Path) -> Iterator[Reference]:
        for place, value in enumerate(values):
            yield from walk(value, (*path, place))

    return walk_each
