"""Folding with a map: what two texts have in common, and where it stands in each.

A folding takes away differences that are not differences of words. Every position of the folded
text knows the code point of the original from which it came, so a passage found in the one is shown
in the other. The foldings are named and versioned: what passes under them is part of a verdict.

`TYPOGRAPHY` is how a text was set: NFC, white space, quotation marks, dashes, apostrophes, bidi
controls, zero-width characters, tatweel, Arabic diacritics, presentation forms. `SPELLING`, on top
of it, is which of the accepted Arabic spellings was chosen: alef, hamza, yeh, kaf and teh-marbuta
forms, and the digits of the other script.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator

TYPOGRAPHY = "typography/1"
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

_FORMS: dict[int, str] = {
    code: unicodedata.normalize("NFKC", chr(code)).translate(MARKS)
    for first, last in ((0xFB00, 0xFB06), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
    for code in range(first, last + 1)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
"""Presentation forms, Latin and Arabic: letters as a typesetter drew them."""

_TYPOGRAPHY = {**MARKS, **_FORMS}

_SPELLING: dict[int, str] = {
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
    **_table("ا", map(ord, "أإآٱ")),
    **_table("ء", map(ord, "ؤئ")),
    **_table("ي", map(ord, "ىی")),
    **_table("ه", map(ord, "ةہھە")),
    **_table("ك", map(ord, "ک")),
    **_table(".", map(ord, "٫")),
    **_table(",", map(ord, "٬،")),
    **_table("%", map(ord, "٪")),
    **_table("", [0x0653, 0x0654, 0x0655]),  # madda and hamza that stand apart from their letter
}

_WIDE = {code: new.translate(_SPELLING) for code, new in _TYPOGRAPHY.items()} | _SPELLING


class _Table(dict[int, int | str]):
    """A table for `str.translate` that learns what stays: a look-up that fails is slow."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


_SEARCHED = _Table(_WIDE)
_APART = re.compile("[\u0653-\u0655]")
"""Madda and hamza that what was removed may let compose with a letter."""


def searchable(text: str) -> str:
    """Give a text as searches compare it: both foldings, and no difference of case.

    The same as `respell(fold(text))` without the way back, and several times as fast.
    """
    if not text.isascii():
        text = _searched(text)
    return " ".join(text.replace("`", "'").casefold().split())


def _searched(text: str) -> str:
    if unicodedata.is_normalized("NFC", text) and _APART.search(text) is None:
        folded = text.translate(_SEARCHED)
        if unicodedata.is_normalized("NFC", folded):
            return folded
    return respell(fold(text)).text


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
                self._run(length, copied, start - copied)
                length += start - copied
                if new:
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


def fold(text: str) -> Folded:
    """Fold the typography of a text (`TYPOGRAPHY`). Linear in its length."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return _settled(Folded(text, _typographic(text)))
    composed = Folded(text, _clusters(text))
    return _settled(Folded(composed.text, _typographic(composed.text), composed))


def respell(folded: Folded) -> Folded:
    """Fold the Arabic spelling of a text (`SPELLING`) on top of its typography."""
    if folded.text.isascii():
        return folded
    return _settled(Folded(folded.text, _pieces(folded.text, _SPELT, _SPELLING), folded))


def _settled(folded: Folded) -> Folded:
    """Fold again while what was removed lets its neighbours meet: letter and mark, two spaces."""
    text = folded.text
    while not (text.isascii() or unicodedata.is_normalized("NFC", text)) or "  " in text:
        composed = Folded(text, _clusters(text), folded)
        folded = Folded(composed.text, _typographic(composed.text), composed)
        text = folded.text
    return folded


def _typographic(text: str) -> Iterator[Piece]:
    return _pieces(text, _TYPOGRAPHIC, _TYPOGRAPHY)


def _class(codes: Iterable[int]) -> str:
    return "[" + "".join(re.escape(chr(code)) for code in sorted(codes)) + "]"


_SPACE = "[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_REMOVED = _class(code for code, new in _TYPOGRAPHY.items() if not new)
_SPACES = f"{_SPACE}(?:{_REMOVED}*{_SPACE})+|(?! ){_SPACE}"
_TYPOGRAPHIC = re.compile(f"{_SPACES}|{_class(_TYPOGRAPHY)}")
_BEFORE_COMPOSING = {**_FORMS, **{code: "" for code, new in MARKS.items() if not new}}
_SPELT = re.compile(_class(_SPELLING))


def _pieces(text: str, changing: re.Pattern[str], table: dict[int, str]) -> Iterator[Piece]:
    for match in changing.finditer(text):
        start, end = match.span()
        yield start, end, table.get(ord(text[start]), " ") if end - start == 1 else " "


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
        composed = unicodedata.normalize("NFC", cluster.translate(_BEFORE_COMPOSING))
        if composed != cluster:
            yield start, end, composed
        start = end


def _continues(char: str) -> bool:
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"  # the vowels and finals of Hangul
        or _TYPOGRAPHY.get(ord(char)) == ""
    )
