"""The Arabic `ما` before a verb of the past: `ما هاجمنا`, we did not attack.

Mostly `ما` means what, so it is in no list of negations. It may negate where a clause begins with
it, or where it stands behind a pronoun, and a verb of the first or second person follows. A verb
with an ending for what it acts on (`ما قلناه`, what we said) is left out. This is a guess from two
words: `ما تعلمنا` can also be what we learnt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimtrack.text.regex import regex
from claimtrack.text.words import Word

_MA: Final = frozenset(("ما", "وما", "فما"))
_SUBJECTS: Final = frozenset(
    ("انا", "نحن", "انت", "انتم", "اننا", "انني", "اني", "انكم", "لكننا", "لكنني", "والله")
)
"""Words behind which a clause goes on with its verb, respelled; `هو ما` is mostly that is what."""
_PAST: Final = regex(r"(?!ي)\w{2,}(?:نا|تم)|[^\Wيتن]\w+ت")
_PAST_OF_US: Final = regex(r"(?!ي)\w{3,}نا|(?!ي)\w{3,}تم")
_NO_VERBS: Final = frozenset(
    ("امامنا", "لدينا", "عندنا", "بيننا", "معنا", "حولنا", "علينا", "الينا", "فينا", "وراءنا")
) | frozenset(
    (
        "قبلنا",
        "بعدنا",
        "هنا",
        "هناك",
        "قبل",
        "بعد",
        "بين",
        "اذا",
        "عدا",
        "دون",
        "زلنا",
        "زلت",
        "زلتم",
    )
)
"""Words that look like such a verb, and `ما زلنا`, we still are."""


def ma_may_negate(text: str, pieces: Sequence[Word], at: int) -> bool:
    """Whether the word at a place of a text may negate the one behind it."""
    if pieces[at].wide not in _MA or at + 1 == len(pieces):
        return False
    verb = pieces[at + 1].wide
    if verb in _NO_VERBS or _ends(text, pieces[at], pieces[at + 1]):
        return False
    if at and pieces[at - 1].wide.removeprefix("و") in _SUBJECTS:
        return _PAST.fullmatch(verb) is not None
    begins = at == 0 or _ends(text, pieces[at - 1], pieces[at])
    return begins and _PAST_OF_US.fullmatch(verb) is not None


def _ends(text: str, one: Word, other: Word) -> bool:
    return bool(text[one.end : other.start].strip())
