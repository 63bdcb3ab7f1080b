"""The grammar of dates: EDTF level 1 (ISO 8601-2, annex A) read into bounds in minutes.

What is read: years, months and days; times of day with or without a time zone; unspecified digits
from the right (`201X`, `20XX`, `2025-XX`, `2025-04-XX`, `2025-XX-XX`); seasons; the qualifiers
`?` (uncertain), `~` (approximate) and `%` (both); intervals with open (`..`) or unknown (empty)
ends. What is left out: years outside 0001 to 9999, for which news has no use.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from claimtrack.text.excerpt import shown
from claimtrack.text.regex import regex

DAY: Final = 24 * 60
"""Minutes in a day."""

MIN: Final = -(2**62)
"""The lower bound of an interval whose start is open or unknown."""

MAX: Final = 2**62
"""The upper bound of an interval whose end is open or unknown."""

ZONE_SLACK: Final = 14 * 60
"""No place on Earth keeps a local time further than this from UTC, in minutes."""

LAST: Final = date.max.toordinal() * DAY - 1
"""The last minute of the calendar, 9999-12-31T23:59; its first minute is 0."""

_EXPECTED = "expected a date such as 2025-04-17, 2025-04, 2025~ or 2025-04/.."
_LONGEST = 80

_ONE_DATE = regex(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?P<zone>"
    r"Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
    r"(?P<qualifier>[?~%])?"
)

_SEASON = 3
"""Months in a season."""

# Levels 0 and 1 of EDTF do not say in which hemisphere a season falls, nor by which calendar it
# is counted. Read as northern, from the first day of its meteorological season to the end of the
# month in which its astronomical one ends: (first month, months). "Winter 2001" is printed both
# for the winter that ends in 2001 and for the one that begins in it, so it spans the two.
_SEASONS = {21: (3, 4), 22: (6, 4), 23: (9, 4), 24: (0, 16)}


class Bounds(NamedTuple):
    """The earliest and the latest minute that a date can mean, and how sure its writer was."""

    lower: int
    upper: int
    zone: int | None = None
    uncertain: bool = False
    approximate: bool = False


def read(text: str) -> Bounds:
    """Give the bounds of an EDTF level 1 text.

    Raises:
        ValueError: the text is not such a date, or names one that no calendar has.

    """
    if len(text) > _LONGEST or not text.isascii():
        raise ValueError(_why_not_characters(text))
    start, slash, end = text.partition("/")
    return _interval(text, start, end) if slash else _one(text, text)


def _interval(text: str, start: str, end: str) -> Bounds:
    opens, closes = start in ("", ".."), end in ("", "..")
    if opens and closes:
        raise ValueError(f"{shown(text)} names neither a start nor an end; {_EXPECTED}")
    if opens:
        return _one(text, end)._replace(lower=MIN)
    if closes:
        return _one(text, start)._replace(upper=MAX)
    first, last = _one(text, start), _one(text, end)
    lower, upper, zone = first.lower, last.upper, None
    # Ends that do not share the writing of a time zone are read on the local calendar.
    if first.zone is not None and last.zone is not None:
        zone = first.zone
        upper += first.zone - last.zone
    if upper < lower:
        raise ValueError(f"{shown(text)} ends before it begins; {_EXPECTED}")
    return Bounds(
        lower,
        upper,
        zone,
        uncertain=first.uncertain or last.uncertain,
        approximate=first.approximate or last.approximate,
    )


def _one(text: str, part: str) -> Bounds:
    match = _ONE_DATE.fullmatch(part)
    if match is None:
        raise ValueError(_why_not_shape(text, part))
    year, month, day, hour, minute, second, zone, qualifier = match.groups()
    if hour is not None:
        if qualifier:
            raise ValueError(
                f"{shown(text)} qualifies a time of day; only a date takes {qualifier}"
            )
        return _moment(text, _day(text, year, month, day), (hour, minute, second or "00"), zone)
    if day is not None and day != "XX":
        lower = _day(text, year, month, day)
        return _qualified(lower, lower + DAY - 1, DAY, qualifier)
    first, count, unit = _months(text, year, month, day)
    if qualifier:
        first, count = first - unit, unit + count + unit
    lower, upper = _month_start(first), _month_start(first + count) - 1
    return _qualified(lower, upper, 0, qualifier)


def _qualified(lower: int, upper: int, margin: int, qualifier: str | None) -> Bounds:
    if not qualifier:
        return Bounds(lower, upper)
    return Bounds(
        max(lower - margin, 0),
        min(upper + margin, LAST),
        uncertain=qualifier != "~",
        approximate=qualifier != "?",
    )


def _day(text: str, year: str, month: str, day: str) -> int:
    if "X" in year + month + day:
        raise ValueError(
            f"{shown(text)} leaves digits open before others that it names; only the last can be X"
        )
    months = _year(text, year) * 12 + _month(text, month)
    try:
        return (date(months // 12, months % 12 + 1, int(day)).toordinal() - 1) * DAY
    except ValueError:
        raise ValueError(f"{shown(text)} has no such day; {_EXPECTED}") from None


def _months(text: str, year: str, month: str | None, day: str | None) -> tuple[int, int, int]:
    """Give the first month, counted from January of year 0, how many there are, and the precision.

    The precision is in months too: what one unit of the written date spans.
    """
    open_digits = year.count("X")
    if open_digits:
        if month is not None:
            raise ValueError(f"{shown(text)} leaves the year open but names a month; {_EXPECTED}")
        span = 12 * 10**open_digits
        return int(year.replace("X", "0")) * 12, span, span
    january = _year(text, year) * 12
    if month is None or month == "XX":
        return january, 12, 12
    if day is None and int(month) in _SEASONS:
        first, count = _SEASONS[int(month)]
        return january + first - 1, count, _SEASON
    return january + _month(text, month), 1, 1


def _year(text: str, year: str) -> int:
    if year == "0000":
        raise ValueError(f"{shown(text)} has no such year; years run from 0001 to 9999")
    return int(year)


def _month(text: str, month: str) -> int:
    """Give the place of a month in its year, from 0 to 11."""
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - a year has twelve months
        raise ValueError(f"{shown(text)} has no such month; {_EXPECTED}")
    return int(month) - 1


def _month_start(index: int) -> int:
    year, month = divmod(index, 12)
    if year < 1:
        return 0
    if year > date.max.year:
        return LAST + 1
    return (date(year, month + 1, 1).toordinal() - 1) * DAY


def _moment(text: str, day: int, clock: tuple[str, str, str], zone: str | None) -> Bounds:
    """Give the minute of a time of day; its seconds are checked and dropped."""
    hour, minute, second = map(int, clock)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - the ends of a clock are known
        raise ValueError(f"{shown(text)} has no such time of day; expected 00:00 to 23:59")
    moment = day + hour * 60 + minute
    return Bounds(moment, moment, None if zone is None else _offset(text, zone))


def _offset(text: str, zone: str) -> int:
    if zone == "Z":
        return 0
    minutes = int(zone[4:] or 0)
    offset = int(zone[1:3]) * 60 + minutes
    if offset > ZONE_SLACK or minutes > 59:  # noqa: PLR2004 - an hour has sixty minutes
        raise ValueError(f"{shown(text)} has no such time zone; expected -14:00 to +14:00 or Z")
    return -offset if zone[0] == "-" else offset


def _why_not_characters(text: str) -> str:
    if any(sign.isdecimal() and not sign.isascii() for sign in text):
        return f"{shown(text)} has digits of another script; use Western digits (0-9) in a date"
    return f"{shown(text)} is not a date; {_EXPECTED}"


def _why_not_shape(text: str, part: str) -> str:
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]", part):
        return f"{shown(text)} needs a T between the date and the time, as in 2025-04-17T14:05"
    return f"{shown(text)} is not a date; {_EXPECTED}"
