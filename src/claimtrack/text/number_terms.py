"""What a word can do in a number."""

import enum
from typing import NamedTuple


class Kind(enum.Enum):
    """The part that a word plays."""

    ADDEND = "adds its value: five, twenty, خمسون"
    TEEN = "adds ten to the digit before it, else is ten: عشر"
    HUNDRED = "multiplies the digit before it, else is a hundred: مئة"
    SCALE = "multiplies what stands before it, else is its value: million, ألف"
    SHORT = "multiplies the digits before it: bn, k"
    PAIR = "is twice its value: مليونان"
    MANY = "after a number a scale, alone at least twice its value: dozens, آلاف"
    FEW = "is at least two, which a scale may multiply: several, بضعة"
    PART = "is one of so many parts: half, third, ربع"
    TWO_PARTS = "is two of so many parts: ثلثا"
    AND = "joins two addends"
    ARTICLE = "stands before a scale or a part and adds nothing"
    POINT = "begins the digits of a fraction"


class Term(NamedTuple):
    """A word's part and value (of a part: how many make a whole)."""

    kind: Kind
    value: int = 0
