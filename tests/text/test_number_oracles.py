"""Printed numbers, against two libraries that were not written for this.

Babel prints numbers, money and measures as CLDR says that each country does; what it prints must be
read back. quantulum3 reads English text; it must find the same numbers, units and places.
"""

import warnings
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.text.quantity import parse_quantity
from claimtrack.text.running import quantities_in
from claimtrack.text.units import unit

numbers = pytest.importorskip(
    "babel.numbers", reason="babel is not installed; it prints the numbers that are read here"
)
units = pytest.importorskip("babel.units", reason="babel is not installed")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it misses its classifier, which would need a model
    quantulum = pytest.importorskip(
        "quantulum3.parser", reason="quantulum3 is not installed; it reads what is read here"
    )

# The Levant and the Maghreb print 1.234,5 where Egypt and the Gulf print 1,234.5.
locales = st.sampled_from(["en", "ar", "ar_EG", "ar_SA", "ar_LB", "ar_MA"])
scripts = st.sampled_from(["latn", "default"])
decimals = st.decimals(-(10**9), 10**9, places=2)
CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CNY", "ILS", "LBP", "SAR", "KWD", "EGP", "DZD", "CAD"]


def lowers(text):
    read = parse_quantity(text)
    return {reading.lower / read.factor for reading in read.readings}


@given(decimals, locales, scripts)
def test_decimals(value, locale, script):
    text = numbers.format_decimal(
        value, locale=locale, numbering_system=script, decimal_quantization=False
    )
    assert Fraction(value) in lowers(text)


@given(st.decimals(0, 10, places=3), st.sampled_from(["en", "ar_LB"]), st.just("default"))
def test_three_decimals(value, locale, script):
    """After a point they may be thousands too; a comma alone is never read as such a point."""
    test_decimals.hypothesis.inner_test(value, locale, script)


@given(st.integers(-999, 999), locales, scripts)
def test_percentages(tenths, locale, script):
    text = numbers.format_percent(
        Decimal(tenths).scaleb(-3), "#,##0.0%", locale=locale, numbering_system=script
    )
    assert parse_quantity(text).unit == "%"
    assert lowers(text) == {Fraction(tenths, 10)}


@given(st.integers(1, 999), st.sampled_from([10**3, 10**6, 10**9, 10**12]), locales, scripts)
def test_thousands_millions_and_more(thousandths, scale, locale, script):
    value = thousandths * scale // 10 if thousandths % 10 and scale > 10**3 else thousandths * scale
    digits = 1 if value < 100 * scale else 0
    text = numbers.format_compact_decimal(
        value, format_type="long", locale=locale, fraction_digits=digits, numbering_system=script
    )
    assert lowers(text) == {value}


@given(
    st.decimals(3, 10**7, places=2),
    st.sampled_from(CURRENCIES),
    st.sampled_from(["standard", "name"]),
    locales,
    scripts,
)
def test_money(value, currency, form, locale, script):
    text = numbers.format_currency(
        value,
        currency,
        locale=locale,
        format_type=form,
        currency_digits=False,
        decimal_quantization=False,
        numbering_system=script,
    )
    assert parse_quantity(text).unit == currency
    assert Fraction(value) in lowers(text)


MEASURES = {
    "mass-kilogram": "kg",
    "mass-gram": "g",
    "length-kilometer": "km",
    "length-meter": "m",
    "length-mile": "mi",
    "area-square-kilometer": "km²",
    "volume-cubic-meter": "m³",
    "energy-kilowatt-hour": "kWh",
    "power-megawatt": "MW",
    "speed-kilometer-per-hour": "km/h",
    "duration-minute": "minute",
    "duration-hour": "hour",
    "duration-week": "week",
    "duration-month": "month",
    "duration-year": "year",
}


@given(st.integers(2, 300), st.sampled_from(sorted(MEASURES)), st.sampled_from(["en", "ar_EG"]))
def test_measures(value, name, locale):
    text = units.format_unit(value, name, locale=locale)
    assume(name not in text)  # for some it has no words and prints their names in CLDR
    assert parse_quantity(text).unit == MEASURES[name]
    assert lowers(text) == {value}


# quantulum3 takes an hour's minutes for those of an angle, and knows neither hectares nor shekels;
# here 1/2 in running text may be a date or a score and is left out.
ENGLISH = {
    "kg": ("kg", "kilogram"),
    "kilograms": ("kg", "kilogram"),
    "tonnes": ("t", "tonne"),
    "ounces": ("oz", "ounce"),
    "km": ("km", "kilometre"),
    "kilometres": ("km", "kilometre"),
    "miles": ("mi", "mile"),
    "feet": ("ft", "foot"),
    "inches": ("in", "inch"),
    "square kilometres": ("km²", "square kilometre"),
    "acres": ("acre", "acre"),
    "litres": ("l", "litre"),
    "barrels": ("bbl", "barrel"),
    "cubic metres": ("m³", "cubic metre"),
    "kWh": ("kWh", "kilowatt hour"),
    "joules": ("J", "joule"),
    "megawatts": ("MW", "megawatt"),
    "km/h": ("km/h", "kilometre per hour"),
    "miles per hour": ("mph", "mile per hour"),
    "percent": ("%", "percentage"),
    "hours": ("hour", "hour"),
    "days": ("day", "day"),
    "months": ("month", "month"),
    "years": ("year", "year"),
    "US dollars": ("USD", "united states dollar"),
    "euros": ("EUR", "euro"),
    "yen": ("JPY", "japanese yen"),
}
amounts = st.one_of(
    st.integers(2, 10**7).map("{:,}".format),
    st.integers(2, 9_999).map(str),
    st.decimals("0.1", 999, places=1).map(str),
    st.builds("{}.{} million".format, st.integers(1, 99), st.integers(1, 9)),
    st.sampled_from(["twenty-five", "two thousand", "three hundred and five", "ninety"]),
)


@given(amounts, st.sampled_from(sorted(ENGLISH)), st.sampled_from(["", "The crews moved "]))
def test_english_text_is_read_as_another_reader_does(amount, name, before):
    text = f"{before}{amount} {name} before the others came."
    (own,), (other,) = list(quantities_in(text)), quantulum.parse(text)
    assert (own.quantity.unit, other.unit.name) == ENGLISH[name]
    assert (own.start, own.end) == other.span
    values = [float(reading.lower / own.quantity.factor) for reading in own.quantity.readings]
    assert any(value == pytest.approx(other.value) for value in values)
    assert own.quantity.factor == unit(own.quantity.unit).factor
