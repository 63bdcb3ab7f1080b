"""Slips in a line of text: every way in which one can be made, as the texts that come of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimtrack.findings import Skip
from claimtrack.text.meaning import Carries, meaning_of

# A number that stands by itself: no part of a word, of a fraction or of a grouped number.
_NUMBER = re.compile(r"(?<![\w.,٫٬])\d+(?![\w٫٬]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W_]")


class Change(NamedTuple):
    """A slip: the texts that it can make of one, and what a text must have for that."""

    texts: Callable[[str], Iterator[str]]
    lacks: Skip


def _without_not(text: str) -> Iterator[str]:
    """A negation less, between two other words."""
    for bearer in meaning_of(text):
        before, after = text[: bearer.start], text[bearer.end :]
        alone = not before[-1:].isalpha() and after[:1].isspace()
        if bearer.kind is Carries.NEGATION and alone and _LETTERS.search(before):
            shorter = before.rstrip() + " " + after.lstrip()
            if before[-1:].isspace() and _LETTERS.match(after.lstrip()[:1]):
                yield shorter


def _other_digit(text: str) -> Iterator[str]:
    """Another digit in the place of one, in the script of the number."""
    for number in _NUMBER.finditer(text):
        for place in range(number.start(), number.end()):
            old = unicodedata.digit(text[place])
            for new in range(10):
                leads = place == number.start() and new == 0
                if new != old and not leads:
                    yield text[:place] + chr(ord(text[place]) - old + new) + text[place + 1 :]


def _swapped(text: str) -> Iterator[str]:
    """Two digits in each other's place, as a hand that is too quick types them."""
    for number in _NUMBER.finditer(text):
        for place, other in pairwise(range(number.start(), number.end())):
            leads = place == number.start() and unicodedata.digit(text[other]) == 0
            if text[place] != text[other] and not leads:
                yield text[:place] + text[other] + text[place] + text[other + 1 :]


def _other_word(text: str) -> Iterator[str]:
    """One word left out, or its neighbour written in its place."""
    found = list(_WORD.finditer(text))
    for word, following in pairwise(found):
        yield text[: word.start()] + text[word.end() :].lstrip()
        yield text[: word.start()] + following.group() + text[word.end() :]


NOT_DROPPED = Change(_without_not, Skip("no-negation-between-words"))
NUMBER_CHANGED = Change(_other_digit, Skip("no-number-in-digits"))
DIGITS_SWAPPED = Change(_swapped, Skip("no-two-digits"))
WORD_ALTERED = Change(_other_word, Skip("too-few-words"))
