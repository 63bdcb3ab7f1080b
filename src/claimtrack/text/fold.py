"""Folding: one spelling for texts that differ only in how they were set.

`fold` removes differences of typography, `respell` also those between accepted spellings of
Arabic. Both are used to search and to group; neither says that two texts are the same words. Quotes
are held against a text by `claimtrack.text.folding`, which knows the way back.
"""

from typing import Final

from claimtrack.text.composing import compose
from claimtrack.text.folding import APART, MARKS, SPELLINGS

WESTERN_DIGITS: Final = {
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
}
"""A table for `str.translate` from the digits of Arabic and Persian to Western ones."""

_SPELLING: Final[dict[int, str | None]] = {
    **{ord(sign): plain for sign, plain in SPELLINGS.items() if plain.isalnum()},
    **dict.fromkeys(APART),
    # A hamza on its seat is read with the seat: مئة and ميه are one number word.
    ord("ؤ"): "و",
    ord("ئ"): "ي",
}


def fold(text: str) -> str:
    """Give the text under one typography.

    It is in NFC; each run of white space is one space, with none at the ends; quotation marks and
    dashes are the ASCII ones; bidi controls, tatweel and Arabic diacritics are gone. Folding a
    folded text changes nothing.
    """
    # What is removed may have kept two marks from composing, so NFC comes second.
    return " ".join(compose(text.translate(MARKS)).split())


def respell(text: str) -> str:
    """Give the folded text with one spelling of Arabic letters and digits.

    Alef, hamza and yeh forms, teh marbuta and the letters of Persian keyboards become the plain
    Arabic letter; Arabic and Persian digits become Western ones. Respelling twice changes nothing.
    """
    return fold(fold(text).translate(_SPELLING))
