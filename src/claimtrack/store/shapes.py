"""From the annotations of the model to functions that read a node: compiled once for each class.

All problems of a record are found in one pass, each at its own line; a field that cannot be read
is left at its default, so that the rest of the record is still checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from attrs import NOTHING, has

from claimtrack.model import Localized
from claimtrack.model.content import apart, keys_of
from claimtrack.model.fields import LANGUAGE, FilePath, Pattern, Refers, Refused, Shorthand
from claimtrack.model.hints import hints_of
from claimtrack.store import literals
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.store.reading import Path, Reading
from claimtrack.text.dates import Date

Reader = Callable[[Node, Reading, Path], Any]
"""Reads one node at a path; gives None, and notes why, where that cannot be done."""


class Field(NamedTuple):
    """One field of a model class as a claim file knows it."""

    attribute: str
    read: Reader
    required: bool


class Shape(NamedTuple):
    """What a claim file may hold of a model class."""

    fields: dict[str, Field]
    """By their key in a claim file, in the order of the class."""
    required: tuple[tuple[str, str], ...]
    """Key and attribute of those that no mapping may leave out."""
    one_of: tuple[tuple[str, ...], ...]
    """Keys of which one at least must be written."""
    together: tuple[tuple[str, str], ...]
    """A key, and the one that must be written with it."""


@cache
def shape_of(cls: type) -> Shape:
    """The shape of a model class, by its annotations and its own statements about its fields."""
    hints = hints_of(cls)
    fields = {
        key: Field(attribute, reader_of(hints[attribute]), default is NOTHING)
        for attribute, key, default in keys_of(cls)
    }
    return Shape(
        fields,
        tuple((key, field.attribute) for key, field in fields.items() if field.required),
        getattr(cls, "ONE_OF", ()),
        getattr(cls, "TOGETHER", ()),
    )


def reader_of(hint: Any) -> Reader:
    """The function that reads a value of an annotated type."""
    hint, extras = apart(hint)
    if get_origin(hint) is tuple:
        return _list_reader(get_args(hint)[0])
    return _scalar_reader(hint, extras) or _mapping_reader(hint, extras)


def _scalar_reader(hint: Any, extras: tuple[Any, ...]) -> Reader | None:
    if hint is str:
        return _text_reader(extras)
    if hint is bool:
        return literals.boolean
    if hint is Date:
        return literals.date
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return literals.word(hint, next((e for e in extras if isinstance(e, Refused)), None))
    return None


def _text_reader(extras: tuple[Any, ...]) -> Reader:
    for extra in extras:
        if isinstance(extra, Pattern):
            return literals.matching(extra)
        if isinstance(extra, Refers):
            return literals.reference(extra)
        if isinstance(extra, FilePath):
            return literals.path
    return literals.plain_text


def _mapping_reader(hint: Any, extras: tuple[Any, ...]) -> Reader:
    if hint is Localized:
        return _localized
    if has(hint):
        short = next((extra.field for extra in extras if isinstance(extra, Shorthand)), None)
        return _part_reader(hint, short)
    msg = f"no reader for a field of type {hint!r}"
    raise TypeError(msg)


def _list_reader(hint: Any) -> Reader:
    if get_origin(hint) is tuple:
        return _pairs_reader(reader_of(get_args(hint)[1]))
    read = reader_of(hint)

    def read_list(node: Node, reading: Reading, path: Path) -> tuple[Any, ...] | None:
        if node.__class__ is not Sequence:
            reading.wrong_type(node, path, "a list")
            return None
        items = [read(item, reading, (path, place)) for place, item in enumerate(node.items)]
        kept = tuple(item for item in items if item is not None)
        if len(kept) < len(items):
            reading.shortened(path, [n for n, item in enumerate(items) if item is not None])
        return kept

    return read_list


def _pairs_reader(read: Reader) -> Reader:
    def read_pairs(node: Node, reading: Reading, path: Path) -> tuple[tuple[str, Any], ...] | None:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, path, "a mapping")
            return None
        pairs = [
            (key.text, read(value, reading, (path, key.text)))
            for key, value in reading.unique(node, path)
        ]
        return tuple(pair for pair in pairs if pair[1] is not None)

    return read_pairs


_read_tag = literals.matching(LANGUAGE, as_key=True)


def _localized(node: Node, reading: Reading, path: Path) -> Localized | None:
    if node.__class__ is Scalar:
        text = literals.text(node, reading, path)
        return None if text is None else Localized(((reading.language, text),))
    if not isinstance(node, Mapping):
        reading.wrong_type(node, path, "a text, or a mapping from language tag to text")
        return None
    texts = []
    for key, value in reading.unique(node, path):
        tag = _read_tag(key, reading, (path, key.text))
        text = literals.text(value, reading, (path, key.text))
        if tag is not None and text is not None:
            texts.append((tag, text))
    if not node.pairs and not node.merged:
        reading.bad_literal(node, path, "no text in any language", "at least one, such as {en: …}")
    return Localized(tuple(texts)) if texts else None


def _part_reader(cls: type, short: str | None) -> Reader:
    def read_part(node: Node, reading: Reading, path: Path) -> Any:
        if short is not None and node.__class__ is Scalar:
            field = shape_of(cls).fields[short]
            value = field.read(node, reading, path)
            return None if value is None else cls(**{field.attribute: value})
        if not isinstance(node, Mapping):
            reading.wrong_type(node, path, "a mapping")
            return None
        values = read_fields(cls, node, reading, path)
        return None if values is None else cls(**values)

    return read_part


def read_fields(
    cls: type, node: Mapping, reading: Reading, path: Path, inherited: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    """The values of a mapping by attribute, or None where a required one is missing.

    `inherited` gives attributes that the mapping may leave out.
    """
    shape = shape_of(cls)
    fields = shape.fields
    values: dict[str, Any] = dict(inherited) if inherited else {}
    pairs = reading.unique(node, path)
    for key, value in pairs:
        name = key.text
        field = fields.get(name)
        if field is None:
            reading.unknown_key(key, path, fields)
            continue
        attribute, read, _ = field
        found = read(value, reading, (path, name))
        if found is not None:
            values[attribute] = found
    missing = [name for name, attribute in shape.required if attribute not in values]
    if missing or shape.one_of or shape.together:
        _tell_missing(missing, {key.text for key, _ in pairs}, shape, node, reading, path)
    return None if missing else values


def _tell_missing(
    missing: Iterable[str],
    written: set[str],
    shape: Shape,
    node: Mapping,
    reading: Reading,
    path: Path,
) -> None:
    """Note what must be there and is not written; what is there but wrong is noted already."""
    for name in missing:
        if name not in written:
            reading.missing(node, path, name)
    for names in shape.one_of:
        if written.isdisjoint(names):
            reading.missing(node, path, *names)
    for first, second in shape.together:
        if first in written and second not in written:
            reading.missing(node, path, second)
