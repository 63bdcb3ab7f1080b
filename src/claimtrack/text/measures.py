"""One number with its unit: a side of a range, or all of a quantity."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from claimtrack.text.number_phrase import Number, read_number
from claimtrack.text.number_terms import Kind, Term
from claimtrack.text.numerals import Numeral, whole
from claimtrack.text.qualifiers import CONNECTIVES, Qualifier, leading
from claimtrack.text.tokens import Token
from claimtrack.text.units import PLAIN, UNCLEAR, Unit, find_unit

_LONGEST_NOUN: Final = 6
_OF: Final = frozenset({"of", "من"})
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
# `5m long` speaks of metres; before any other word, `5m` is five million.
_EXTENT: Final = frozenset({"long", "wide", "deep", "high", "tall", "away", "of", "and"})


@frozen
class Measure:
    """Every value that a number can have, its unit, and what its own words make of it.

    `unit` is None where no unit is written; `after` is a qualifier written behind the number.
    """

    number: Number
    unit: Unit | None
    after: Qualifier | None = None

    def scaled(self, factor: int) -> "Measure":
        """Multiply the number: the first end of `2 to 3 million`."""
        numerals = tuple(one.scaled(factor) for one in self.number.numerals)
        return evolve(self, number=evolve(self.number, numerals=numerals))


def read_measure(words: Sequence[Token], *, money: bool) -> Measure:
    """Read a number with its unit from all of the words.

    `money` says that the quantity speaks of money, so that an `m` is a million.

    Raises:
        ValueError: the words are no number, or something that is no unit follows it.

    """
    minus = int(_is_minus(words))
    sign = find_unit(words[minus:])
    if sign and sign[0].stands_before:
        amount = (*words[:minus], *words[minus + sign[2] :])  # -$5 is $-5
        measure, rest = _number(amount, money=money)
        if measure:
            return _after_sign(measure, sign[0], rest)
    measure, rest = _number(words, money=money)
    return _with_unit(measure, rest) if measure else _named(words)


def _number(words: Sequence[Token], *, money: bool) -> tuple[Measure | None, Sequence[Token]]:
    """Read the number with which the words begin, and give the words that are left."""
    negative = _is_minus(words)
    number = read_number(words, int(negative), million=_millions(words, money=money))
    if number is None:
        if negative:
            raise ValueError("no number follows the minus")
        return None, words
    after = leading(words[number.end :], after=True)
    rest = words[number.end + (after[1] if after else 0) :]
    number = _negated(number) if negative else number
    return Measure(number, None, after[0] if after else None), rest


def _is_minus(words: Sequence[Token]) -> bool:
    return bool(words) and words[0].key in {"-", "minus", "ناقص"}


def _after_sign(measure: Measure, sign: Unit, rest: Sequence[Token]) -> Measure:
    """Take the unit that stands before the number, unless another follows it."""
    again = find_unit(rest)
    tail = rest[again[2] :] if again and again[0] == sign else rest
    if tail and not _says_of_what(tail):
        raise ValueError(f"{tail[0].text!r} follows an amount of {sign.symbol}")
    return evolve(measure, unit=sign)


def _negated(number: Number) -> Number:
    return evolve(number, numerals=tuple(Numeral(-n.value, n.step) for n in number.numerals))


def _named(words: Sequence[Token]) -> Measure:
    """Read a unit that holds its own number: `a year`, `سنتان`, `يوم واحد`, `سنة ونصف`."""
    article = int(words[0].key in {"a", "an"}) if words else 0
    found = find_unit(words[article:])
    if found is None:
        raise ValueError("there is no number")
    _, count, length = found
    name, rest = words[article : article + length], words[article + length :]
    counted = bool(rest) and rest[0].term == Term(Kind.ADDEND, count)
    if not article and count == 1 and not counted and not (rest and _part(rest)):
        raise ValueError("there is no number")
    measure = Measure(Number((whole(count),), 0), None)
    return _with_unit(measure, (*name, *rest[int(counted) :]), named=True)


def _with_unit(measure: Measure, rest: Sequence[Token], *, named: bool = False) -> Measure:
    if not rest:
        return measure
    _refuse_unclear(rest)
    found = find_unit(rest)
    if found is None:
        return evolve(measure, unit=_counted(rest))
    one, count, length = found
    if count > 1 and not named:
        raise ValueError(f"{rest[0].text!r} means two of it, after another number")
    tail = rest[length:]
    if not tail or _says_of_what(tail) or _says_old(tail):
        return evolve(measure, unit=one)
    part = _part(tail)
    if part is None:
        raise ValueError(f"{tail[0].text!r} follows the unit {one.symbol}")
    numerals = tuple(Numeral(n.value + part, Fraction(1, 10)) for n in measure.number.numerals)
    return Measure(evolve(measure.number, numerals=numerals), one, measure.after)


def _says_of_what(tail: Sequence[Token]) -> bool:
    return tail[0].key in _OF and len(tail) > 1 and _are_words(tail)


def _says_old(tail: Sequence[Token]) -> bool:
    return [word.key for word in tail] == ["old"]


def _part(tail: Sequence[Token]) -> Fraction | None:
    """Read the `and a half` of `two years and a half`."""
    if not _is(tail[0], Kind.AND):
        return None
    parts = [word for word in tail[1:] if not _is(word, Kind.ARTICLE)]
    if len(parts) == 1 and parts[0].term and _is(parts[0], Kind.PART):
        return Fraction(1, parts[0].term.value)
    return None


def _counted(rest: Sequence[Token]) -> Unit:
    """Take unknown words as what is counted: `35 bodies`."""
    noun = rest[1:] if rest[0].key in _OF else rest
    if not noun or len(noun) > _LONGEST_NOUN or not _are_words(noun):
        raise ValueError(
            f"{rest[0].text!r} is no unit, nor are the words after it a thing to count"
        )
    if noun[0].key in CONNECTIVES:
        raise ValueError(f"no number follows {noun[0].text!r}")
    if noun[0].key in _ORDINALS:
        raise ValueError("it is a place in an order, not an amount")
    _refuse_unclear(noun)
    name = " ".join(word.text for word in noun).lower()
    return Unit(name, "count", PLAIN.factor, name)


def _are_words(words: Sequence[Token]) -> bool:
    return all(word.is_word and (not word.term or word.term.kind in _SMALL_WORDS) for word in words)


_SMALL_WORDS: Final = frozenset({Kind.AND, Kind.ARTICLE, Kind.POINT})


def _refuse_unclear(words: Sequence[Token]) -> None:
    meanings = UNCLEAR.get(words[0].key)
    if meanings and find_unit(words) is None:
        raise ValueError(f"{words[0].text!r} may be {meanings}")


def _millions(words: Sequence[Token], *, money: bool) -> frozenset[int]:
    places = set()
    for place, word in enumerate(words):
        if word.key != "m":
            continue
        after = words[place + 1] if place + 1 < len(words) else None
        counted = after is not None and after.is_word and after.key not in _EXTENT
        if money or word.text == "M" or counted:
            places.add(place)
    return frozenset(places)


def _is(word: Token, kind: Kind) -> bool:
    return word.term is not None and word.term.kind is kind
