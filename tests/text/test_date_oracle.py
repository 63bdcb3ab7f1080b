"""Dates, against the package `edtf`, another reader of the same grammar.

It reads all of EDTF, levels 0 to 2, and counts in days. Where the two differ on purpose:

- A qualifier is padded here by one unit, there by a figure of its own: only what is certain is
  compared, which is that a qualified date holds what is printed.
- A season here is the meteorological and the astronomical one together, there the first alone.
- An end that is unknown (`2025/`) is open here; there it is taken for ten years away.
- A time of day may leave out its seconds here, as ISO 8601 allows.
- Level 2, long and negative years, the year 0 and years with three open digits are not read here.
- There 29 February passes in 1900, 24:00 passes, and an interval may end before it begins.
"""

from datetime import date

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from claimtrack.text.dates import MAX, MIN, parse_date

edtf = pytest.importorskip("edtf", reason="edtf is not installed; it reads the same dates")

DAY = 24 * 60
FOREIGN = (
    edtf.PartialUnspecified,
    edtf.PartialUncertainOrApproximate,
    edtf.Level2Interval,
    edtf.Level2Season,
    edtf.LongYear,
    edtf.OneOfASet,
    edtf.MultipleDates,
)

years = st.integers(1, 9999).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.dates().map(date.isoformat)
opened = st.one_of(
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    years.map("{}-XX".format),
    years.map("{}-XX-XX".format),
    months.map("{}-XX".format),
)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
plain = st.one_of(years, months, days)
clocks = st.times().map(lambda time: f"T{time:%H:%M:%S}")
zones = st.sampled_from(["", "Z", "+03:00", "-03:30", "+14:00"])


def day(bounds):
    """The first or last day, counted from 0001-01-01, of what the other package gives."""
    return date(bounds.tm_year, bounds.tm_mon, bounds.tm_mday).toordinal() - 1


def strict(text):
    read = edtf.parse_edtf(text)
    return day(read.lower_strict()), day(read.upper_strict())


def own(text):
    read = parse_date(text)
    return read.lower // DAY, read.upper // DAY


@given(plain | opened.filter(lambda text: not text.startswith("00")))
def test_dates(text):
    assert own(text) == strict(text)


@given(days, clocks, zones)
def test_times_fall_on_their_day(text, clock, zone):
    assert own(text + clock + zone) == strict(text + clock + zone) == own(text)
    assert parse_date(text + clock[:6] + zone).lower == parse_date(text + clock + zone).lower


@given(plain, plain)
def test_intervals(start, end):
    assume(own(start)[0] <= own(end)[1])
    assert own(f"{start}/{end}") == strict(f"{start}/{end}")


@given(plain)
def test_open_and_unknown_ends(text):
    for ending in (f"{text}/..", f"{text}/"):
        assert (own(ending)[0], parse_date(ending).upper) == (strict(text)[0], MAX)
    for beginning in (f"../{text}", f"/{text}"):
        assert (parse_date(beginning).lower, own(beginning)[1]) == (MIN, strict(text)[1])
    assert edtf.parse_edtf(f"{text}/..").upper_strict() == float("inf")
    assert edtf.parse_edtf(f"../{text}").lower_strict() == float("-inf")


@given(plain | opened, st.sampled_from("~?%"))
def test_qualifiers(text, mark):
    assume(not text.startswith("00"))
    read, other = parse_date(text + mark), edtf.parse_edtf(text + mark)
    lower, upper = strict(text)
    assert read.lower // DAY <= lower <= upper <= read.upper // DAY
    both = bool(other.is_uncertain_and_approximate)
    assert read.uncertain == (bool(other.is_uncertain) or both)
    assert read.approximate == (bool(other.is_approximate) or both)


@given(seasons)
def test_seasons(text):
    lower, upper = strict(text)
    assert own(text)[0] <= lower <= upper <= own(text)[1]


@given(days, days)
def test_order(one, other):
    a, b = edtf.parse_edtf(one), edtf.parse_edtf(other)
    assert parse_date(one).before(parse_date(other)) == (
        day(a.upper_strict()) < day(b.lower_strict())
    )


spoilt = st.builds(
    lambda text, at, sign: text[: at % len(text)] + sign + text[at % len(text) + 1 :],
    st.one_of(
        plain, opened, seasons, st.builds("{}/{}".format, plain, plain), months.map("{}~".format)
    ),
    st.integers(0, 40),
    st.sampled_from([*"0123456789X-/~?%T.YZ ", ""]),
)


@settings(max_examples=60)  # a text that it refuses costs it some ten milliseconds
@given(spoilt)
def test_the_same_texts_are_dates(text):
    """Of texts that are nearly dates, both take the same; for what only one takes see above."""
    try:
        other = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        other = None
    except AttributeError:
        reject()  # it breaks on some dates of level 2: 2025-X1
    try:
        read = parse_date(text)
    except ValueError:
        read = None
    if read is not None:
        assert other is not None
    elif other is not None:
        assert isinstance(other, FOREIGN) or _left_out(text, other)


def _left_out(text, other):
    """Whether a text that only the other package takes is among what is left out on purpose."""
    ends = text.split("/")
    return (
        any(end.startswith(("0000", "-", "Y")) or "XXX" in end or "S" in end for end in ends)
        or any(end[4:10] == "-02-29" for end in ends)
        or (
            len(ends) > 1
            and "" not in ends
            and day(other.lower_strict()) > day(other.upper_strict())
        )
    )
