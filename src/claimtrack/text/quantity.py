"""Quantities as people print them, each with every interval that it can mean.

Two quantities disagree only if they cannot both hold, so each notation is read as widely as it can
honestly be meant, and no wider:

- A number is exact as printed: `4.8%` is not `4.83%`.
- `about`, `nearly`, `~`, `نحو` widen a number on both sides by half a unit of its last significant
  digit or by a tenth, whichever is more: `about 400` is 350 to 450, `about 35` is 31.5 to 38.5.
- A bound (`more than`, `at most`, `لا يقل عن`) is open to one side; so is a vague plural, of which
  there are at least two: `dozens` is 24 or more, `آلاف` 2,000 or more.
- A notation that may group digits or begin a fraction keeps both readings: `363.869`.
- A fraction in words is a share of the whole, `a third` 33.3%, and may be off by a twentieth
  against a percentage.
- A `ton` is 1,000 kg. Money is never exchanged. `m` is metres after a bare number, and a million
  beside money or before a noun (`$5m`, `5m people`).
- Whoever converts a value rounds it. Between units of different systems (miles and kilometres) each
  value may be off by half a unit of its last significant digit, at most by a twentieth.
- Seconds to weeks share a dimension, and so do months to centuries. Between the two a month counts
  as 28 to 31 days.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from attrs import evolve, frozen

from claimtrack.text.excerpt import shown
from claimtrack.text.frames import read_framed
from claimtrack.text.numerals import Numeral
from claimtrack.text.quantity_reader import Interpretation, Reading, read_quantity
from claimtrack.text.tokens import Token, tokens
from claimtrack.text.units import PLAIN, SHARE, find_unit, unit

__all__ = [
    "Quantity",
    "Reading",
    "can_equal",
    "comparable",
    "converted",
    "explain",
    "in_unit",
    "parse_quantity",
    "quantity_of",
    "scale",
    "system",
    "unrounded",
]

_LONGEST: Final = 200
_EXPECTED: Final = (
    "expected a number with or without a unit, such as 400 kg, about 400, more than 400 "
    "or 400-450 kg"
)
_DECIMALS: Final = 4
_DAY: Final = 86_400
_TEN: Final = 10
_TWENTY: Final = 20
_MONTH_IN_SECONDS: Final = (Fraction(28 * _DAY), Fraction(31 * _DAY))
_NUMBERS: Final = frozenset({"plain", "count"})
_DURATIONS: Final = frozenset({"duration", "calendar duration"})


@frozen
class Quantity:
    """A printed quantity.

    `text` is as written. `readings` are the intervals that it can mean, the likelier first, in the
    base unit of `dimension` (the units and their bases are in `units.toml`). `unit` is the symbol
    of its unit, or the noun that is counted, in lower case; None where nothing is written. `last`
    is every value that its last number can have, in that unit, which is `factor` base units.
    """

    text: str
    readings: tuple[Reading, ...]
    unit: str | None
    dimension: str
    last: tuple[Numeral, ...] = ()
    factor: Fraction = Fraction(1)

    @property
    def rounding(self) -> Fraction:
        """By how much, in base units, its printed digits may be off, had they been converted.

        Half a unit of the last significant digit, at most a twentieth.
        """
        ways = (min(one.step / 2, abs(one.value) / _TWENTY) for one in self.last)
        return max(ways, default=Fraction(0)) * self.factor

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse_quantity(text: str) -> Quantity:
    """Read a quantity, in English or Arabic words and the digits of either script.

    Raises:
        ValueError: the text is no quantity; the message says what was found and expected.

    """
    if len(text) > _LONGEST:
        raise ValueError(f"{shown(text)} is longer than {_LONGEST} characters; {_EXPECTED}")
    if not text.strip():
        raise ValueError(f"{shown(text)} is empty; {_EXPECTED}")
    try:
        return _quantity(text, read_framed(text) or read_quantity(tokens(text)))
    except ValueError as error:
        raise ValueError(f"{shown(text)} is not a quantity: {error}; {_EXPECTED}") from None


def quantity_of(text: str, words: Sequence[Token]) -> Quantity:
    """Read a quantity from the words of a text. Raises `ValueError` where they are none."""
    return _quantity(text, read_quantity(words))


def _quantity(text: str, read: Interpretation) -> Quantity:
    one = read.unit
    return Quantity(text, read.readings, one.symbol or None, one.dimension, read.last, one.factor)


def in_unit(a: Quantity, name: str) -> Quantity:
    """Give a bare number the unit that its proposition names; a unit that is written stands.

    A name that is no unit of the table is the noun that is counted.
    """
    if a.dimension != PLAIN.dimension:
        return a
    words = tokens(name)
    found = find_unit(words)
    if found is None or found[2] != len(words):
        return evolve(a, unit=name.lower(), dimension="count")
    one = found[0]
    readings = tuple(
        evolve(
            r,
            lower=None if r.lower is None else r.lower * one.factor,
            upper=None if r.upper is None else r.upper * one.factor,
        )
        for r in a.readings
    )
    return Quantity(a.text, readings, one.symbol, one.dimension, a.last, one.factor)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities measure the same thing.

    Counts are comparable whatever their nouns, which paraphrase each other (35 bodies, 11 people):
    the proposition says what is counted. A number without a unit is comparable with a count and
    with its like, but not with a measure, whose unit it may or may not have left out.
    """
    return scale(a) == scale(b)


