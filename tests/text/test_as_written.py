"""Days as whoever wrote them down means them."""

import pytest

from claimtrack.text.as_written import begins_after, meets, over_by
from claimtrack.text.dates import parse_date


@pytest.mark.parametrize(
    ("date", "day", "over", "after"),
    [
        ("2031-05-02", "2031-05-02", True, False),
        ("2031-05-03", "2031-05-02", False, True),
        ("2031-05-02T23:59+02:00", "2031-05-02", True, False),  # the 2nd of whoever wrote it
        ("2031-05-03T00:01+14:00", "2031-05-02", False, True),
        ("2031-05-02T16:00+02:00", "2031-05-02T14:30Z", True, False),
        ("2031-05-02T16:00+02:00", "2031-05-02T13:30Z", False, True),
        ("2031-05", "2031-05-30", False, False),
        ("2031-05", "2031-05-31", True, False),
        ("2031-05-02?", "2031-05-02", False, False),
        ("2031-05-02?", "2031-05-03", True, False),
        ("2031-05/..", "2035", False, False),
        ("../2031-05", "2031-06", True, False),
        ("2031-05-02", "2031", True, False),
    ],
)
def test_over_and_after(date, day, over, after):
    date, day = parse_date(date), parse_date(day)
    assert over_by(date, day) is over
    assert begins_after(date, day) is after


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2031-05", "2031-05-17", True),
        ("2031-05-18T05:00+03:00", "2031-05-17", False),
        ("2031-05-02T01:00+03:00", "2031-05-01T22:00Z", True),
        ("2031-04/..", "2031-05", True),
    ],
)
def test_meets_both_ways(one, other, expected):
    one, other = parse_date(one), parse_date(other)
    assert meets(one, other) is meets(other, one) is expected
