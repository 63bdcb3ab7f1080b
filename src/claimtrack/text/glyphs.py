"""What tells apart two printings of the same words: which signs, named for a person.

Two texts that are equal under a folding differ in signs of a few classes only. For each class the
signs of both are compared in their order, so the cost is linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.text.folding import APART, FORMS, MARKS, SPELLINGS
from claimtrack.text.regex import regex
from claimtrack.text.signs import one_of


def _among(signs: Iterable[str]) -> re.Pattern[str]:
    return regex(one_of(signs))


def _set_as(plain: str) -> re.Pattern[str]:
    """A sign, and those that typography makes that one."""
    return _among([plain, *(chr(code) for code, new in MARKS.items() if new == plain)])


def _spelt_as(*plain: str) -> re.Pattern[str]:
    """Some signs, and those that spelling makes one of them."""
    return _among([*plain, *(sign for sign, new in SPELLINGS.items() if new in plain)])


_SILENT = [chr(code) for code, new in MARKS.items() if not new]
_TATWEEL = "ـ"
_TYPOGRAPHY = {
    "white space": regex(r"\s+"),
    "quotation marks": _set_as('"'),
    "apostrophes": _set_as("'"),
    "dashes": _set_as("-"),
    "tatweel": _among(_TATWEEL),
    "diacritics": _among(sign for sign in _SILENT if unicodedata.category(sign) == "Mn"),
    "invisible signs": _among(
        sign for sign in _SILENT if unicodedata.category(sign) != "Mn" and sign != _TATWEEL
    ),
    "presentation forms": _among(map(chr, FORMS)),
}
_SPELLING = {
    "alef": _spelt_as("ا"),
    "hamza": _spelt_as("ء", *map(chr, APART)),
    "yeh": _spelt_as("ي"),
    "heh and teh marbuta": _spelt_as("ه"),
    "kaf": _spelt_as("ك"),
    "digits": _spelt_as(*"0123456789"),
    "number signs": _spelt_as(".", ",", "%"),
}
_COMPOSITION = "the composition of letters"


class Difference(NamedTuple):
    """A class of signs in which two printings differ, and the first signs that do."""

    name: str
    ours: str
    theirs: str

    @property
    def is_spelling(self) -> bool:
        """Whether letters differ, and not only how they are set."""
        return self.name in _SPELLING

    def __str__(self) -> str:
        """`alef (أ for ا)`: the second text's sign for the first one's, where they can be seen."""
        if self.name in ("white space", "invisible signs", _COMPOSITION):
            return self.name
        ours, theirs = _alone(self.ours), _alone(self.theirs)
        if not ours or not theirs:
            return f"{self.name} ({ours or theirs})"
        return f"{self.name} ({theirs} for {ours})"


def _alone(sign: str) -> str:
    """A sign as it can be read by itself: a mark needs a letter to stand on."""
    return f"\u0640{sign}" if sign and unicodedata.combining(sign[0]) else sign


def differences(ours: str, theirs: str) -> tuple[Difference, ...]:
    """In which signs two printings of the same words differ; empty where they do not."""
    if ours == theirs:
        return ()
    found = tuple(_differing(ours, theirs))
    if found:
        return found
    # Neither set nor spelt differently in a sign of its own: one of them is not in NFC.
    return (Difference(_COMPOSITION, ours, theirs),)


def _differing(ours: str, theirs: str) -> Iterator[Difference]:
    ours, theirs = (unicodedata.normalize("NFC", text) for text in (ours, theirs))
    for name, signs in {**_TYPOGRAPHY, **_SPELLING}.items():
        one, other = signs.findall(ours), signs.findall(theirs)
        if one != other:
            yield Difference(name, *_first(one, other))


def _first(one: list[str], other: list[str]) -> tuple[str, str]:
    """The first pair of signs that differ; nothing for the one that has fewer."""
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        place = next((i for i, sign in enumerate(shorter) if sign != longer[i]), len(shorter))
        return (longer[place], "") if longer is one else ("", longer[place])
    return next((a, b) for a, b in zip(one, other, strict=True) if a != b)
