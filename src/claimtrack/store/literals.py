"""Readers of scalars: each turns a text into what its field means, or says why it cannot.

Plain scalars are text: `no`, `1.10`, `010` and `2025-04-17` are never resolved to a type here;
the field decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from sys import intern
from typing import TYPE_CHECKING, Any

from claimtrack.model.fields import URL, WORDS, Pattern, Refers, Refused
from claimtrack.store.nodes import Node, Scalar
from claimtrack.store.reading import LONGEST
from claimtrack.text.dates import Date, parse_date, western
from claimtrack.text.excerpt import shown
from claimtrack.text.near import nearest
from claimtrack.text.regex import regex

if TYPE_CHECKING:
    from claimtrack.store.reading import Path, Reading

PLACEHOLDERS = frozenset(
    {"tbd", "tbc", "todo", "fixme", "xxx", "n/a", "-", "--", "–", "—", "?", "??", "???", "~"}
)
"""Plain scalars that are placeholders; a text that really says so is written in quotes."""

_LONGEST = max(map(len, PLACEHOLDERS))

says_something = WORDS.regex.match
"""Whether a text has a character that can be seen."""


def text(node: Node, reading: Reading, path: Path, expected: str = "some text") -> str | None:
    """Read a scalar that says something."""
    if node.__class__ is not Scalar:
        reading.wrong_type(node, path, "a text")
        return None
    value: str = node.text
    is_placeholder = len(value) <= _LONGEST and node.plain and value.lower() in PLACEHOLDERS
    if says_something(value) and not is_placeholder:
        return value
    if not value or value.isspace():
        reading.empty(node, path, expected)
    elif is_placeholder:
        reading.bad_literal(node, path, f"{value!r} is a placeholder", expected)
    else:
        reading.bad_literal(node, path, f"{shown(value)} shows nothing", expected)
    return None


def plain_text(node: Node, reading: Reading, path: Path) -> str | None:
    """Read any scalar as it stands, white space included; only an empty plain one is refused."""
    if isinstance(node, Scalar) and not node.is_empty:
        return node.text
    reading.wrong_type(node, path, "a text")
    return None


def matching(
    pattern: Pattern, *, as_key: bool = False
) -> Callable[[Node, Reading, Path], str | None]:
    """A reader of scalars that must match a pattern in full; with `as_key`, of keys that must."""
    fullmatch = pattern.regex.fullmatch
    expected = pattern.expected

    def read(node: Node, reading: Reading, path: Path) -> str | None:
        value = text(node, reading, path, expected)
        if value is None or fullmatch(value):
            return value
        right = pattern.instead.get(value.lower())
        if right is not None:
            reading.near_miss(node, path, f"found {shown(value)}", right, as_key=as_key)
        else:
            reading.bad_literal(node, path, f"found {shown(value)}", expected)
        return None

    return read


def reference(refers: Refers) -> Callable[[Node, Reading, Path], str | None]:
    """A reader of bare identifiers; whether the record exists is for a rule to say."""
    fullmatch = regex(r"[a-z0-9][a-z0-9._-]*").fullmatch
    kinds = " or ".join(refers.kinds)
    expected = f"the identifier of {'an' if kinds[0] in 'aeiou' else 'a'} {kinds}"
    expected += ", of a-z, 0-9, '.', '_' and '-'"
    if refers.urls:
        expected += ", or a web address"

    def read(node: Node, reading: Reading, path: Path) -> str | None:
        value = text(node, reading, path, expected)
        if value is not None and fullmatch(value):
            return intern(value)  # it stands in many records, and once in memory
        if value is None or (refers.urls and URL.regex.fullmatch(value)):
            return value
        reading.bad_literal(node, path, f"found {shown(value)}", expected)
        return None

    return read


def path(node: Node, reading: Reading, path: Path) -> str | None:
    """Read a path relative to the claim file: forward slashes, never absolute."""
    expected = "a path relative to this file, with forward slashes"
    value = text(node, reading, path, expected)
    if value is None:
        return None
    absolute = value.startswith("/") or re.match(r"[A-Za-z]:", value)
    if absolute or "\\" in value or not value.isprintable():
        reading.bad_literal(node, path, f"found {shown(value)}", expected)
        return None
    if not reading.bounds.hold(value):
        found = f"{shown(value)} leaves the ledger's folder"
        reading.bad_literal(node, path, found, "a path in it, or in the configured texts folder")
        return None
    return value


def boolean(node: Node, reading: Reading, path: Path) -> bool | None:
    """Read `true` or `false`; in a field of this type, and only there, they are not text."""
    value = text(node, reading, path, "true or false")
    if value in ("true", "false"):
        return value == "true"
    if value is not None:
        reading.bad_literal(node, path, f"found {shown(value)}", "true or false")
    return None


def date(node: Node, reading: Reading, path: Path) -> Date | None:
    """Read a date of EDTF level 1."""
    value = text(node, reading, path, "a date such as 2025-04-17")
    if value is None:
        return None
    try:
        return parse_date(value)
    except ValueError as error:
        near = western(value)
        if near is None:
            reading.bad_literal(node, path, str(error))
        else:
            found = f"{shown(value)} has digits of another script"
            reading.near_miss(node, path, found, near)
        return None


def word(words: type[StrEnum], refused: Refused | None) -> Callable[[Node, Reading, Path], Any]:
    """A reader of a closed vocabulary, with the nearest word for one that it does not have."""
    members: dict[str, StrEnum] = {str(member.value): member for member in words}
    known = ", ".join(members)

    def read(node: Node, reading: Reading, path: Path) -> StrEnum | None:
        member = members.get(node.text) if node.__class__ is Scalar else None
        if member is not None:
            return member
        value = text(node, reading, path, f"one of {known}")
        if value is None:
            return None
        found = f"found {shown(value)}"
        near = nearest(value[:LONGEST].lower().replace(" ", "_"), members)
        if refused is not None and value in refused.words:
            reading.bad_literal(node, path, f"{value!r}: {refused.words[value]}")
        elif near is not None:
            reading.near_miss(node, path, found, near)
        else:
            reading.bad_literal(node, path, found, f"one of {known}")
        return None

    return read
