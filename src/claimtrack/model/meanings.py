"""What the fields of the model take and mean: for all that describes the format to people.

A field's annotation says what it takes, the string literal below it what it means. Python keeps the
first and drops the second, which is read from the module's source.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import (
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    get_args,
    get_origin,
)

from attrs import NOTHING, has

from claimtrack.model.content import apart, keys_of
from claimtrack.model.hints import hints_of
from claimtrack.model.localized import Localized
from claimtrack.text.dates import Date

ExtraT = TypeVar("ExtraT")


class Taken(NamedTuple):
    """What an annotation lets stand in a claim file."""

    type: Any
    """`str`, `bool`, `Date`, `Localized`, a vocabulary, or a class of the model."""
    extras: tuple[Any, ...] = ()
    """What `Annotated` adds to it."""
    form: Literal["one", "list", "mapping"] = "one"
    """One value, a list of them, or a mapping from texts to them."""

    def added(self, cls: type[ExtraT]) -> ExtraT | None:
        """The addition of one class, such as `Refers`; None where there is none."""
        return next((extra for extra in self.extras if isinstance(extra, cls)), None)


class Described(NamedTuple):
    """One field of a model class, as a claim file knows it."""

    key: str
    taken: Taken
    required: bool
    default: Any
    """The value of the attribute where the key is left out; None where it is required."""
    meaning: str
    """One sentence or two, on one line."""


def described(cls: type) -> dict[str, Described]:
    """The fields of a model class, by key, in the order of the class; inherited ones stand last."""
    return _described(cls)


@cache
def _described(cls: type) -> dict[str, Described]:
    hints = hints_of(cls)
    said: dict[str, str] = {}
    for base in filter(has, reversed(cls.__mro__)):
        said |= meanings(base)
    return {
        key: Described(
            key,
            taken(hints[attribute]),
            default is NOTHING,
            None if default is NOTHING else default,
            said[attribute],
        )
        for attribute, key, default in sorted(
            keys_of(cls), key=lambda entry: entry[0] not in meanings(cls)
        )
    }


def taken(hint: Any) -> Taken:
    """What a field of an annotated type takes."""
    hint, extras = apart(hint)
    if get_origin(hint) is tuple:
        entry = get_args(hint)[0]
        if get_origin(entry) is tuple:
            return taken(get_args(entry)[1])._replace(form="mapping")
        return taken(entry)._replace(form="list")
    return Taken(hint, extras)


def with_parts(classes: Iterable[type]) -> list[type]:
    """Some classes of the model, and all classes and vocabularies that their fields hold."""
    found = dict.fromkeys(classes)
    waiting = [*found]
    while waiting:
        cls = waiting.pop()
        kinds = [field.taken.type for field in described(cls).values()] if has(cls) else []
        new = [kind for kind in kinds if _is_part(kind) and kind not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return [*found]


def _is_part(kind: Any) -> bool:
    """Whether a type is a class of the model or a vocabulary, rather than a scalar."""
    return issubclass(kind, StrEnum) or (has(kind) and kind not in (Localized, Date))


@cache
def meanings(cls: type) -> dict[str, str]:
    """The string literal below each field or word of a class, by attribute, on one line."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__
    )
    found = {}
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]),
                ast.Expr(ast.Constant(str(text))),
            ):
                found[name] = " ".join(text.split())
    return found


def word_meanings(words: type[StrEnum]) -> dict[str, str]:
    """What each word of a vocabulary means, by the word as it is written."""
    said = meanings(words)
    return {str(word.value): said[word.name] for word in words}


def summary(cls: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split())
