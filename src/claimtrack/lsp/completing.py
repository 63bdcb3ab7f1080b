"""What can be written at the cursor: keys, words of a vocabulary, and identifiers.

The text around a cursor is seldom well-formed. So a mark is put where the cursor is, as a value and
as a key, and with what follows or without it; the first way in which the mark can be found in the
tree says where the cursor stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from claimtrack.lsp.spots import Path, keys_at, short_form, taken_at, tree
from claimtrack.model import KINDS, Actor, Article, Claim, Ledger, Proposition, Record
from claimtrack.model.fields import Refers
from claimtrack.model.meanings import described, summary, word_meanings
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.text.lines import LINE_BREAK

MOST = 200
"""Identifiers that are offered at once; who types on is offered others."""

_MARK = "cursor\u2042here"
_WORD = re.compile(r"[\w.-]*\Z")
_BELOW = re.compile(r"(?:\A|[\r\n-])[ \t]*\Z")
"""Where a mapping can begin: on a line of its own, or behind the dash of an entry."""


class Offer(NamedTuple):
    """Something that can be written."""

    label: str
    insert: str
    """The text in the place of the word before the cursor."""
    kind: str
    """`key`, `word` or `record`."""
    detail: str = ""
    """What it is, in a few words."""


class Offers(NamedTuple):
    """What can be written at a cursor."""

    start: int
    """The offset at which the word before the cursor begins."""
    found: list[Offer]
    whole: bool = True
    """Whether these are all; if not, ask again with more of the word."""


def offers(text: str, offset: int, ledger: Ledger) -> Offers:
    """What can be written at an offset of a text."""
    start = _word_start(text, offset)
    typed = text[start:offset]
    for path, is_key, holder in _readings(text, start, offset):
        if is_key:
            opens = holder is not None or _BELOW.search(text, 0, start) is not None
            found = [*_keys(path, holder)] if opens else []
            if found:
                return Offers(start, found)
            continue
        taken = taken_at(path)
        if taken is None or taken.form != "one":
            continue
        refers = taken.added(Refers)
        if refers is not None:
            return _records(ledger, refers, typed, start)
        kind = short_form(taken).type
        words = word_meanings(kind) if issubclass(kind, StrEnum) else _TRUTH if kind is bool else {}
        if words:
            return Offers(start, [Offer(word, word, "word", said) for word, said in words.items()])
    return Offers(start, [])


_TRUTH = {"true": "", "false": ""}


def _word_start(text: str, offset: int) -> int:
    """Where the word before an offset begins; an identifier is one word."""
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _WORD.search(text, line, offset)
    start = offset if found is None else found.start()
    # A dash that begins an entry is no part of a word.
    return start + 1 if text[start:offset].startswith("-") else start


def _readings(text: str, start: int, offset: int) -> Iterator[tuple[Path, bool, Mapping | None]]:
    """The ways to read the place: its path, whether a key stands there, and in which mapping."""
    before, after = text[:start], text[offset:]
    below = LINE_BREAK.search(after)
    rest = "" if below is None else after[below.start() :]
    for tail in dict.fromkeys((after, rest, "")):
        for mark in (_MARK, f"{_MARK}:"):
            root = tree(f"{before}{mark}{tail}")
            yield from _found(root)


def _found(root: Mapping | None) -> Iterator[tuple[Path, bool, Mapping | None]]:
    """Where the mark is in a tree. A lone word in the place of a mapping may become its key."""
    waiting: list[tuple[Path, Node]] = [] if root is None else [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Scalar) and node.text.startswith(_MARK):
            yield path, False, None
            yield path, True, None
        elif isinstance(node, Sequence):
            waiting += [((*path, place), item) for place, item in enumerate(node.items)]
        elif isinstance(node, Mapping):
            if any(key.text.startswith(_MARK) for key, _ in node.pairs):
                yield path, True, node
            waiting += [((*path, key.text), value) for key, value in node.pairs]


def _keys(path: Path, holder: Mapping | None) -> Iterator[Offer]:
    """The keys that a mapping at a path can still have."""
    written = {key.text for key, _ in holder.pairs} if holder is not None else set()
    if not path:
        sections = {"article": "One article; the claims of this file stand in it."}
        sections |= {name: summary(cls) for name, cls in KINDS.items()}
        known: Iterable[tuple[str, str]] = sections.items()
    else:
        cls = keys_at(path)
        fields = described(cls).values() if cls is not None else ()
        known = ((field.key, field.meaning) for field in fields)
    for key, meaning in known:
        if key not in written:
            yield Offer(key, f"{key}: ", "key", meaning)


def _records(ledger: Ledger, refers: Refers, typed: str, start: int) -> Offers:
    found = [Offer(word, word, "word") for word in refers.words]
    seen = set(refers.words)
    for record in ledger.records:
        if record.KIND in refers.kinds and record.id not in seen and typed in record.id:
            seen.add(record.id)
            found.append(Offer(record.id, record.id, "record", _said(record)))
            if len(found) >= MOST:
                return Offers(start, found, whole=False)
    return Offers(start, found)


def _said(record: Record) -> str:
    """A record in a few words."""
    match record:
        case Actor():
            return str(record.name)
        case Article():
            return str(record.title)
        case Proposition():
            return str(record.text)
        case Claim():
            return str(record.statement or record.proposition or "")
    return ""
