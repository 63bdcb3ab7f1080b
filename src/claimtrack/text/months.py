"""The names of months in English and in the Arabic of the Gulf, the Levant and the Maghreb.

The keys are those of `claimtrack.text.tokens`. Of a Levantine name of two words (`تشرين الأول`) the
first is enough to know a month by; which one it is, the second says.
"""

from typing import Final

from claimtrack.text.fold import respell
from claimtrack.text.tokens import Token

_ENGLISH = [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
]
_ARABIC = [
    "يناير جانفي",
    "فبراير شباط فيفري",
    "مارس آذار",
    "أبريل إبريل نيسان أفريل",
    "مايو أيار ماي",
    "يونيو يونيه حزيران جوان",
    "يوليو يوليه يوليوز تموز جويلية",
    "أغسطس آب غشت أوت",
    "سبتمبر أيلول شتنبر",
    "أكتوبر",
    "نوفمبر نونبر",
    "ديسمبر دجنبر",
]
_PAIRS: Final = {("تشرين", "الاول"): 10, ("تشرين", "الثاني"): 11}
_PAIRS_OF_WINTER: Final = {("كانون", "الاول"): 12, ("كانون", "الثاني"): 1}
_HIJRI = "محرم ربيع جمادى رجب شعبان رمضان شوال ذو ذي هجرية هجري"

_NUMBERS: Final = {
    respell(name): number
    for names in (_ENGLISH, _ARABIC)
    for number, listed in enumerate(names, start=1)
    for name in listed.split()
}
_FIRST_WORDS: Final = frozenset(first for first, _ in _PAIRS | _PAIRS_OF_WINTER)
_LUNAR: Final = frozenset(map(respell, _HIJRI.split()))


def month(word: Token, following: Token | None = None) -> int | None:
    """Give the number of the month that a word names, perhaps with the next one; None for others.

    An English name has a capital: a march in May.
    """
    if following is not None:
        pair = (_PAIRS | _PAIRS_OF_WINTER).get((word.key, following.key))
        if pair is not None:
            return pair
    number = _NUMBERS.get(word.key)
    return None if number and word.text[0].islower() and word.text.isascii() else number


def is_month(word: Token) -> bool:
    """Tell a word by which a month, of the sun or of the moon, is known."""
    return month(word) is not None or word.key in _FIRST_WORDS | _LUNAR
