"""Numbers in words, against num2words, which writes them and was not written for this."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.quantity import parse_quantity

num2words = pytest.importorskip(
    "num2words", reason="num2words is not installed; it writes the words that are read here"
).num2words

integers = st.one_of(st.integers(0, 130), st.integers(0, 10**6), st.integers(0, 10**9))


def values(text: str) -> set[Fraction | None]:
    return {reading.lower for reading in parse_quantity(text).readings}


@given(integers)
def test_english(value):
    assert values(num2words(value, lang="en")) == {value}


@given(st.decimals(0, 1000, places=2))
def test_english_fractions(value):
    assert values(num2words(value, lang="en")) == {Fraction(value)}


def repeats_a_scale(value: int) -> bool:
    """Tell the numbers (201,000) in which num2words writes a scale twice, which no one does."""
    groups = [value // 1000, value // 10**6, value // 10**9]
    return any(group % 1000 > 100 and group % 100 in {1, 2} for group in groups)


@given(integers.filter(lambda value: not repeats_a_scale(value)))
def test_arabic(value):
    assert values(num2words(value, lang="ar")) == {value}
