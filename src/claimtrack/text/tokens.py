"""The pieces of a printed quantity: numerals, words and signs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from claimtrack.text import numbers_ar, numbers_en
from claimtrack.text.fold import WESTERN_DIGITS, fold, respell
from claimtrack.text.number_terms import Kind, Term
from claimtrack.text.numerals import NUMERAL
from claimtrack.text.regex import regex

TERMS: Final = numbers_en.TERMS | numbers_ar.TERMS
"""What each word of either language does in a number, by its key."""

_PIECES = regex(
    rf"(?P<numeral>{NUMERAL})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*(?:(?<=[mم])[23](?![0-9]))?)"
    # The hyphen of twenty-five and 20-year, and the stop of an abbreviation, say nothing.
    r"|(?P<joint>(?<=\w)-(?=[^\W\d_])|(?<=[^\W\d_])\.(?= |$)| )"
    r"|(?P<sign><=|>=|.)"
)
_VULGAR_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_MARKS = "[\u064b-\u0652]*"
_SHARES = {"خمس": 5, "سبع": 7, "ثمن": 8, "تسع": 9, "عشر": 10}
SHARE_BY_ITS_VOWEL: Final = regex(
    rf"(?<!\w)(?:ال)?([خسثتع])\u064f{_MARKS}([مبش]){_MARKS}([سعنر]){_MARKS}(?!\w)"
)
"""A fifth (خُمس), which is told from five by its vowel alone; a tenth, and others."""
_WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGIT = regex(r"[\d½¼¾]")
_VULGAR_FRACTION = regex(r"([0-9]*)([½¼¾])")


class Token(NamedTuple):
    """A piece of a quantity: as written, and respelled in lower case to be looked up."""

    text: str
    key: str
    numeral: bool = False

    @property
    def term(self) -> Term | None:
        """What this word does in a number, if it is such a word."""
        return TERMS.get(self.key)

    @property
    def is_word(self) -> bool:
        """Tell a word from a numeral or a sign."""
        return self.text[0].isalpha()


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into numerals, words and signs; an Arabic `و` that joins numbers is its own."""
    voweled = SHARE_BY_ITS_VOWEL.sub(_as_share, text)
    western = _VULGAR_FRACTION.sub(_as_decimal, fold(voweled).translate(WESTERN_DIGITS))
    return tuple(token for _, token in _cut(western))


def has_digit(folded: str) -> bool:
    """Tell whether a numeral can stand in a folded text."""
    return _DIGIT.search(folded) is not None


def words_of(folded: str) -> Iterator[tuple[Token, ...]]:
    """Cut a folded text without digits into words alone, each as `placed` cuts it."""
    return map(_words, _WORD.findall(folded))


def placed(folded: str) -> list[tuple[Token, int, int]]:
    """Cut a folded text, each piece with its place in it; vulgar fractions stay signs."""
    return [
        (token, start, start + len(token.text))
        for start, token in _cut(folded.translate(WESTERN_DIGITS))
    ]


def _cut(western: str) -> Iterator[tuple[int, Token]]:
    for match in _PIECES.finditer(western):
        piece, start = match.group(), match.start()
        if match.lastgroup == "word":
            for token in _words(piece):
                yield start, token
                start += len(token.text)
        elif match.lastgroup != "joint":
            yield start, Token(piece, piece, match.lastgroup == "numeral")


@lru_cache(maxsize=4096)
def _words(piece: str) -> tuple[Token, ...]:
    key = respell(piece).lower()
    if key not in TERMS and key[0] == "و" and key[1:] in TERMS:
        return Token(piece[0], key[0]), Token(piece[1:], key[1:])
    return (Token(piece, key),)


def _as_share(match: re.Match[str]) -> str:
    parts = _SHARES.get("".join(match.groups()))
    return f"1/{parts}" if parts else match[0]


def _as_decimal(match: re.Match[str]) -> str:
    return (match[1] or "0") + _VULGAR_FRACTIONS[match[2]]


def starts_number(token: Token) -> bool:
    """Tell whether a number can begin with this piece."""
    return token.numeral or (
        token.term is not None
        and token.term.kind not in (Kind.AND, Kind.ARTICLE, Kind.POINT, Kind.SHORT)
    )
