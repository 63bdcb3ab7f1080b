"""Numbers in digits, as they are printed: which values a run of digits and marks can have.

A point or a comma may group digits or begin a fraction; where the notation leaves that open, both
readings are kept. The rules, for the marks between Western digits (other scripts' digits are
respelled first):

- `٫` begins a fraction and `٬` groups, always (Unicode names them so);
- a mark that stands several times groups, and so does the first of two different marks;
- a mark not followed by exactly three digits begins a fraction, as in `4,48`;
- one `,` before three digits groups; one `.` or `،` before three digits may do either: `363.869`;
- a space or an apostrophe groups;
- `/` between two small numbers is a fraction: `2/3`;
- `ر` is the fraction mark of Arabic wires. They write the fraction first (`7ر59` for 59.7), but
  some print it in the reading order of the page, so both readings are kept.
"""

from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from claimtrack.text.regex import regex

NUMERAL: Final = (
    r"[1-9]/(?:10|[2-9])(?![0-9/])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,٫][0-9]+)?|[0-9]+(?:[.,٫٬،'ر][0-9]+)*"
)
"""A regular expression for a run of digits and marks in respelled text."""

_MARKS = regex(r"([ .,٫٬،'ر/])")
_GROUP: Final = 3
_ALWAYS_GROUPS = frozenset(" '٬")
_MAY_DO_EITHER = frozenset(".،")


class Numeral(NamedTuple):
    """A value, and the unit of the last digit that carries information: 100 in 400, 0.1 in 4.8."""

    value: Fraction
    step: Fraction

    def scaled(self, factor: Fraction | int) -> "Numeral":
        """Multiply the value and its step."""
        return Numeral(self.value * factor, self.step * factor)


def whole(value: int) -> Numeral:
    """Give the numeral of an integer; its closing zeros carry no information."""
    digits = str(value)
    zeros = len(digits) - len(digits.rstrip("0")) if value else 0
    return Numeral(Fraction(value), Fraction(10**zeros))


def read_numeral(text: str) -> tuple[Numeral, ...]:
    """Give every value that a run of digits and marks can have, the likelier first.

    Raises:
        ValueError: the marks neither group the digits by three nor begin one fraction.

    """
    parts = _MARKS.split(text)
    groups, marks = parts[::2], parts[1::2]
    if not marks:
        return (whole(int(text)),)
    if "/" in marks:
        return (_proper(text, *map(int, groups)),)
    if "ر" in marks:
        return _wire_decimal(text, groups)
    readings = []
    if _can_begin_fraction(groups, marks):
        readings.append(_decimal("".join(groups[:-1]), groups[-1]))
    if _can_group(groups, marks):
        readings.append(whole(int("".join(groups))))
    if not readings:
        raise ValueError(f"{text!r} groups its digits neither by three nor before one fraction")
    return tuple(readings)


def _proper(text: str, share: int, parts: int) -> Numeral:
    if share >= parts:
        raise ValueError(f"{text!r} is no fraction of a whole")
    return Numeral(Fraction(share, parts), Fraction(1, 10))


def _wire_decimal(text: str, groups: list[str]) -> tuple[Numeral, ...]:
    if len(groups) != len(("whole", "fraction")):
        raise ValueError(f"{text!r} has more than one fraction")
    first, second = groups
    readings = (_decimal(second, first), _decimal(first, second))
    return readings[:1] if readings[0] == readings[1] else readings


def _decimal(digits: str, fraction: str) -> Numeral:
    step = Fraction(1, 10 ** len(fraction))
    return Numeral(int(digits + fraction) * step, step)


def _can_begin_fraction(groups: list[str], marks: list[str]) -> bool:
    last = marks[-1]
    if last in _ALWAYS_GROUPS or last in marks[:-1]:
        return False
    if len(marks) > 1:
        return _grouped(groups[:-1]) and len(set(marks[:-1])) == 1 and "٫" not in marks[:-1]
    return last in _MAY_DO_EITHER or last == "٫" or not _grouped(groups)


def _can_group(groups: list[str], marks: list[str]) -> bool:
    return len(set(marks)) == 1 and marks[0] != "٫" and _grouped(groups)


def _grouped(groups: list[str]) -> bool:
    """Tell whether these are groups of three digits, the first of one to three."""
    if len(groups) == 1:
        return True
    if not 1 <= len(groups[0]) <= _GROUP or groups[0].startswith("0"):
        return False
    return all(len(second) == _GROUP for _, second in pairwise(groups))
