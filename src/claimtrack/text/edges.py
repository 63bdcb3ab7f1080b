"""Where a passage may begin and end: not inside a word, and not inside a number.

Half a word is another word, and half a number another number: `negotiable` does not stand in
`non-negotiable`, `We can` not in `We can’t`, and neither `13` nor `400` in `13,400`.
"""

from __future__ import annotations

import unicodedata

from claimtrack.text.folding import MARKS

_SPACES = " \n"
"""Looked at first, only because they are what there mostly is beside a quote."""
_SILENT = frozenset(
    chr(code) for code, new in MARKS.items() if not new and unicodedata.category(chr(code)) == "Cf"
)
_APOSTROPHES = "'’‘‛′＇`´"
_HYPHENS = "-‐‑﹣－"
_MINUSES = "-‑–−﹣－"
_POINTS = ".٫"
_IN_WORDS = frozenset(_APOSTROPHES + _HYPHENS)
# The last three are the spaces that are set between thousands.
_IN_NUMBERS = frozenset(_IN_WORDS.union(_MINUSES, _POINTS, ",٬،:/\u00a0\u2009\u202f"))
_PROCLITICS = frozenset("وفبلكس")
_AND, _ARTICLE, _HAMZAS = "و", "ال", frozenset("أإآ")
_SHORTEST = 4  # letters of a word with its article: السد
_LONGEST_HEAD = 3
_AFTER_AND = frozenset(
    ("هل", "هو", "هي", "هم", "هذا", "هذه", "لن", "لا", "لم", "ليس", "ما", "من", "نحن", "قد", "سوف")
)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends at the edge of a word and of a number.

    The particles that Arabic writes together with the next word (and, so, in, to, like) may stay
    outside where no letter of the word itself can be taken for one: before the article, as in
    والتخصيب, and `and` also before a hamza and a few small words. فشل has no شل in it.
    """
    return whole_words(text, start, end) and not (is_cut(text, start) or is_cut(text, end))


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends between letters of different words, particles aside."""
    if end < len(text) and text[end] not in _SPACES and _tied(text, end):
        return False
    if not start or text[start - 1] in _SPACES or not _tied(text, start):
        return True
    return _after_particles(text, start)


def is_cut(text: str, edge: int) -> bool:
    """Whether an edge lies at a sign that holds together a number or a compound, or at a minus."""
    if not 0 < edge < len(text) or text[edge] in _SPACES or text[edge - 1] in _SPACES:
        return False
    before, after = _beside(text, edge - 1, -1), _beside(text, edge, 1)
    return _joins(text, after) or _joins(text, before) or _signs(text, before)


def _joins(text: str, at: int) -> bool:
    """Whether the sign at a place holds together what stands on both sides of it."""
    sign = _at(text, at)
    if sign not in _IN_NUMBERS:
        return False
    before, after = _at(text, _beside(text, at - 1, -1)), _at(text, _beside(text, at + 1, 1))
    if before.isdecimal() and after.isdecimal():
        return True
    return sign in _IN_WORDS and _inside_word(before) and _inside_word(after)


def _signs(text: str, at: int) -> bool:
    """Whether the sign at a place is the minus or the point with which a number begins."""
    sign = _at(text, at)
    if not sign or sign not in _MINUSES + _POINTS:
        return False
    before, after = _at(text, _beside(text, at - 1, -1)), _beside(text, at + 1, 1)
    if sign in _POINTS:
        return _at(text, after).isdecimal() and (not before or before.isspace())
    if after < len(text) and unicodedata.category(text[after]) == "Sc":
        after += 1
    # Two of them are a dash, and so is one after a word: that is `_joins` to say.
    dash = before and (before in _MINUSES or _inside_word(before))
    return _at(text, after).isdecimal() and not dash


def _at(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""


def _beside(text: str, at: int, step: int) -> int:
    """The first place from one on that is no soft hyphen and no bidi mark."""
    while 0 <= at < len(text) and text[at] in _SILENT:
        at += step
    return at


def _tied(text: str, edge: int) -> bool:
    """Whether an edge is between two letters: a soft hyphen there makes no two words of one."""
    before, after = _beside(text, edge - 1, -1), _beside(text, edge, 1)
    return _inside_word(_at(text, before)) and _inside_word(_at(text, after))


def _after_particles(text: str, start: int) -> bool:
    """Whether what stands before the rest of an Arabic word are particles, and could be no stem."""
    while text[start - 1] in _SILENT:
        start -= 1
    edge = start
    while edge and start - edge < _LONGEST_HEAD and text[edge - 1] in _PROCLITICS:
        edge -= 1
    if edge == start or (edge and _inside_word(text[edge - 1])):
        return False
    word = _first_word(text, start)
    if word.startswith(_ARTICLE):
        return len(word) >= _SHORTEST
    return text[edge:start] == _AND and (word[:1] in _HAMZAS or word in _AFTER_AND)


def _first_word(text: str, start: int) -> str:
    """The letters of the word at a place, without short vowels; no more than matter."""
    letters = []
    for char in text[start : start + 8 * _SHORTEST]:  # with room for marks on each
        if not _inside_word(char) and char not in _SILENT:
            break
        if MARKS.get(ord(char)) != "":
            letters.append(char)
    return "".join(letters)


def _inside_word(char: str) -> bool:
    """Whether a character ties its neighbours to one word: letters, digits and their marks.

    In scripts that write no spaces between words every edge may be one.
    """
    if char.isascii():
        return char.isalnum() or char == "_"
    return (char.isalnum() or unicodedata.category(char)[0] == "M") and not _unspaced(char)


def _unspaced(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff"  # Hiragana, Katakana
        or "\u3400" <= char <= "\u9fff"  # Han
        or "\u0e00" <= char <= "\u0eff"  # Thai, Lao
        or "\u1000" <= char <= "\u109f"  # Burmese
        or "\u1780" <= char <= "\u17ff"  # Khmer
        or "\U00020000" <= char <= "\U0003ffff"
    )
