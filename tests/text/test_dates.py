from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.dates import MAX, MIN, Date, parse_date

DAY = 24 * 60


def minute(text: str) -> int:
    """Give the minute of `2025-04-17` or `2025-04-17T14:05` by the standard library's reckoning."""
    return (datetime.fromisoformat(text) - datetime(1, 1, 1)) // timedelta(minutes=1)  # noqa: DTZ001 - a local calendar


# text, first day, last day (None where open)
WHOLE_DAYS = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-04", "2025-04-01", "2025-04-30"),
    ("2025-04-17", "2025-04-17", "2025-04-17"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("2025-04-17/2025-04-19", "2025-04-17", "2025-04-19"),
    ("2025-04/2025", "2025-04-01", "2025-12-31"),
    ("2025-04/..", "2025-04-01", None),
    ("2025-04/", "2025-04-01", None),
    ("../2025-04", None, "2025-04-30"),
    ("/2025-04", None, "2025-04-30"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("00XX", "0001-01-01", "0099-12-31"),
    ("2025-XX", "2025-01-01", "2025-12-31"),
    ("2025-XX-XX", "2025-01-01", "2025-12-31"),
    ("2025-02-XX", "2025-02-01", "2025-02-28"),
    ("2001-21", "2001-03-01", "2001-06-30"),
    ("2001-22", "2001-06-01", "2001-09-30"),
    ("2001-23", "2001-09-01", "2001-12-31"),
    ("2001-24", "2000-12-01", "2002-03-31"),
    # A qualifier widens by one unit of the precision that is written.
    ("2025~", "2024-01-01", "2026-12-31"),
    ("2025?", "2024-01-01", "2026-12-31"),
    ("2025-01%", "2024-12-01", "2025-02-28"),
    ("2025-03-01~", "2025-02-28", "2025-03-02"),
    ("2001-21~", "2000-12-01", "2001-09-30"),
    ("201X~", "2000-01-01", "2029-12-31"),
    ("2025-04-XX?", "2025-03-01", "2025-05-31"),
    ("2025-04~/2025-06?", "2025-03-01", "2025-07-31"),
    ("0001-01-01~", "0001-01-01", "0001-01-02"),
    ("9999~", "9998-01-01", "9999-12-31"),
]

# text, first minute, last minute, zone
MOMENTS = [
    ("2025-04-17T14:05", "2025-04-17T14:05", "2025-04-17T14:05", None),
    ("2025-04-17T14:05:30", "2025-04-17T14:05", "2025-04-17T14:05", None),
    ("2025-04-17T14:05Z", "2025-04-17T14:05", "2025-04-17T14:05", 0),
    ("2025-04-17T14:05:59Z", "2025-04-17T14:05", "2025-04-17T14:05", 0),
    ("2025-04-17T14:05+03:00", "2025-04-17T14:05", "2025-04-17T14:05", 180),
    ("2025-04-17T14:05+03", "2025-04-17T14:05", "2025-04-17T14:05", 180),
    ("2025-04-17T14:05-03:30", "2025-04-17T14:05", "2025-04-17T14:05", -210),
    ("2025-04-17T14:05+14:00", "2025-04-17T14:05", "2025-04-17T14:05", 840),
    # Two zones in one interval: told in the first one's.
    ("2025-04-17T14:00+03:00/2025-04-17T14:00Z", "2025-04-17T14:00", "2025-04-17T17:00", 180),
    # A zone at one end only: read on the local calendar.
    ("2025-04-17T14:00Z/2025-04-18", "2025-04-17T14:00", "2025-04-18T23:59", None),
]

# text, part of the message
REFUSED = [
    ("2025-13-01", "'2025-13-01' has no such month; expected a date such as 2025-04-17"),
    ("2025-13", "has no such month"),
    ("2025-00", "has no such month"),
    ("2025-25", "has no such month"),
    ("2025-21-01", "has no such month"),
    ("2025-00-XX", "has no such month"),
    ("2025-02-29", "has no such day"),
    ("1900-02-29", "has no such day"),
    ("2025-04-31", "has no such day"),
    ("2025-04-00", "has no such day"),
    ("0000", "has no such year"),
    ("0000-01-01", "has no such year"),
    ("2025-04-17T24:00", "has no such time of day"),
    ("2025-04-17T14:60", "has no such time of day"),
    ("2025-04-17T14:05:60", "has no such time of day"),
    ("2025-04-17T14:05+14:01", "has no such time zone"),
    ("2025-04-17T14:05-15:00", "has no such time zone"),
    ("2025-04-17T14:05+02:60", "has no such time zone"),
    ("2025-04-17 14:05", "needs a T"),
    ("2025-04-17t14:05", "needs a T"),
    ("2025-04-17T14:05~", "qualifies a time of day"),
    ("201X-04", "leaves the year open"),
    ("2025-XX-17", "only the last can be X"),
    ("201X-XX-17", "only the last can be X"),
    ("2025/2024", "ends before it begins"),
    ("2025-04-17T10:00Z/2025-04-17T11:00+03:00", "ends before it begins"),
    ("../..", "neither a start nor an end"),
    ("/", "neither a start nor an end"),
    ("٢٠٢٥-٠٤-١٧", "use Western digits"),
    ("۲۰۲۵", "use Western digits"),
    ("2025–04", "is not a date"),
    ("", "is not a date"),
    ("TBD", "is not a date"),
    ("2025-4-7", "is not a date"),
    ("20250417", "is not a date"),
    ("2025-W16-4", "is not a date"),
    (" 2025", "is not a date"),
    ("2025\n", "is not a date"),
    ("2025~~", "is not a date"),
    ("~2025", "is not a date"),
    ("2025/2026/2027", "is not a date"),
    ("2025-04-17T", "is not a date"),
    ("2025-04T14:05", "is not a date"),
    ("2025" * 100, "is not a date"),
]


@pytest.mark.parametrize(("text", "first", "last"), WHOLE_DAYS)
def test_whole_days(text, first, last):
    read = parse_date(text)
    assert read.lower == (MIN if first is None else minute(first))
    assert read.upper == (MAX if last is None else minute(last) + DAY - 1)
    assert read.zone is None
    assert str(read) == text


@pytest.mark.parametrize(("text", "first", "last", "zone"), MOMENTS)
def test_moments(text, first, last, zone):
    read = parse_date(text)
    assert (read.lower, read.upper, read.zone) == (minute(first), minute(last), zone)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refused(text, message):
    with pytest.raises(ValueError) as caught:
        parse_date(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2025", False, False),
        ("2025?", True, False),
        ("2025~", False, True),
        ("2025%", True, True),
        ("2025-04-17?/2025-04-19~", True, True),
        ("2025~/..", False, True),
    ],
)
def test_how_sure(text, uncertain, approximate):
    read = parse_date(text)
    assert (read.uncertain, read.approximate) == (uncertain, approximate)


