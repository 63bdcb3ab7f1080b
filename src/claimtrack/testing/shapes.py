"""From the annotations of the model to strategies: a new field is generated without more code."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from attrs import NOTHING, fields, has
from hypothesis import strategies as st

from claimtrack.model import Localized
from claimtrack.model import fields as shapes
from claimtrack.model.fields import FilePath, Pattern, Refers
from claimtrack.model.hints import hints_of
from claimtrack.testing import scalars
from claimtrack.text.dates import Date

PartT = TypeVar("PartT")

_OF_TYPES: dict[Any, st.SearchStrategy[Any]] = {
    Date: scalars.dates(),
    Localized: scalars.localized(),
    bool: st.booleans(),
    str: scalars.texts() | st.just(""),
}
_OF_TEXTS: dict[Any, st.SearchStrategy[str]] = {
    get_args(hint)[1]: strategy
    for hint, strategy in (
        (shapes.Identifier, scalars.identifiers()),
        (shapes.Text, scalars.texts()),
        (shapes.Url, scalars.urls()),
        (shapes.LanguageTag, scalars.languages()),
        (shapes.Qid, scalars.qids()),
        (shapes.Sha256, scalars.digests(64)),
        (shapes.Fingerprint, scalars.digests(20)),
        (shapes.SeenFingerprint, scalars.tokens()),
        (shapes.RelativePath, scalars.paths()),
    )
}
"""Strategies for annotated text, by what its annotation adds."""


def parts(cls: type[PartT], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[PartT]:
    """Records of a model class, or parts of them: anything that a claim file can hold.

    `given` are strategies for attributes that are to be drawn in another way. References point
    anywhere: see `ledgers` for records that fit together.
    """
    return _parts(cls, given)


@st.composite
def _parts(draw: st.DrawFn, cls: Any, given: dict[str, st.SearchStrategy[Any]]) -> Any:
    full = _attributes(cls)
    values = {}
    for name, (strategy, default) in full.items():
        if name in given:
            values[name] = draw(given[name])
        # Two chances in three for the default: people leave most fields out.
        elif default is NOTHING or draw(st.sampled_from((False, False, True))):
            values[name] = draw(strategy)
        else:
            values[name] = default
    for names in getattr(cls, "ONE_OF", ()):
        if not any(values[name] for name in names):
            name = draw(st.sampled_from(names))
            values[name] = draw(full[name][0].filter(bool))
    for first, second in getattr(cls, "TOGETHER", ()):
        if values[first] and not values[second]:
            values[second] = draw(full[second][0])
    return cls(**values)


@cache
def _attributes(cls: type) -> dict[str, tuple[st.SearchStrategy[Any], Any]]:
    """For each attribute what it can hold where it is written, and its default."""
    hints = hints_of(cls)
    return {
        field.name: (strategy_of(hints[field.name]), field.default)
        for field in fields(cls)
        if field.name != "origin"
    }


def strategy_of(hint: Any) -> st.SearchStrategy[Any]:
    """What a field of an annotated type can hold. Raises `TypeError` for a type that none has."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(args[0], args[1:])
    if origin in (UnionType, Union):
        return strategy_of(next(part for part in args if part is not NoneType))
    if origin is tuple:
        return _lists(args[0])
    if (known := _OF_TYPES.get(hint)) is not None:
        return known
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if has(hint):
        return st.deferred(lambda: parts(hint))
    raise TypeError(f"no strategy for a field of type {hint!r}")


def _annotated(hint: Any, extras: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    for extra in extras:
        if isinstance(extra, Refers):
            words = [scalars.identifiers(), *map(st.just, extra.words)]
            return st.one_of(*words, *([scalars.urls()] if extra.urls else []))
        if isinstance(extra, FilePath) or (isinstance(extra, Pattern) and extra in _OF_TEXTS):
            return _OF_TEXTS[extra]
        if isinstance(extra, Pattern):
            return st.from_regex(extra.regex, fullmatch=True).filter(str.strip)
    return strategy_of(hint)


def _lists(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        key, value = get_args(hint)
        pairs = st.tuples(strategy_of(key).filter(bool), strategy_of(value))
        return st.lists(pairs, max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
    return st.lists(strategy_of(hint), max_size=3).map(tuple)
