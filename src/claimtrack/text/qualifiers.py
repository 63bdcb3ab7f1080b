"""The words and signs around a number that make it a bound, an approximation or a range."""

import enum
from collections.abc import Sequence
from typing import Final

from claimtrack.text.tokens import Token, tokens


class Qualifier(enum.Enum):
    """What such words make of the number beside them."""

    ABOUT = "about"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    BETWEEN = "between"
    FROM = "from"


_BEFORE = {
    Qualifier.ABOUT: (
        "about|around|approximately|approx|circa|ca|c|roughly|nearly|almost|close to|some|"
        "an estimated|estimated|estimated at|in the region of|~|∼|≈|≃|"
        "نحو|بنحو|حوالي|حوالى|بحوالي|قرابة|زهاء|تقريبا|ما يقارب|يقارب|ما يقرب من|يناهز|ما يناهز|"
        "في حدود|بحدود|يقدر ب|ما يقدر ب"
    ),
    Qualifier.MORE: (
        "more than|over|above|greater than|exceeding|in excess of|upwards of|>|"
        "أكثر من|بأكثر من|لأكثر من|أكبر من|أزيد من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|"
        "تزيد على|تزيد عن|فوق|يتجاوز|تتجاوز|ما يتجاوز|يفوق|ما يفوق"
    ),
    Qualifier.AT_LEAST: (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|"
        "minimum|min|>=|≥|"
        "على الأقل|لا يقل عن|لا تقل عن|ما لا يقل عن|بما لا يقل عن|ليس أقل من"
    ),
    Qualifier.LESS: (
        "less than|fewer than|under|below|lower than|short of|<|أقل من|بأقل من|لأقل من|أصغر من|دون"
    ),
    Qualifier.AT_MOST: (
        "at most|no more than|not more than|up to|as many as|as much as|a maximum of|maximum|max|"
        "not exceeding|<=|≤|"
        "لا يزيد على|لا يزيد عن|لا تزيد على|لا تزيد عن|ما لا يزيد على|ما لا يزيد عن|لا يتجاوز|"
        "لا تتجاوز|ما لا يتجاوز|على الأكثر|حتى|ليس أكثر من"
    ),
    Qualifier.BETWEEN: "between|بين|ما بين|يتراوح بين|تتراوح بين|يتراوح ما بين|تتراوح ما بين",
    Qualifier.FROM: "from|من",
}
_AFTER = {
    Qualifier.ABOUT: "approximately|approx|or so|roughly|تقريبا|على وجه التقريب",
    Qualifier.AT_LEAST: (
        "or more|and more|at least|minimum|+|على الأقل|كحد أدنى|فأكثر|أو أكثر|وأكثر|فما فوق"
    ),
    Qualifier.AT_MOST: (
        "or less|or fewer|at most|maximum|على الأكثر|كحد أقصى|فأقل|أو أقل|بحد أقصى"
    ),
}
CONNECTIVES: Final = frozenset({"-", "to", "or", "الي", "حتي", "او"})
"""What stands between the two ends of a range, by key."""


def _table(phrases: dict[Qualifier, str]) -> dict[tuple[str, ...], Qualifier]:
    return {
        tuple(token.key for token in tokens(phrase)): qualifier
        for qualifier, listed in phrases.items()
        for phrase in listed.split("|")
    }


_BEFORE_BY_KEYS: Final = _table(_BEFORE)
_AFTER_BY_KEYS: Final = _table(_AFTER)


def _longest(table: dict[tuple[str, ...], Qualifier], place: int) -> dict[str, int]:
    """Give by the first or the last word of phrases how long the longest of them is."""
    longest: dict[str, int] = {}
    for phrase in table:
        longest[phrase[place]] = max(longest.get(phrase[place], 0), len(phrase))
    return longest


_LONGEST_BEFORE: Final = _longest(_BEFORE_BY_KEYS, 0)
_LONGEST_AFTER: Final = _longest(_AFTER_BY_KEYS, 0)
_LONGEST_END: Final = _longest(_AFTER_BY_KEYS, -1)


def leading(words: Sequence[Token], *, after: bool = False) -> tuple[Qualifier, int] | None:
    """Find the longest qualifier with which the words begin, and how many of them it takes.

    `after` looks for one that follows a number, such as `or more`.
    """
    if not words:
        return None
    table = _AFTER_BY_KEYS if after else _BEFORE_BY_KEYS
    longest = (_LONGEST_AFTER if after else _LONGEST_BEFORE).get(words[0].key, 0)
    for count in range(min(longest, len(words)), 0, -1):
        found = table.get(tuple(word.key for word in words[:count]))
        if found:
            return found, count
    return None


def trailing(words: Sequence[Token]) -> tuple[Qualifier, int] | None:
    """Find the longest qualifier with which the words end, and how many of them it takes."""
    longest = _LONGEST_END.get(words[-1].key, 0) if words else 0
    for count in range(min(longest, len(words)), 0, -1):
        found = _AFTER_BY_KEYS.get(tuple(word.key for word in words[-count:]))
        if found:
            return found, count
    return None


def leading_word(word: Token) -> bool:
    """Tell whether a qualifier of those before a number can begin with a word."""
    return word.key in _LONGEST_BEFORE