# earlier, later, whether certainly
ORDER = [
    ("2025-04-17", "2025-04-18", True),
    ("2025-04-17", "2025-04", False),
    ("2024", "2025-01-01", True),
    ("2024~", "2025-01-01", False),
    ("2025-04-17T10:00", "2025-04-17T10:01", True),
    ("2025-04-17T10:00", "2025-04-17T10:00", False),
    ("2025-04-17T13:00+03:00", "2025-04-17T10:01Z", True),
    ("2025-04-17T13:00+03:00", "2025-04-17T10:00Z", False),
    ("2025-04-17", "2025-04-17T01:00+03:00", False),
    ("2025-04-16", "2025-04-17T01:00+03:00", False),
    ("2025-04-15", "2025-04-17T01:00+03:00", True),
    ("2025-04-17T01:00+03:00", "2025-04-17", False),
    ("2025-04-17T01:00+03:00", "2025-04-18", True),
    ("../2025", "2026", True),
    ("2025/..", "2026", False),
]


@pytest.mark.parametrize(("first", "last", "certain"), ORDER)
def test_order(first, last, certain):
    assert parse_date(first).before(parse_date(last)) is certain
    assert not parse_date(last).before(parse_date(first))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-04-17", "2025-04-17"),
        ("2025", "2025"),
        ("2025-04-17T14:05", "2025-04-17"),
        ("2025-04-17T01:00+03:00", "2025-04-17"),
        ("2025-04-17T23:00Z/2025-04-18T01:00Z", "2025-04-17/2025-04-18"),
        ("2025-04-17T23:00Z/..", "2025-04-17/.."),
        ("../2025-04-17T23:00", "../2025-04-17"),
    ],
)
def test_day(text, day):
    assert parse_date(text).day() == parse_date(day)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2025-04-17", "2025-04-17", 0),
        ("2025-04-17", "2025-04-18", 1),
        ("2025-04-17", "2025-04-20", 3),
        ("2025-04", "2025-05-10", 10),
        ("2025-04-17T09:00", "2025-04-17T17:00", 0),
        ("2025-04-17T23:00", "2025-04-18T01:00", 1),
        ("2025-04-17", "2025-04-19T01:00+03:00", 2),
        ("2025-04-17", "2025-04-18T01:00+03:00", 0),
        ("2025/..", "2024-12-30", 2),
        ("2025-04-16T23:30Z", "2025-04-17T01:00+03:00", 0),
    ],
)
def test_gap(one, other, days):
    assert parse_date(one).gap_days(parse_date(other)) == days
    assert parse_date(other).gap_days(parse_date(one)) == days


