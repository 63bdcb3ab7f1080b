"""Dates as feeds write them, as dates of a ledger."""

from __future__ import annotations

import re

from claimtrack.text.dates import Date, parse_date

_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<time>[0-9]{2}:[0-9]{2})"
    r"(?P<seconds>:[0-9]{2})?(?:[.,][0-9]+)? ?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
DAY = len("2031-05-02")
"""Characters of the day of a date."""
_MIDNIGHT, _UTC = "00:00", frozenset(("", "Z", "+00:00"))


def found_date(text: str) -> Date:
    """The date that a feed means by a text of ISO 8601.

    Midnight in UTC is how programs write a day, so it is read as the day. Seconds are dropped.
    Raises `ValueError` for what is no date: `03/04/2031` could be in March or in April.
    """
    moment = _MOMENT.fullmatch(text)
    if moment is None:
        return parse_date(text)
    zone = moment["zone"] or ""
    if len(zone) > 1:
        zone = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    if moment["time"] == _MIDNIGHT and moment["seconds"] in (None, ":00") and zone in _UTC:
        return parse_date(moment["day"])
    return parse_date(f"{moment['day']}T{moment['time']}{'Z' if zone == '+00:00' else zone}")
