"""Dates compared as they are written: what an editor means by a day.

`Date.before` leaves room for every zone on Earth, since a finding must be certain. Whoever asks
what had been said by 2 May means the 2 May of whoever wrote the date down, so here two dates are
compared on their own calendars, and in UTC only where both have a zone.
"""

from claimtrack.text.dates import Date

__all__ = ["begins_after", "meets", "over_by"]


def over_by(date: Date, day: Date) -> bool:
    """Tell whether a date was certainly over by the end of a day, or of another interval.

    Every moment that it can mean must be: `2031-05` is over by 31 May, `2031-05-02?` by the 3rd,
    and what has an open end never.
    """
    zone = _zone(date, day)
    return date.upper - zone[0] <= day.upper - zone[1]


def begins_after(date: Date, day: Date) -> bool:
    """Tell whether every moment that a date can mean is later than the end of a day."""
    zone = _zone(date, day)
    return date.lower - zone[0] > day.upper - zone[1]


def meets(one: Date, other: Date) -> bool:
    """Tell whether two dates can have a moment in common."""
    return not begins_after(one, other) and not begins_after(other, one)


def _zone(one: Date, other: Date) -> tuple[int, int]:
    """Give the offsets from UTC in minutes; none where either is written without."""
    if one.zone is None or other.zone is None:
        return 0, 0
    return one.zone, other.zone
