"""The state of reading one file: its language, the record in hand, and what is wrong so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimtrack.findings import Edit, Fix, pointer
from claimtrack.store.bounds import Bounds
from claimtrack.store.nodes import Mapping, Node, Scalar, Span
from claimtrack.store.problems import (
    BAD_LITERAL,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    Kind,
    Problems,
)
from claimtrack.text.excerpt import shown
from claimtrack.text.near import nearest

LONGEST = 100
"""Characters of a word for which the nearest known one is looked for."""

Path = Any
"""A path as nested pairs, `((None, "claims"), 3)`: cheap to extend, and rarely written out."""


def pointer_of(path: Path) -> str:
    """The RFC 6901 pointer of a path."""
    found: list[str | int] = []
    while path is not None:
        path, step = path
        found.append(step)
    return pointer(*reversed(found))


class Reading:
    """Hands problems on with what is known around them, and says where paths may lead."""

    def __init__(self, file: str, language: str, bounds: Bounds, problems: Problems) -> None:
        self.file = file
        self.language = language
        self.bounds = bounds
        self.problems = problems
        self.record = ""
        self.broken: list[tuple[str, str]] = []
        self._shortened: list[tuple[str, tuple[int, ...]]] = []

    def shortened(self, path: Path, kept: Iterable[int]) -> None:
        """Note a list of which only the entries at some positions could be read."""
        self._shortened.append((pointer_of(path), tuple(kept)))

    def take_shortened(self, path: Path) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The lists noted since the last call, by their pointers inside the record at a path."""
        if not self._shortened:
            return ()
        noted, self._shortened = self._shortened, []
        start = len(pointer_of(path))
        return tuple((at[start:], kept) for at, kept in noted)

    def unique(self, node: Mapping, path: Path) -> Iterable[tuple[Scalar, Node]]:
        """The pairs of a mapping, each key once; the first of two counts, the second is told."""
        pairs = node.all_pairs()
        if len({key.text for key, _ in pairs}) == len(pairs):
            return pairs
        kept: dict[str, tuple[Scalar, Node]] = {}
        for key, value in pairs:
            first = kept.setdefault(key.text, (key, value))[0]
            if first is not key and self.problems.is_full:
                self.problems.untold += 1
            elif first is not key:
                line = first.span.line
                message = f"{key.text!r} stands twice in one mapping; line {line} has it already"
                advice = "keep one of them; only the first was read"
                self._add(DUPLICATE_KEY, message, key.span, (path, key.text), help=advice)
        return kept.values()

    def unknown_key(self, key: Scalar, path: Path, known: Iterable[str]) -> None:
        """Note a key that the format does not have, with the nearest that it has."""
        if self.problems.is_full:  # looking for what is near is not cheap
            self.problems.untold += 1
            return
        names = list(known)
        near = nearest(key.text[:LONGEST], names)
        here = (path, key.text)
        message = f"unknown key {shown(key.text)}"
        if near is None:
            advice = f"keys here are {', '.join(names)}"
            self._add(UNKNOWN_KEY, message, key.span, here, help=advice)
            return
        fix = Fix(f"rename it to {near!r}", (Edit(self.file, pointer_of(here), "rename", near),))
        message += f"; did you mean {near!r}?"
        self._add(UNKNOWN_KEY, message, key.span, here, help=fix.message, fix=fix)

    def wrong_type(self, node: Node, path: Path, expected: str) -> None:
        """Note a list where a mapping belongs, and the like."""
        name = path[1] if path is not None else "this"
        if isinstance(node, Scalar) and node.is_empty:
            self.empty(node, path, expected)
            return
        message = f"{_named(name)} must be {expected}, found {node.noun}"
        self._add(WRONG_TYPE, message, node.span, path, help=_SHAPES[expected])

    def missing(self, node: Mapping, path: Path, *keys: str) -> None:
        """Note a required key, or one of several, missing in a whole mapping."""
        if not node.whole:
            return
        start = node.span
        first = start._replace(end_line=start.line, end_column=start.column + 1)
        message = f"the required key {' or '.join(map(repr, keys))} is missing"
        self._add(WRONG_TYPE, message, first, path, help=f"add {' or '.join(keys)}")

    def empty(self, node: Node, path: Path, expected: str) -> None:
        """Note a key or an entry without a value."""
        step = path[1]
        message = f"{_named(step)} has no value; expected {expected}"
        advice = f"give one, or remove the {_noun(step)}"
        self._add(BAD_LITERAL, message, node.span, path, help=advice)

    def bad_literal(self, node: Node, path: Path, found: str, expected: str = "") -> None:
        """Note a scalar that does not say what its field needs."""
        name = _named(path[1])
        message = f"{name}: {found}; expected {expected}" if expected else f"{name}: {found}"
        advice = f"correct it, or remove the {_noun(path[1])}"
        self._add(BAD_LITERAL, message, node.span, path, help=advice)

    def near_miss(
        self, node: Node, path: Path, found: str, near: str, *, as_key: bool = False
    ) -> None:
        """Note a word that stands for the right one, with the edit that writes that one."""
        edit = Edit(self.file, pointer_of(path), "rename" if as_key else "replace", near)
        fix = Fix(f"write {near!r}", (edit,))
        message = f"{_named(path[1])}: {found}; did you mean {near!r}?"
        self._add(BAD_LITERAL, message, node.span, path, help=fix.message, fix=fix)

    def _add(self, kind: Kind, message: str, span: Span, path: Path, **more: Any) -> None:
        self.problems.add(kind, message, span, record=self.record, pointer=pointer_of(path), **more)


_SHAPES = {
    "a text": "write one text; in quotes, where it begins with a bracket or a brace",
    "a text, or a mapping from language tag to text": "write one text, or `{en: …, ar: …}`",
    "a list": "write it in brackets, `[…]`, or on lines of its own that start with a dash",
    "a mapping": "write it as keys and values: `key: value`",
}
"""What to do where something else stands."""


def _noun(step: str | int) -> str:
    return "key" if isinstance(step, str) else "entry"


def _named(step: str | int) -> str:
    """How a message calls the place: by its key, or as an entry of a list."""
    if isinstance(step, int):
        return f"entry {step + 1}"
    return step if len(step) <= LONGEST else f"{step[:LONGEST]}…"
