"""Units of measure, from the table in `units.toml`; read once, when first needed."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from attrs import frozen

from claimtrack.text.tables import read_table
from claimtrack.text.tokens import Token, tokens

UNCLEAR: Final = {
    "pound": "money or mass; write GBP or lb",
    "pounds": "money or mass; write GBP or lb",
    "gallon": "the US or the imperial one; write litres",
    "gallons": "the US or the imperial one; write litres",
}
"""Names that mean units of different size or dimension, and what to write instead."""


@frozen
class Unit:
    """A unit: its symbol, what it measures, how many base units of that it is, its plural."""

    symbol: str
    dimension: str
    factor: Fraction
    plural: str

    @property
    def is_money(self) -> bool:
        """Tell a currency."""
        return self.dimension.startswith("money:")

    @property
    def stands_before(self) -> bool:
        """Tell a unit that may stand before its number: $5, and the %5 of some Arabic pages."""
        return self.is_money or self.symbol == "%"


PLAIN: Final = Unit("", "plain", Fraction(1), "")
"""The unit of a number that has none."""

SHARE: Final = Unit("share", "percent", Fraction(100), "share")
"""The unit of `a third` and `two thirds`, with or without of what: rounder than a percentage."""


def unit(symbol: str) -> Unit:
    """Give the unit of a symbol of the table.

    Raises:
        KeyError: the table has no such unit.

    """
    return _table()[0][symbol]


def find_unit(words: Sequence[Token]) -> tuple[Unit, int, int] | None:
    """Find the unit whose name is the longest at the start of the words.

    Gives the unit, how many of it the name means (2 for an Arabic dual, else 1) and how many words
    the name has.
    """
    if not words or words[0].numeral:
        return None
    _, names, longest, _ = _table()
    text, key = words[0].text, words[0].key
    # Nearly all words begin no name; this is asked of every word of every quantity.
    most = max(longest.get(text, 0), longest.get(key, 0), longest.get(_stem(key), 0))
    for count in range(min(most, len(words)), 0, -1):
        spelled = tuple(word.text for word in words[:count])
        keys = tuple(word.key for word in words[:count])
        for name in (spelled, keys, tuple(map(_stem, keys))):
            if name in names:
                return *names[name], count
    return None


def begins_pair(word: Token) -> bool:
    """Tell whether the name of two of a unit, an Arabic dual, can begin with a word."""
    pairs = _table()[3]
    return word.text in pairs or word.key in pairs or _stem(word.key) in pairs


def joined_pair(word: Token) -> tuple[Token, Token] | None:
    """Part an Arabic dual from the `and` that is written with it: `وساعتين`."""
    if word.key[:1] != "و" or len(word.text) == 1:
        return None
    pair = Token(word.text[1:], word.key[1:])
    found = find_unit((pair,))
    return (Token(word.text[:1], word.key[:1]), pair) if found and found[1] > 1 else None


_Names = dict[tuple[str, ...], tuple[Unit, int]]


@cache
def _table() -> tuple[dict[str, Unit], _Names, dict[str, int], frozenset[str]]:
    """Give the units by symbol, by the words of their names, the longest name by its first word.

    The last are the first words of what means two of a unit.
    """
    units: dict[str, Unit] = {}
    names: _Names = {}
    loose: _Names = {}
    for symbol, entry in read_table("units.toml").items():
        one = Unit(
            symbol,
            entry["dimension"],
            Fraction(entry["factor"]),
            entry.get("plural", symbol),
        )
        units[symbol] = one
        for count, field in ((1, "names"), (2, "pair")):
            for name in entry.get(field, ()):
                words = tokens(name)
                keys = tuple(word.key for word in words)
                names[tuple(word.text for word in words)] = one, count
                loose.setdefault(keys, (one, count))
                loose.setdefault(tuple(map(_stem, keys)), (one, count))
    names = loose | names
    longest: dict[str, int] = {}
    for name in names:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    pairs = frozenset(name[0] for name, (_, count) in names.items() if count > 1)
    return units, names, longest, pairs


def _stem(key: str) -> str:
    """Take the article and the ending of the accusative off an Arabic word."""
    if key.startswith("ال") and len(key) > len("المم"):
        key = key[2:]
    if key.endswith("ا") and len(key) > len("طن"):
        key = key[:-1]
    return key
