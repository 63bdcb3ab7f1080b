"""The parts of a quote: the fragments that must stand in the text, and what stands between them.

Within a quote `[…]`, `[...]`, `…` and `...` mark an omission, `[words]` an insertion.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from claimtrack.text.regex import regex

_MARK = regex(r"(?P<omission>\[\s*(?:…|\.{3,}|\. \. \.)\s*\]|…|\.{3,})|\[(?P<insertion>[^\[\]]*)\]")
_LETTER = regex(r"[^\W_]")


class Join(Enum):
    """What stands between two fragments of a quote."""

    OMISSION = "omission"
    INSERTION = "insertion"


class Quotation(NamedTuple):
    """A quote taken apart.

    `joins[i]` and `inserted[i]` stand between `fragments[i]` and `fragments[i + 1]`; `inserted` is
    empty for an omission. `leading` and `trailing` tell of omissions at the ends, which omit
    nothing that a reader could miss.
    """

    fragments: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    inserted: tuple[str, ...] = ()
    leading: bool = False
    trailing: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    """Where each fragment stands in the quote; nothing for one that was not taken apart."""


def parse_quotation(exact: str) -> Quotation:
    """Take a quote apart; marks at its ends are told, and marks side by side count as one.

    An insertion at an end is dropped: it claims no word of the text. A quote without any word has
    no fragments.
    """
    fragments: list[str] = []
    spans: list[tuple[int, int]] = []
    joins: list[Join] = []
    inserted: list[str] = []
    pending: tuple[Join, str] | None = None
    leading = False
    position = 0
    for match in [*_MARK.finditer(exact), None]:
        whole = exact[position : match.start() if match else len(exact)]
        piece = whole.strip()
        if has_words(piece):
            start = position + len(whole) - len(whole.lstrip())
            spans.append((start, start + len(piece)))
            if fragments and pending is not None:
                joins.append(pending[0])
                inserted.append(pending[1])
            elif pending is not None:
                leading = pending[0] is Join.OMISSION
            fragments.append(piece)
            pending = None
        if match is not None:
            pending = _merged(pending, match)
            position = match.end()
    trailing = pending is not None and pending[0] is Join.OMISSION
    return Quotation(
        tuple(fragments), tuple(joins), tuple(inserted), leading, trailing, tuple(spans)
    )


def _merged(pending: tuple[Join, str] | None, match: re.Match[str]) -> tuple[Join, str]:
    """An omission beside an insertion leaves as much room as the omission alone."""
    if match.group("omission") is not None:
        return Join.OMISSION, pending[1] if pending else ""
    words = match.group("insertion").strip()
    return (Join.OMISSION if pending and pending[0] is Join.OMISSION else Join.INSERTION), words


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit."""
    return text[:1].isalnum() or _LETTER.search(text) is not None


def insertions(exact: str) -> list[str]:
    """The words in brackets of a quote, wherever they stand in it."""
    found = (match.group("insertion") for match in _MARK.finditer(exact))
    return [words.strip() for words in found if words is not None and has_words(words)]
