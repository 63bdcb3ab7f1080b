"""From a printed quantity to the intervals that it can mean.

The words before and behind say whether it is a bound or an approximation; a connective between two
numbers makes a range; each number brings its own readings and perhaps its unit.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from attrs import frozen

from claimtrack.text.measures import Measure, read_measure
from claimtrack.text.number_phrase import Number
from claimtrack.text.number_terms import Kind
from claimtrack.text.numerals import Numeral, whole
from claimtrack.text.qualifiers import CONNECTIVES, Qualifier, leading, trailing
from claimtrack.text.tokens import Token, starts_number
from claimtrack.text.units import PLAIN, Unit, find_unit, joined_pair

_BOUNDS: Final = frozenset({Qualifier.MORE, Qualifier.AT_LEAST, Qualifier.LESS, Qualifier.AT_MOST})
_RANGED: Final = frozenset({Qualifier.BETWEEN, Qualifier.FROM})
_TEN: Final = 10
_MOST_QUALIFIERS: Final = 3


@frozen
class Reading:
    """One interval that a quantity can mean, in the base unit of its dimension.

    None is unbounded; an open end does not itself belong to the interval.
    """

    lower: Fraction | None
    upper: Fraction | None
    lower_open: bool = False
    upper_open: bool = False


@frozen
class Interpretation:
    """What a quantity was read as.

    `last` is every value that its last number can have, in its unit.
    """

    readings: tuple[Reading, ...]
    unit: Unit
    last: tuple[Numeral, ...]


def read_quantity(words: Sequence[Token]) -> Interpretation:
    """Give the readings of a quantity, its unit and its last number.

    Raises:
        ValueError: the words are no quantity; the message says what is wrong, not with what.

    """
    qualifiers, ranges = read_ends(words)
    found = [interpret(*ends, qualifiers) for ends in ranges]
    readings = [reading for one in found for reading in one.readings]
    if not readings:
        raise ValueError("its range ends below its start")
    if len(readings) > 1:
        readings = list(dict.fromkeys(readings))
    last = tuple(numeral for one in found for numeral in one.last)
    return Interpretation(tuple(readings), found[0].unit, last)


def read_ends(
    words: Sequence[Token],
) -> tuple[frozenset[Qualifier], list[tuple[Measure, Measure]]]:
    """Give the qualifiers, and the two ends in every way that the words can be cut in two.

    A single number is both of its ends.

    Raises:
        ValueError: the words are no quantity.

    """
    qualifiers, rest = _peel([part for word in words for part in joined_pair(word) or (word,)])
    money = any(word.key == "m" for word in rest) and _speaks_of_money(rest)
    ranges = list(_ranges(rest, between=Qualifier.BETWEEN in qualifiers, money=money))
    if ranges:
        return qualifiers, ranges
    if qualifiers & _RANGED:
        raise ValueError("it names the start of a range and no end")
    single = read_measure(rest, money=money)
    return qualifiers, [(single, single)]


def _peel(words: Sequence[Token]) -> tuple[frozenset[Qualifier], Sequence[Token]]:
    """Take the qualifiers off the front and the end."""
    found = set()
    for _ in range(_MOST_QUALIFIERS):
        front = _leading(words)
        if front:
            found.add(front[0])
            words = words[front[1] :]
    end = trailing(words)
    if end and end[1] < len(words):
        found.add(end[0])
        words = words[: -end[1]]
    if len(found & _BOUNDS) > 1:
        raise ValueError("it is bounded in two ways")
    return frozenset(found), words


def _leading(words: Sequence[Token]) -> tuple[Qualifier, int] | None:
    """Find a qualifier before other words; the `C` of `C$5` is none."""
    front = leading(words)
    if front is None or front[1] >= len(words):
        return None
    sign = find_unit(words)
    return None if sign and sign[2] > front[1] else front


def _speaks_of_money(words: Sequence[Token]) -> bool:
    found = (find_unit(words[place:]) for place in range(len(words)))
    return any(one is not None and one[0].is_money for one in found)


def _ranges(
    words: Sequence[Token], *, between: bool, money: bool
) -> Iterator[tuple[Measure, Measure]]:
    """Give the two ends of the range, in every way that the words can be cut in two.

    Only `between … and …` can be cut in several: `and` also stands inside numbers.
    """
    cuts = [place for place, word in enumerate(words) if between and _is_and(word)]
    if not cuts:
        cuts = [place for place in range(1, len(words) - 1) if _connects(words, place)][:1]
    problems: list[ValueError] = []
    for cut in cuts:
        try:
            ends = _two_ends(words[:cut], words[cut + 1 :], money=money)
        except ValueError as error:
            problems.append(error)
        else:
            yield ends
    if problems and len(problems) == len(cuts):
        raise problems[0]


def _connects(words: Sequence[Token], place: int) -> bool:
    if words[place].key not in CONNECTIVES:
        return False
    after = words[place + 1 :]
    front = _leading(after)
    after = after[front[1] if front else 0 :]
    sign = find_unit(after)
    if sign and (sign[0].stands_before or sign[1] > 1) and sign[2] <= len(after):
        return True
    article = after[0].term is not None and after[0].term.kind is Kind.ARTICLE
    return starts_number(after[0]) or after[0].key == "-" or article


def _is_and(word: Token) -> bool:
    return word.term is not None and word.term.kind is Kind.AND


def _two_ends(
    first: Sequence[Token], last: Sequence[Token], *, money: bool
) -> tuple[Measure, Measure]:
    upper = _end(last, money=money)
    lower = _one_of_two(first, last) or _end(first, money=money)
    # A unit that is written behind the first number closes it; a sign before it does not.
    if not lower.number.scales and (lower.unit is None or find_unit(first) is not None):
        greatest = max(one.value for one in lower.number.numerals)
        least = min(one.value for one in upper.number.numerals)
        shared = next((scale for scale in upper.number.scales if greatest * scale <= least), 1)
        lower = lower.scaled(shared)
    return lower, upper


def _one_of_two(first: Sequence[Token], last: Sequence[Token]) -> Measure | None:
    """Read the hour of `بين ساعة وساعتين`: from one to two, with no number."""
    one, two = find_unit(first), find_unit(last)
    ranged = one and two and one[1] == 1 and two[1] > 1 and one[2] == len(first)
    return Measure(Number((whole(1),), 0), one[0]) if one and ranged else None


def _end(words: Sequence[Token], *, money: bool) -> Measure:
    front = _leading(words)
    if front and front[0] is Qualifier.ABOUT:
        measure = read_measure(words[front[1] :], money=money)
        return Measure(measure.number, measure.unit, Qualifier.ABOUT)
    return read_measure(words, money=money)


def interpret(first: Measure, last: Measure, qualifiers: frozenset[Qualifier]) -> Interpretation:
    """Interpret a range, or one number that is both of its ends."""
    unit = last.unit or first.unit or PLAIN
    if (first.unit or unit).dimension != unit.dimension:
        raise ValueError("its two ends have different units")
    lows, highs = first.number.numerals, last.number.numerals
    # Two ends that are ambiguous in the same way are read in the same way.
    pairs = zip(lows, highs, strict=True) if len(lows) == len(highs) else product(lows, highs)
    bounds = qualifiers
    if first.after or last.after:
        bounds |= {end.after for end in (first, last) if end.after}
    readings = []
    for low, high in pairs:
        lower, upper = _around(low, first, unit, qualifiers)
        if first is not last:
            upper = _around(high, last, unit, qualifiers)[1]
        if lower <= upper:
            readings.append(_bounded(lower, upper, bounds, vague=last.number.vague))
    return Interpretation(tuple(readings), unit, highs)


def _around(
    numeral: Numeral, end: Measure, unit: Unit, qualifiers: frozenset[Qualifier]
) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest value of a number, in base units."""
    value, step = numeral
    factor = (end.unit or unit).factor
    if Qualifier.ABOUT not in qualifiers and end.after is not Qualifier.ABOUT:
        exact = _times(value, factor)
        return exact, exact
    margin = max(step / 2, abs(value) / _TEN)
    return _times(value - margin, factor), _times(value + margin, factor)


def _times(value: Fraction, factor: Fraction) -> Fraction:
    """Multiply; most factors are one, and fractions multiply slowly."""
    return value if factor == 1 else value * factor


def _bounded(
    lower: Fraction, upper: Fraction, qualifiers: frozenset[Qualifier], *, vague: bool
) -> Reading:
    if not qualifiers and not vague:
        return Reading(lower, upper)
    if Qualifier.LESS in qualifiers or Qualifier.AT_MOST in qualifiers:
        return Reading(None, upper, upper_open=Qualifier.LESS in qualifiers)
    if Qualifier.MORE in qualifiers or Qualifier.AT_LEAST in qualifiers or vague:
        return Reading(lower, None, lower_open=Qualifier.MORE in qualifiers)
    return Reading(lower, upper)
