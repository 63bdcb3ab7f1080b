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
from claimtrack.text.units import PLAIN, SHARE, UNCLEAR, Unit, find_unit

_LONGEST_NOUN: Final = 6
_OF: Final = frozenset({"of", "من"})
_RELATIVE: Final = frozenset({"الذي", "التي", "الان"})
_THOUSAND: Final = 1000
_TEN: Final = 10
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
    if words[:1] and words[0].key == "+":
        words = words[1:]
    measure, rest = _number(words, money=money)
    return _with_unit(measure, rest) if measure else _named(words)


def extent(words: Sequence[Token]) -> int:
    """Count the words of the number with its unit with which the words begin; 0 without one.

    What is counted is left out. Words of numbers that make none are taken as far as they do.
    """
    sign = find_unit(words)
    if sign and not sign[0].stands_before:
        return sign[2] + _tail_extent(words[sign[2] :], sign[0], words[: sign[2]]) * (sign[1] > 1)
    start = sign[2] if sign else 0
    start += _is_minus(words[start:])
    money = sign is not None and sign[0].is_money
    number = _longest_number(words, start, _millions(words, money=money))
    if number is None:
        return 0
    after = leading(words[number.end :], after=True)
    end = number.end + (after[1] if after else 0)
    bare = _unlinked(words[end:], share=number.share)
    unit = find_unit(bare)
    if unit is None or unit[1] > 1 or (sign and sign[0] != unit[0]):
        return end
    name, tail = bare[: unit[2]], bare[unit[2] :]
    return len(words) - len(tail) + _tail_extent(tail, unit[0], name)


def _longest_number(words: Sequence[Token], start: int, million: frozenset[int]) -> Number | None:
    for end in range(len(words), start, -1):
        try:
            return read_number(words[:end], start, million=million)
        except ValueError:
            continue
    return None


def _tail_extent(tail: Sequence[Token], one: Unit, name: Sequence[Token]) -> int:
    """Count the words that add to a number behind its unit."""
    rest = tail
    while rest:
        smaller = _smaller(rest, one)
        if smaller is None:
            break
        _, one, rest = smaller
    if rest and _is(rest[0], Kind.AND):
        longest = next((n for n in (5, 4, 3, 2) if _part(rest[:n], name) is not None), 0)
        rest = rest if _is_of_another(rest[longest:]) else rest[longest:]
    return len(tail) - len(rest)


def _is_of_another(rest: Sequence[Token]) -> bool:
    """Tell that a part is one of something else: `5% and half of the town`, `نصف السكان`."""
    if not rest or not rest[0].is_word or rest[0].key in CONNECTIVES:
        return False
    definite = rest[0].key.startswith("ال") and rest[0].key not in _RELATIVE
    return definite or rest[0].key in _OF


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
    one, count, length = found
    name, rest = words[article : article + length], words[article + length :]
    counted = bool(rest) and rest[0].term == Term(Kind.ADDEND, count)
    further = bool(rest) and (_part(rest, name) is not None or _smaller(rest, one) is not None)
    if not article and count == 1 and not counted and not further:
        raise ValueError("there is no number")
    measure = Measure(Number((whole(count),), 0), None)
    return _with_unit(measure, (*name, *rest[int(counted) :]), named=True)


def _with_unit(measure: Measure, rest: Sequence[Token], *, named: bool = False) -> Measure:
    if not rest:
        return evolve(measure, unit=SHARE) if measure.number.share else measure
    _refuse_unclear(rest)
    bare = _unlinked(rest, share=measure.number.share)
    found = find_unit(bare)
    if found is None:
        counted = _counted(rest)
        return evolve(measure, unit=SHARE if measure.number.share else counted)
    one, count, length = found
    if count > 1 and not named:
        raise ValueError(f"{bare[0].text!r} means two of it, after another number")
    return _with_tail(evolve(measure, unit=one), one, bare[:length], bare[length:])


def _unlinked(rest: Sequence[Token], *, share: bool) -> Sequence[Token]:
    """Leave out what links a number to its unit: `thousands of tonnes`, `a quarter of an hour`."""
    start = int(bool(rest) and rest[0].key in _OF)
    if share and rest[start:] and rest[start].key in {"a", "an"}:
        start += 1
    return rest[start:] if find_unit(rest[start:]) else rest


def _with_tail(
    measure: Measure, one: Unit, name: Sequence[Token], tail: Sequence[Token]
) -> Measure:
    """Add what stands behind a unit: `and a half`, `and 30 minutes`."""
    numerals, last = measure.number.numerals, one
    while tail and not (_says_of_what(tail) or _says_old(tail)):
        part, smaller = _part(tail, name), _smaller(tail, last)
        if part is not None:
            # Two million dollars and a half are 2.5 million.
            scale = next((one for one in measure.number.scales if one >= _THOUSAND), 1)
            added, tail = Numeral(part, Fraction(1, _TEN)).scaled(scale), ()
        elif smaller is not None:
            number, last, tail = smaller
            added = number.scaled(last.factor / one.factor)
        else:
            raise ValueError(f"{tail[0].text!r} follows the unit {last.symbol}")
        numerals = tuple(Numeral(n.value + added.value, added.step) for n in numerals)
    return evolve(measure, number=evolve(measure.number, numerals=numerals))


def _smaller(tail: Sequence[Token], one: Unit) -> tuple[Numeral, Unit, Sequence[Token]] | None:
    """Read less than one of a unit in a smaller one: the minutes of `2 hours and 30 minutes`."""
    start = 0
    while start < len(tail) and (tail[start].key == "," or _is(tail[start], Kind.AND)):
        start += 1
    found = find_unit(tail[start:])
    if found and found[1] > 1:  # ثلاث سنوات وشهران
        numeral, end = whole(found[1]), start
    else:
        number = _longest_number(tail, start, frozenset())
        found = find_unit(tail[number.end :]) if number else None
        if number is None or len(number.numerals) > 1 or number.vague or not found or found[1] > 1:
            return None
        numeral, end = number.numerals[0], number.end
    smaller, _, length = found
    fits = smaller.dimension == one.dimension and numeral.value * smaller.factor < one.factor
    return (numeral, smaller, tail[end + length :]) if fits else None


def _says_of_what(tail: Sequence[Token]) -> bool:
    return tail[0].key in _OF and len(tail) > 1 and _are_words(tail)


def _says_old(tail: Sequence[Token]) -> bool:
    return [word.key for word in tail] == ["old"]


def _part(tail: Sequence[Token], name: Sequence[Token]) -> Fraction | None:
    """Read the `and a half` of `two years and a half`; Arabic may name the unit or scale again."""
    if not _is(tail[0], Kind.AND):
        return None
    unit, again = find_unit(name), find_unit(tail[2:])
    same = unit and again and unit[0] == again[0] and again[2] == len(tail[2:])
    if same or [_is(word, Kind.SCALE) for word in tail[2:]] == [True]:
        tail = tail[:2]
    parts = [word for word in tail[1:] if not _is(word, Kind.ARTICLE)]
    if len(parts) == 1 and parts[0] is tail[-1] and parts[0].term and _is(parts[0], Kind.PART):
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
