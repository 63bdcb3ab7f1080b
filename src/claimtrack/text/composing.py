"""Unicode's composition (NFC) at a cost that no run of marks can drive up.

The standard library puts the marks of a letter in order by insertion, which takes time in the
square of their number where they are out of order: minutes for a letter with a million marks.
Marks that are in order already cost it nothing, so in a long text they are put in order first.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

__all__ = ["compose", "is_composed"]

_SHORT = 1_000
"""Code points up to which the square is less than what the order would cost."""


def compose(text: str) -> str:
    """Give the text in NFC, in time n log n at worst."""
    if len(text) > _SHORT and not is_composed(text):
        text = _ordered(text)
    return unicodedata.normalize("NFC", text)


def is_composed(text: str) -> bool:
    """Whether a text is in NFC, in linear time."""
    # Where marks are out of order the answer is no, so only ordered ones are composed to be sure.
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _ordered(text: str) -> str:
    """The text decomposed, with the marks of each letter in canonical order (Unicode, D108)."""
    runs = groupby("".join(map(_decomposed, text)), key=_is_ordered_by_class)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs
    )


@lru_cache(maxsize=4096)
def _decomposed(char: str) -> str:
    return unicodedata.normalize("NFD", char)


def _is_ordered_by_class(char: str) -> bool:
    return unicodedata.combining(char) != 0
