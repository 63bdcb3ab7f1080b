import tomllib
from fractions import Fraction
from importlib.resources import files

import pytest

from claimtrack.text.tokens import tokens
from claimtrack.text.units import UNCLEAR, find_unit, joined_pair, unit

TABLE = tomllib.loads(files("claimtrack.text").joinpath("units.toml").read_text(encoding="utf-8"))
NAMES = [
    (symbol, name, count)
    for symbol, entry in TABLE.items()
    for count, field in ((1, "names"), (2, "pair"))
    for name in entry.get(field, ())
]


@pytest.mark.parametrize(("symbol", "name", "count"), NAMES)
def test_every_name_finds_its_unit(symbol, name, count):
    words = tokens(name)
    assert find_unit(words) == (unit(symbol), count, len(words))


def test_no_name_stands_for_two_units():
    names = [name for _, name, _ in NAMES]
    assert len(names) == len(set(names))


def test_every_dimension_has_a_base_unit():
    units = [unit(symbol) for symbol in TABLE]
    based = {one.dimension for one in units if one.factor == 1}
    assert {one.dimension for one in units} == based


def test_unclear_names_are_no_units():
    assert all(find_unit(tokens(name)) is None for name in UNCLEAR)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("الكيلوغرام", "kg"),
        ("طنا", "t"),
        ("دولارا أميركيا", "USD"),
        ("Kilometres", "km"),
        ("MW", "MW"),
        ("mg", "mg"),
        ("percentage points", "percentage point"),
    ],
)
def test_spellings(name, symbol):
    found = find_unit(tokens(name))
    assert found is not None
    assert found[0].symbol == symbol


def test_factors_are_exact():
    assert unit("km/h").factor == Fraction(5, 18)
    assert unit("mi").factor == Fraction("1609.344")


def test_an_unknown_symbol_is_a_key_error():
    with pytest.raises(KeyError):
        unit("furlong")


@pytest.mark.parametrize("text", ["و", "واط", "وزن", "وساعة", "ساعتين", "5"])
def test_nothing_is_joined_with(text):
    assert joined_pair(tokens(text)[0]) is None


def test_a_dual_is_parted_from_its_and():
    joined = joined_pair(tokens("وساعتين")[0])
    assert joined is not None
    assert [word.text for word in joined] == ["و", "ساعتين"]
