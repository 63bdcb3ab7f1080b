"""Names of months, of the sun and of the moon."""

import pytest

from claimtrack.text.months import is_month, month
from claimtrack.text.tokens import tokens

NAMED = [
    ("January", 1),
    ("Feb", 2),
    ("MARCH", 3),
    ("May", 5),
    ("Sept", 9),
    ("يناير", 1),
    ("شباط", 2),
    ("آذار", 3),
    ("نيسان", 4),
    ("أبريل", 4),
    ("ابريل", 4),
    ("أيّار", 5),
    ("جويلية", 7),
    ("يوليو", 7),
    ("آب", 8),
    ("غشت", 8),
    ("أيلول", 9),
    ("تشرين الأول", 10),
    ("تشرين الثاني", 11),
    ("نونبر", 11),
    ("كانون الأول", 12),
    ("كانون الثاني", 1),
]


@pytest.mark.parametrize(("name", "number"), NAMED)
def test_names(name, number):
    words = tokens(name)
    assert month(*words) == number
    assert is_month(words[0])


@pytest.mark.parametrize("word", ["may", "march", "mayor", "marching", "مارسوا", "الأول", "5"])
def test_other_words(word):
    assert month(*tokens(word)) is None
    assert not is_month(tokens(word)[0])


@pytest.mark.parametrize("word", ["رمضان", "شعبان", "محرم", "تشرين", "كانون"])
def test_months_of_which_one_word_says_no_number(word):
    assert month(*tokens(word)) is None
    assert is_month(tokens(word)[0])