def can_equal(a: Quantity, b: Quantity) -> bool:
    """Tell whether some reading of one can hold together with some reading of the other.

    False for quantities that are not comparable.
    """
    if not comparable(a, b):
        return False
    left, right = a.readings, b.readings
    if system(a) != system(b):
        left, right = converted(a), converted(b)
    return any(_meet(one, other) for one in left for other in right)


def scale(a: Quantity) -> str:
    """Name what it measures: quantities are comparable if and only if they share a scale."""
    if a.dimension in _NUMBERS:
        return "number"
    return "duration" if a.dimension in _DURATIONS else a.dimension


def system(a: Quantity) -> str:
    """Name the units of its scale among which it is compared exactly, by its `readings`.

    They are those that a shift of the decimal point converts; all units of a clock, or all of a
    calendar; all counts.
    """
    if a.dimension in _NUMBERS | _DURATIONS:
        return scale(a) if a.dimension in _NUMBERS else a.dimension
    return SHARE.symbol if a.unit == SHARE.symbol else _mantissa(a.unit or "")


def converted(a: Quantity) -> tuple[Reading, ...]:
    """Give the readings by which it is compared with a quantity of another system.

    Numbers have one system.
    """
    if a.dimension in _NUMBERS:
        return a.readings
    return _in_seconds(a) if a.dimension in _DURATIONS else _rounded(a)


def unrounded(a: Quantity) -> tuple[Reading, ...]:
    """Give the readings that it can have had before somebody rounded it, for those who add up.

    A count is taken for rounded where it ends in zeros: 12 people are 12, 400 may have been 390.
    """
    counted = a.dimension in _NUMBERS and all(one.step <= 1 for one in a.last)
    rounded = a.readings if counted else _rounded(a)
    return _in_seconds(evolve(a, readings=rounded)) if a.dimension in _DURATIONS else rounded


def explain(a: Quantity) -> str:
    """Say in short what a quantity was read as: `350 to 450 kg`, `more than 400`."""
    if a.dimension in _NUMBERS:
        one, name = PLAIN, a.unit or ""
    else:
        one = unit("%" if a.unit == SHARE.symbol else a.unit or "")
        single = all(r.lower == r.upper == one.factor for r in a.readings)
        name = one.symbol if single else one.plural
    said = " or ".join(_said(reading, one.factor) for reading in a.readings)
    return f"{said}{name}" if name == "%" else f"{said} {name}".strip()


@cache
def _mantissa(symbol: str) -> str:
    """Give the digits of a unit's factor, without the place of its decimal point."""
    factor = unit(symbol).factor
    while factor >= _TEN:
        factor /= _TEN
    while factor < 1:
        factor *= _TEN
    return str(factor)


def _rounded(a: Quantity) -> tuple[Reading, ...]:
    rounding = a.rounding
    return tuple(
        evolve(
            r,
            lower=None if r.lower is None else r.lower - rounding,
            upper=None if r.upper is None else r.upper + rounding,
        )
        for r in a.readings
    )


def _in_seconds(a: Quantity) -> tuple[Reading, ...]:
    if a.dimension == "duration":
        return a.readings
    shortest, longest = _MONTH_IN_SECONDS
    return tuple(
        Reading(
            None if r.lower is None else r.lower * (shortest if r.lower > 0 else longest),
            None if r.upper is None else r.upper * (longest if r.upper > 0 else shortest),
            r.lower_open,
            r.upper_open,
        )
        for r in a.readings
    )


def _meet(a: Reading, b: Reading) -> bool:
    return _reaches(a, b) and _reaches(b, a)


def _reaches(a: Reading, b: Reading) -> bool:
    """Tell whether a starts no later than b ends."""
    if a.lower is None or b.upper is None or a.lower < b.upper:
        return True
    return a.lower == b.upper and not a.lower_open and not b.upper_open


def _said(reading: Reading, factor: Fraction) -> str:
    lower = None if reading.lower is None else _number(reading.lower / factor)
    upper = None if reading.upper is None else _number(reading.upper / factor)
    if lower == upper:
        return str(lower)
    if upper is None:
        return f"{'more than' if reading.lower_open else 'at least'} {lower}"
    if lower is None:
        return f"{'less than' if reading.upper_open else 'at most'} {upper}"
    return f"{lower} to {upper}"


def _number(value: Fraction) -> str:
    """Print a value with grouped digits and at most four decimals."""
    integer, decimals = divmod(round(abs(value) * 10**_DECIMALS), 10**_DECIMALS)
    text = f"{'-' if value < 0 else ''}{integer:,}.{decimals:0{_DECIMALS}}"
    return text.rstrip("0").rstrip(".")
