"""Slips in a line of text: every way in which one can be made, as the texts that come of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimtrack.findings import Skip
from claimtrack.text.words import words

# A number that stands by itself: no part of a word, of a fraction or of a grouped number.
NUMBER = re.compile(r"(?<![\w.,٫٬])\d+(?![\w٫٬]|[.,]\d)")
_NOT = frozenset({"not", "never", "no", "nor", "لا", "لم", "لن", "ليس", "ليست"})
"""The plain negations; a list of its own, since that of the rules is on trial."""
_TURNS = _NOT | {"if", "unless", "إذا", "اذا"}
_PART = 2
"""Words on either side of an omission by which the place is found again."""
_CONTRACTED = frozenset(
    {"don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't"}
    | {"hadn't", "wouldn't", "couldn't", "shouldn't", "mustn't", "needn't"}
)
"""Those of which the verb is left when the negation is cut: not `can't` and `won't`."""
_IDIOMS = frozenset(
    {"doubt", "only", "matter", "wonder", "less", "longer", "one", "or", "ام", "او"}
    | {"يزال", "تزال", "نزال", "ازال", "يزالون", "زال", "زالت", "شك", "ريب", "سيما", "بد", "فقط"}
)
"""Words with which a negation is a phrase of its own, that says something else: `not only`."""


class Change(NamedTuple):
    """A slip: the texts that it can make of one, and what a text must have for that."""

    texts: Callable[[str], Iterator[str]]
    lacks: Skip


def _without_not(text: str) -> Iterator[str]:
    """A negation less, between two other words."""
    found = words(text)
    for before, word, after in zip(found, found[1:], found[2:], strict=False):
        apart = text[before.end : word.start] + text[word.end : after.start]
        if apart.strip() or not _IDIOMS.isdisjoint({before.wide, after.wide}):
            continue
        if word.wide in _NOT:
            yield text[: word.start] + text[after.start :]
        elif word.wide in _CONTRACTED:
            yield text[: word.end - len("n't")] + text[word.end :]


def _omitted(text: str) -> Iterator[str]:
    """A negation or a condition less, and a mark in its place, between parts of three words."""
    found = words(text)
    for place in range(_PART, len(found) - _PART):
        word, near = found[place], {found[place - 1].wide, found[place + 1].wide}
        if word.wide in _TURNS and _IDIOMS.isdisjoint(near):
            yield f"{text[: word.start].rstrip()} […] {text[found[place + 1].start :]}"


def _other_digit(text: str) -> Iterator[str]:
    """Another digit in the place of one, in the script of the number."""
    for number in NUMBER.finditer(text):
        for place in range(number.start(), number.end()):
            old = unicodedata.digit(text[place])
            for new in range(10):
                leads = place == number.start() and new == 0
                if new != old and not leads:
                    yield text[:place] + chr(ord(text[place]) - old + new) + text[place + 1 :]


def _swapped(text: str) -> Iterator[str]:
    """Two digits in each other's place, as a hand that is too quick types them."""
    for number in NUMBER.finditer(text):
        for place, other in pairwise(range(number.start(), number.end())):
            leads = place == number.start() and unicodedata.digit(text[other]) == 0
            if text[place] != text[other] and not leads:
                yield text[:place] + text[other] + text[place] + text[other + 1 :]


def _other_word(text: str) -> Iterator[str]:
    """One word left out, or its neighbour written in its place."""
    for word, following in pairwise(words(text)):
        yield text[: word.start] + text[word.end :].lstrip()
        yield text[: word.start] + text[following.start : following.end] + text[word.end :]


NOT_DROPPED = Change(_without_not, Skip("no-negation-between-words"))
WORDS_OMITTED = Change(_omitted, Skip("no-negation-or-condition-between-words"))
NUMBER_CHANGED = Change(_other_digit, Skip("no-number-in-digits"))
DIGITS_SWAPPED = Change(_swapped, Skip("no-two-digits"))
WORD_ALTERED = Change(_other_word, Skip("too-few-words"))