@pytest.mark.parametrize(
    ("text", "days", "wider"),
    [
        ("2025-04-17", 0, "2025-04-17"),
        ("2025-04-17", 1, "2025-04-16/2025-04-18"),
        ("2025-04/..", 1, "2025-03-31/.."),
        ("2025-04-17T14:05+03:00", 1, "2025-04-16T14:05+03:00/2025-04-18T14:05+03:00"),
        ("2025-04-17T14:05-03:30", 1, "2025-04-16T14:05-03:30/2025-04-18T14:05-03:30"),
        ("2025-04-17T14:05", 1, "2025-04-16T14:05/2025-04-18T14:05"),
        ("0001-01-01", 400, "0001-01-01/0002-02-05"),
    ],
)
def test_widened(text, days, wider):
    assert parse_date(text).widened(days) == parse_date(wider)


def test_widening_takes_no_negative_days():
    with pytest.raises(ValueError, match="not by -1"):
        parse_date("2025").widened(-1)


def test_dates_are_equal_and_hashed_by_text():
    twin = Date("2025", 0, 1, 2, uncertain=True)
    assert twin == parse_date("2025")
    assert hash(twin) == hash(parse_date("2025"))
    assert parse_date("2025-XX") != parse_date("2025")


days = st.dates().map(date.isoformat)
months = days.map(lambda text: text[:7])
years = days.map(lambda text: text[:4])
zones = st.one_of(
    st.sampled_from(["", "Z"]),
    st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 13), st.just(30)),
)
clocks = st.builds("T{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
moments = st.builds("{}{}{}".format, days, clocks, zones)
qualified = st.builds("{}{}".format, st.one_of(days, months, years), st.sampled_from(["", *"?~%"]))
single = st.one_of(moments, qualified, years.map(lambda y: y[:3] + "X"))
# Dates that meet each other often: within a few days of one another.
near = st.builds(
    "2031-05-{:02}{}".format,
    st.integers(1, 5),
    st.one_of(st.just(""), clocks.flatmap(lambda clock: zones.map(lambda zone: clock + zone))),
)


@st.composite
def spans(draw, ends):
    start, end = draw(ends), draw(ends)
    form = draw(st.sampled_from(["{}", "{}/{}", "{}/..", "../{}"]))
    text = form.format(start, end)
    try:
        return parse_date(text)
    except ValueError:
        return parse_date(start)


dates = st.one_of(spans(single), spans(near))


@given(dates, dates, dates)
def test_before_is_a_strict_order(a, b, c):
    assert not a.before(a)
    assert not (a.before(b) and b.before(a))
    if a.before(b) and b.before(c):
        assert a.before(c)


@given(dates, dates)
def test_overlap_is_the_lack_of_order(a, b):
    assert a.overlaps(a)
    assert a.overlaps(b) == b.overlaps(a)
    assert not (a.before(b) and a.overlaps(b))
    assert (a.gap_days(b) == 0) or not a.overlaps(b)


@given(dates, dates)
def test_sorting_agrees_with_before(a, b):
    if a.before(b):
        assert a.sort_key < b.sort_key
    assert (a.sort_key == b.sort_key) == (a == b)


@given(days)
def test_a_date_lies_within_its_month_and_year(text):
    day, month, year = (parse_date(text[:length]) for length in (10, 7, 4))
    assert year.lower <= month.lower <= day.lower < day.upper <= month.upper <= year.upper


@given(dates, st.integers(0, 400), st.integers(0, 400))
def test_widening_is_monotone(a, less, more):
    less, more = sorted((less, more))
    narrow, wide = a.widened(less), a.widened(more)
    assert wide.lower <= narrow.lower <= a.lower
    assert a.upper <= narrow.upper <= wide.upper
    assert wide.zone == a.zone


@given(dates, st.integers(0, 400))
def test_derived_dates_are_what_their_text_says(a, count):
    for derived in (a.day(), a.widened(count)):
        read = parse_date(derived.text)
        assert (read.lower, read.upper, read.zone) == (derived.lower, derived.upper, derived.zone)


@given(st.text(st.sampled_from("0123456789-/.TZX:+~?% ٢"), max_size=30) | st.text(max_size=30))
def test_any_text_is_a_date_or_a_message(text):
    try:
        read = parse_date(text)
    except ValueError as error:
        assert "expected" in str(error) or ";" in str(error)  # noqa: PT017 - most texts are refused
    else:
        assert read.lower <= read.upper
