"""The numbers in running text, in digits or words of either language, among its words.

Numbers are read as those of quantities (`claimtrack.text.number_phrase`), from the words of a
passage and not from a quantity that stands alone. What is no count is left to the words: `one`,
which is mostly a pronoun, and a part or an ordinal such as `third`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from claimtrack.text.number_phrase import Number, read_number
from claimtrack.text.number_terms import Kind
from claimtrack.text.tokens import TERMS, Token, starts_number, tokens

_LONGEST: Final = 24
"""Tokens of one number that are read; none that a newspaper prints is longer."""
_PREFIXES: Final = frozenset("وفبلك")
_SHORTEST: Final = 3
_HALVES: Final = frozenset({"half", "نصف", "ثلث", "ربع"})


class Spoken(NamedTuple):
    """A number: the values that it can have, the likelier first, and how many words it takes."""

    values: tuple[Fraction, ...]
    taken: int


def spoken_numbers(words: Sequence[str], parted: Container[int] = ()) -> dict[int, Spoken]:
    """The numbers among some words, by the place of their first. Linear in the words.

    No number reaches over a place in `parted`: the word there follows a comma, a stop or the like.
    """
    pieces: list[Token] = []
    owners: list[int] = []
    for place, word in enumerate(words):
        found = _tokens(word)
        pieces += found
        owners += [place] * len(found)
    numbers: dict[int, Spoken] = {}
    at = 0
    while at < len(pieces):
        number = _read(_run(pieces, owners, at, parted))
        if number is None:
            at += 1
            continue
        first, last = owners[at], owners[at + number.end - 1]
        values = tuple(dict.fromkeys(numeral.value for numeral in number.numerals))
        numbers[first] = Spoken(values, last - first + 1)
        while at < len(pieces) and owners[at] <= last:
            at += 1
    return numbers


def _tokens(word: str) -> list[Token]:
    """The pieces of a word; an Arabic preposition is taken off a number."""
    found = list(tokens(word))
    if len(found) == 1 and found[0].term is None and len(word) > _SHORTEST:
        key = found[0].key
        if key[0] in _PREFIXES and key[1:] in TERMS:
            return [Token(key[0], key[0]), Token(key[1:], key[1:])]
    return found


def _run(
    pieces: Sequence[Token], owners: Sequence[int], at: int, parted: Container[int]
) -> Sequence[Token]:
    """The pieces from one on that may be of one number."""
    end = at
    for end in range(at, min(at + _LONGEST, len(pieces))):
        new = end > at and owners[end] != owners[end - 1]
        number = pieces[end].numeral or pieces[end].term is not None
        if not number or (new and owners[end] in parted):
            return pieces[at:end]
    return pieces[at : end + 1]


def _read(pieces: Sequence[Token]) -> Number | None:
    """The number with which the pieces begin: of as many as make one, where all of them do not."""
    if not pieces or not starts_number(pieces[0]):
        return None
    found = _number(pieces)
    count = 0
    # Numbers are read from left to right: what fails early fails with more behind it.
    while found is None and count < len(pieces):
        count += 1
        longer = _number(pieces[:count])
        if longer is None:
            found = _number(pieces[: count - 1]) if count > 1 else None
            break
    return None if found is None or _is_no_count(pieces[: found.end], found) else found


def _number(pieces: Sequence[Token]) -> Number | None:
    try:
        return read_number(pieces, 0, million=frozenset())
    except ValueError:
        return None


def _is_no_count(pieces: Sequence[Token], number: Number) -> bool:
    if len(pieces) > 1 or pieces[0].numeral:
        return False
    term = pieces[0].term
    if term is not None and term.kind is Kind.PART:
        return pieces[0].key not in _HALVES
    return any(numeral.value == 1 for numeral in number.numerals)
