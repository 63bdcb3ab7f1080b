"""The English words for numbers."""

from typing import Final

from claimtrack.text.number_terms import Kind, Term

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
_SHORT_SCALES = {
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

TERMS: Final[dict[str, Term]] = {
    **{word: Term(Kind.ADDEND, value) for value, word in enumerate(_SMALL)},
    **{word: Term(Kind.ADDEND, value * 10) for value, word in enumerate(_TENS, start=2)},
    **{word: Term(Kind.SCALE, value) for word, value in _SCALES.items()},
    **{word: Term(Kind.SHORT, value) for word, value in _SHORT_SCALES.items()},
    **{word + "s": Term(Kind.MANY, value) for word, value in _SCALES.items()},
    "tens": Term(Kind.MANY, 10),
    "scores": Term(Kind.MANY, 20),
    **dict.fromkeys(("few", "several", "couple"), Term(Kind.FEW, 2)),
    **{word: Term(Kind.PART, value) for word, value in _PARTS.items()},
    **{word + "s": Term(Kind.PART, value) for word, value in _PARTS.items()},
    "halves": Term(Kind.PART, 2),
    "and": Term(Kind.AND),
    "a": Term(Kind.ARTICLE),
    "an": Term(Kind.ARTICLE),
    "the": Term(Kind.ARTICLE),
    "of": Term(Kind.ARTICLE),
    "point": Term(Kind.POINT),
}
