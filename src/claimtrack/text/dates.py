"""Dates as people know them: an interval of minutes, perhaps uncertain, perhaps without a zone.

The text form is EDTF level 1 (ISO 8601-2); the grammar is in `claimtrack.text.edtf`. Dates are
never compared as points: one is *before* another only if it certainly is, and two dates that are
not before each other either way *overlap*, which means that they can be equal.

A qualified date (`~`, `?`, `%`) means its neighbourhood: it is widened on both sides by one unit of
its own precision, so `2025~` runs from 2024 to 2026 and `2025-04-17?` from the 16th to the 18th.
The writer has said that the printed unit may be wrong; the next unit on either side is the least
that the mark can mean, and a smaller margin would turn a doubt into a conflict.

Moments are counted in minutes: seconds are read and dropped, so two times in one minute overlap.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from claimtrack.text.edtf import DAY, LAST, MAX, MIN, ZONE_SLACK, read
from claimtrack.text.fold import WESTERN_DIGITS

__all__ = ["MAX", "MIN", "Date", "parse_date", "western"]

_DATE: Final = len("2025-04-17")
_MOMENT: Final = len("2025-04-17T14:05+03:00")


@frozen
class Date:
    """A date or an interval of dates; equal to another of the same text.

    `lower` and `upper` are the earliest and the latest minute that it can mean, both inclusive,
    counted from 0001-01-01T00:00 of the local calendar; `MIN` and `MAX` where it is open. `zone`
    is the offset from UTC in minutes, None where none is written.
    """

    text: str
    lower: int = field(eq=False)
    upper: int = field(eq=False)
    zone: int | None = field(default=None, eq=False)
    uncertain: bool = field(default=False, eq=False)
    approximate: bool = field(default=False, eq=False)

    def __str__(self) -> str:
        return self.text

    def before(self, other: "Date") -> bool:
        """Tell whether every moment of this date certainly precedes every moment of the other.

        Two dates with a zone are compared in UTC, two without on the local calendar. One of each
        is compared with room for any zone on Earth: `2025-04-17` and `2025-04-17T01:00+03:00` are
        never in a certain order.
        """
        if self.zone == other.zone:
            return self.upper < other.lower
        latest = self.upper + ZONE_SLACK if self.zone is None else self.upper - self.zone
        earliest = other.lower - ZONE_SLACK if other.zone is None else other.lower - other.zone
        return latest < earliest

    def overlaps(self, other: "Date") -> bool:
        """Tell whether the two dates can be equal: neither is before the other."""
        return not self.before(other) and not other.before(self)

    def day(self) -> "Date":
        """Give this date in whole days of its own calendar and without its zone."""
        lower = self.lower if self.lower == MIN else self.lower - self.lower % DAY
        upper = self.upper if self.upper == MAX else self.upper - self.upper % DAY + DAY - 1
        if self.zone is None and (lower, upper) == (self.lower, self.upper):
            return self
        return _between(lower, upper, None)

    def gap_days(self, other: "Date") -> int:
        """Count the days from the nearest day of one date to the nearest of the other.

        Each date's days are those of its own calendar. Zero when they overlap or fall on one day;
        one from the 17th to the 18th.
        """
        if self.before(other):
            return max(0, other.lower // DAY - self.upper // DAY)
        if other.before(self):
            return max(0, self.lower // DAY - other.upper // DAY)
        return 0

    def widened(self, days: int) -> "Date":
        """Give the interval that begins and ends so many days further out.

        It stops at the ends of the calendar, and an open end stays open.

        Raises:
            ValueError: days is negative.

        """
        if days < 0:
            raise ValueError(f"a date can be widened by 0 days or more, not by {days}")
        if days == 0:
            return self
        lower = self.lower if self.lower == MIN else max(0, self.lower - days * DAY)
        upper = self.upper if self.upper == MAX else min(LAST, self.upper + days * DAY)
        return _between(lower, upper, self.zone)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A total order of dates that agrees with `before`: earliest moment, latest, text."""
        zone = self.zone or 0
        return self.lower - zone, self.upper - zone, self.text


@lru_cache(maxsize=65536)
def parse_date(text: str) -> Date:
    """Read a date of EDTF level 1.

    Raises:
        ValueError: the text is not such a date; the message says what was found and expected.

    """
    # The two common shapes, read at little cost; the grammar explains what they cannot be.
    if text[4:5] == text[7:8] == "-" and text.isascii():
        try:
            if len(text) == _DATE:
                lower = (date.fromisoformat(text).toordinal() - 1) * DAY
                return Date(text, lower, lower + DAY - 1)
            # The library takes +02:60 for an offset.
            if len(text) == _MOMENT and text[10] == "T" and text[16] in "+-" and text[20] < "6":
                return _moment(text, datetime.fromisoformat(text))
        except ValueError:
            pass
    return Date(text, *read(text))


def western(text: str) -> str | None:
    """Give a date in Western digits that is written in Arabic or Persian ones; None for others."""
    written = text.translate(WESTERN_DIGITS)
    try:
        return None if written == text else parse_date(written).text
    except ValueError:
        return None


def _moment(text: str, moment: datetime) -> Date:
    minutes = (moment.toordinal() - 1) * DAY + moment.hour * 60 + moment.minute
    offset = moment.utcoffset() or timedelta()
    zone = offset.days * DAY + offset.seconds // 60
    if abs(zone) > ZONE_SLACK:
        raise ValueError(text)
    return Date(text, minutes, minutes, zone)


def _between(lower: int, upper: int, zone: int | None) -> Date:
    """Give the date of these bounds under the text that names them."""
    days = zone is None and (lower == MIN or lower % DAY == 0)
    days = days and (upper == MAX or upper % DAY == DAY - 1)
    start = ".." if lower == MIN else _text(lower, zone, days=days)
    end = ".." if upper == MAX else _text(upper, zone, days=days)
    return Date(start if start == end else f"{start}/{end}", lower, upper, zone)


def _text(moment: int, zone: int | None, *, days: bool) -> str:
    day, minutes = divmod(moment, DAY)
    text = date.fromordinal(day + 1).isoformat()
    if days:
        return text
    text += f"T{minutes // 60:02}:{minutes % 60:02}"
    if zone is None:
        return text
    sign = "-" if zone < 0 else "+"
    return f"{text}{sign}{abs(zone) // 60:02}:{abs(zone) % 60:02}"
