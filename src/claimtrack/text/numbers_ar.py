"""The Arabic words for numbers, in their respelled forms (see `claimtrack.text.fold.respell`).

Every form that case and gender give is listed or made here: خمسة and خمس, عشرون and عشرين, ألفان
and ألفين, the hundreds written as one word with either spelling of مئة.
"""

from typing import Final

from claimtrack.text.fold import respell
from claimtrack.text.number_terms import Kind, Term

_DIGITS = {
    0: "صفر",
    1: "واحد واحدة أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
}
_TENS = {
    20: "عشر",
    30: "ثلاث",
    40: "أربع",
    50: "خمس",
    60: "ست",
    70: "سبع",
    80: "ثمان",
    90: "تسع",
}
_HUNDRED = ("مئة", "مائة")
_TWO_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"
_SCALES = {
    10**3: ("ألف", "آلاف"),
    10**6: ("مليون", "ملايين"),
    10**9: ("مليار", "مليارات"),
    10**12: ("تريليون", "تريليونات"),
}
_OTHER_SCALES = {"بليون": 10**9, "ترليون": 10**12, "دزينة": 12}
# A fifth is spelt as the number five, so only several fifths are read.
_PARTS = {2: "نصف", 3: "ثلث", 4: "ربع أرباع", 5: "أخماس", 6: "سدس أسداس", 10: "أعشار"}
_TWO_PARTS = {3: "ثلثان ثلثين ثلثا ثلثي"}
_FEW = "بضع بضعة عدة"


def _definite(words: str) -> list[str]:
    """Give the words, and each with the article."""
    return [article + word for word in words.split() for article in ("", "ال")]


def _terms() -> dict[str, Term]:
    terms = {"و": Term(Kind.AND), "فاصلة": Term(Kind.POINT)}
    for value, words in _DIGITS.items():
        terms |= dict.fromkeys(words.split(), Term(Kind.ADDEND, value))
    for value, stem in _TENS.items():
        terms |= dict.fromkeys((stem + "ون", stem + "ين"), Term(Kind.ADDEND, value))
    terms |= dict.fromkeys(("عشر", "عشرة"), Term(Kind.TEEN, 10))
    terms |= dict.fromkeys(_HUNDRED, Term(Kind.HUNDRED, 100))
    for digit in range(3, 10):
        stems = [word for word in _DIGITS[digit].split() if not word.endswith("ة")]
        joined = [stem + hundred for stem in stems for hundred in _HUNDRED]
        terms |= dict.fromkeys(joined, Term(Kind.ADDEND, digit * 100))
    terms |= dict.fromkeys(_TWO_HUNDRED.split(), Term(Kind.ADDEND, 200))
    terms |= {"عشرات": Term(Kind.MANY, 10), "مئات": Term(Kind.MANY, 100)}
    for value, (one, many) in _SCALES.items():
        terms |= {one: Term(Kind.SCALE, value), one + "ا": Term(Kind.SCALE, value)}
        terms |= dict.fromkeys((one + "ان", one + "ين", one + "ي"), Term(Kind.PAIR, value))
        terms |= dict.fromkeys((many, "ال" + many), Term(Kind.MANY, value))
        terms["ال" + one] = Term(Kind.SCALE, value)
    for word, value in _OTHER_SCALES.items():
        terms |= dict.fromkeys((word, word + "ا"), Term(Kind.SCALE, value))
    for value, words in _PARTS.items():
        terms |= dict.fromkeys(_definite(words), Term(Kind.PART, value))
    for value, words in _TWO_PARTS.items():
        terms |= dict.fromkeys(_definite(words), Term(Kind.TWO_PARTS, value))
    terms |= dict.fromkeys(_FEW.split(), Term(Kind.FEW, 2))
    return terms


TERMS: Final[dict[str, Term]] = {respell(word): term for word, term in _terms().items()}
