"""What tells apart two printings of the same words: which signs, named for a person.

Two texts that are equal under a folding differ in signs of a few classes only. For each class the
signs of both are compared in their order, so the cost is linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_DIACRITICS = "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670"
_RECITATION = "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"

_CLASSES = {
    "white space": re.compile(r"\s+"),
    "quotation marks": re.compile('["“”„‟«»″＂]'),
    "apostrophes": re.compile("['‘’‚‛‹›′＇ʼ`´]"),
    "dashes": re.compile("[-‐‑‒–—―−﹘﹣－]"),
    "tatweel": re.compile("ـ"),
    "diacritics": re.compile(f"[{_DIACRITICS}{_RECITATION}]"),
    "invisible signs": re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"),
    "presentation forms": re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]"),
    "alef": re.compile("[اأإآٱ]"),
    "hamza": re.compile("[ءؤئ\u0653-\u0655]"),
    "yeh": re.compile("[يىی]"),
    "heh and teh marbuta": re.compile("[هةہھە]"),
    "kaf": re.compile("[كک]"),
    "digits": re.compile("[0-9٠-٩۰-۹]"),
    "number signs": re.compile("[.,%٫٬،٪]"),
}
_COMPOSITION = "the composition of letters"
_SPELLING = frozenset(
    ("alef", "hamza", "yeh", "heh and teh marbuta", "kaf", "digits", "number signs")
)


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
    for name, signs in _CLASSES.items():
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
