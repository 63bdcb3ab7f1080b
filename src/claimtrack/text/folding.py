"""Folding with a map: what two texts have in common, and where it stands in each.

A folding takes away differences that are not differences of words. Every position of the folded
text knows the code point of the original from which it came, so a passage found in the one is shown
in the other. The foldings are named and versioned: what passes under them is part of a verdict.

`TYPOGRAPHY` is how a text was set: NFC, white space, quotation marks, dashes, apostrophes, bidi
controls, zero-width characters, tatweel, Arabic diacritics, presentation forms, and the opening
mark that each paragraph of one quotation repeats. `SPELLING`, on top
of it, is which of the accepted Arabic spellings was chosen: alef, hamza, yeh, kaf and teh-marbuta
forms, and the digits of the other script.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimtrack.text.composing import compose, is_composed
from claimtrack.text.regex import regex
from claimtrack.text.signs import one_of

TYPOGRAPHY = "typography/2"
SPELLING = "spelling/1"


def _table(target: str, signs: Iterable[int]) -> dict[int, str]:
    return dict.fromkeys(signs, target)


MARKS: dict[int, str] = {
    **_table('"', map(ord, "“”„‟«»″＂")),
    **_table("'", map(ord, "‘’‚‛‹›′＇ʼ`´")),
    **_table("-", map(ord, "‐‑‒–—―−﹘﹣－")),
    # Bidi marks, embeddings and isolates; zero-width and soft joints; the byte order mark.
    **_table("", [0x061C, 0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]),
    **_table("", [*range(0x2060, 0x2065), *range(0x2066, 0x2070)]),
    # Tatweel, the short vowels, the dagger alef and the marks of Quranic recitation.
    **_table("", [0x0640, *range(0x0610, 0x061B), *range(0x064B, 0x0653), 0x0670]),
    **_table("", [*range(0x0656, 0x0660), *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5)]),
    **_table("", [0x06E7, 0x06E8, *range(0x06EA, 0x06EE)]),
}
"""What typography makes of signs: quotation marks and dashes as in ASCII, silent ones removed."""

FORMS: dict[int, str] = {
    code: unicodedata.normalize("NFKC", chr(code)).translate(MARKS)
    for first, last in ((0xFB00, 0xFB06), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
    for code in range(first, last + 1)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
"""Presentation forms, Latin and Arabic: letters as a typesetter drew them."""

SPELLINGS: dict[str, str] = {
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ؤئ", "ء"),
    **dict.fromkeys("ىی", "ي"),
    **dict.fromkeys("ةہھە", "ه"),
    "ک": "ك",
    "٫": ".",
    "٬": ",",
    "،": ",",
    "٪": "%",
}
"""What spelling makes of signs: one letter of several, Western digits and their marks."""


Piece = tuple[int, int, str]
"""A stretch of the original, from and to, and what takes its place."""


class Folded:
    """A folded text, and the way back from it.

    The original is cut into runs. The positions of a copied run count along with the original's;
    all positions of a replaced run lead to its beginning.
    """

    __slots__ = ("_copied", "_inner", "_length", "_starts", "_targets", "text")

    def __init__(self, text: str, pieces: Iterable[Piece], inner: Folded | None = None) -> None:
        self._inner = inner
        self._length = len(text)
        self._starts: list[int] = []
        self._targets: list[int] = []
        self._copied: list[bool] = []
        self.text = self._build(text, pieces)

    def _build(self, text: str, pieces: Iterable[Piece]) -> str:
        parts: list[str] = []
        done = copied = length = 0
        for start, end, new in pieces:
            parts += (text[done:start], new)
            if len(new) != end - start or len(new) > 1:
                # One character in place of many is the first of them, and copied like it.
                whole = start - copied + (len(new) == 1)
                self._run(length, copied, whole)
                length += whole
                if len(new) > 1:
                    self._run(length, start, len(new), copied=False)
                    length += len(new)
                copied = end
            done = end
        self._run(length, copied, len(text) - copied)
        parts.append(text[done:])
        return "".join(parts)

    def _run(self, start: int, target: int, length: int, *, copied: bool = True) -> None:
        if length:
            self._starts.append(start)
            self._targets.append(target)
            self._copied.append(copied)

    def original(self, position: int) -> int:
        """The code point of the original from which a folded position came.

        The position after the last leads to the end of the original. What was removed belongs to
        the character before it, so the end of a folded passage takes its diacritics along.
        Monotone, and in range for every position from 0 to the folded length.
        """
        if position >= len(self.text):
            found = self._length
        else:
            run = bisect_right(self._starts, position) - 1
            found = self._targets[run]
            if self._copied[run]:
                found += position - self._starts[run]
        return found if self._inner is None else self._inner.original(found)

    def folded(self, offset: int) -> int:
        """The folded position that covers a code point of the original.

        A removed character is covered by the position after it. `folded(original(p))` is the first
        position that came from the same character as `p`.
        """
        if self._inner is not None:
            offset = self._inner.folded(offset)
        run = bisect_right(self._targets, offset) - 1
        if run < 0:
            return 0
        following = self._starts[run + 1] if run + 1 < len(self._starts) else len(self.text)
        if self._copied[run]:
            return min(self._starts[run] + offset - self._targets[run], following)
        return self._starts[run] if offset == self._targets[run] else following


def fold(text: str, removed: Iterable[Piece] = ()) -> Folded:
    """Fold the typography of a text (`TYPOGRAPHY`). Linear in its length.

    `removed` is what this text has besides: the marks that its paragraphs repeat.
    """
    return _settled(Folded(text, removed))


def _settled(folded: Folded) -> Folded:
    while True:
        if not is_composed(folded.text):
            folded = Folded(folded.text, _clusters(folded.text), folded)
        folded.text = _evened(folded.text, _EVEN, _MARKS)
        folded = _stepped(folded, _typeset(folded.text))
        folded = _stepped(folded, _spaces(folded.text))
        # What was removed may have kept a letter from its mark.
        if is_composed(folded.text):
            return folded


def respell(folded: Folded) -> Folded:
    """Fold the Arabic spelling of a text (`SPELLING`) on top of its typography."""
    if folded.text.isascii():
        return folded
    removed = ((*match.span(), "") for match in _APART.finditer(folded.text))
    respelled = Folded(folded.text, removed, folded)
    respelled.text = _evened(respelled.text, SPELLINGS, _SPELT)
    if "  " in respelled.text or not is_composed(respelled.text):
        return _settled(respelled)
    return respelled


def _evened(text: str, table: dict[str, str], signs: re.Pattern[str]) -> str:
    """The text with signs replaced that have one other in their place, so that no offset moves."""
    for sign in set(signs.findall(text)):
        text = text.replace(sign, table[sign])
    return text


def _stepped(folded: Folded, pieces: Iterable[Piece]) -> Folded:
    """The folding with one step more, or as it was where the step finds nothing to do."""
    found = list(pieces)
    return Folded(folded.text, found, folded) if found else folded


def _typeset(text: str) -> Iterator[Piece]:
    """What a typesetter or a careful writer of Arabic adds; each ligature is its letters again."""
    for match in _ADDED.finditer(text):
        start, end = match.span()
        if end - start == 1:
            yield start, end, _UNEVEN[text[start]]
        else:
            yield from ((at, at + 1, _UNEVEN[text[at]]) for at in range(start, end))


def _spaces(text: str) -> Iterator[Piece]:
    return ((*match.span(), " ") for match in _RUN_OF_SPACES.finditer(text))


_SPACES = (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_UNEVEN = {chr(code): new for code, new in {**MARKS, **FORMS}.items() if len(new) != 1}
_EVEN = {
    **{chr(code): new for code, new in {**MARKS, **FORMS}.items() if len(new) == 1},
    **{chr(code): " " for code in (*range(0x09, 0x0E), *range(0x1C, 0x20), *_SPACES)},
}
_ADDED = regex(one_of(_UNEVEN) + "+")
_MARKS = regex(one_of(_EVEN))
_RUN_OF_SPACES = regex("  +")
APART = (0x0653, 0x0654, 0x0655)
"""Madda and hamza that stand apart from their letter."""
_APART = regex(one_of(map(chr, APART)) + "+")
_SPELT = regex(one_of(SPELLINGS))

_BEFORE_COMPOSING = {**FORMS, **{code: "" for code, new in MARKS.items() if not new}}


def _clusters(text: str) -> Iterator[Piece]:
    """The pieces of a text that is not in NFC: each base character with what may compose with it.

    What the typography removes goes here already, since it may stand between two that compose, and
    presentation forms become the letters that may compose.
    Between clusters nothing composes, so NFC of the whole is NFC of each.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _continues(text[end]):
            continue
        cluster = text[start:end]
        if end - start > 1 or not cluster.isascii():
            composed = compose(cluster.translate(_BEFORE_COMPOSING))
            if composed != cluster:
                yield start, end, composed
        start = end


@lru_cache(maxsize=4096)
def _continues(char: str) -> bool:
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"  # the vowels and finals of Hangul
        or _BEFORE_COMPOSING.get(ord(char)) == ""
    )


_SPELLING_BY_CODE = {ord(sign): new for sign, new in SPELLINGS.items()}
EVERY_SIGN: dict[int, str] = {
    **{code: new.translate(_SPELLING_BY_CODE) for code, new in {**MARKS, **FORMS}.items()},
    **_SPELLING_BY_CODE,
}
"""What both foldings make of each sign, for those who need no way back."""
