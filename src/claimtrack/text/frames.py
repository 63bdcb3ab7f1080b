"""The words around one numeral, read once: `more than … people`, `$…bn`.

Few of the quantities of a ledger differ in more than their digits. What the words around them say
is kept, as long as it does not depend on the digits.
"""

from functools import lru_cache
from typing import Final

from attrs import frozen

from claimtrack.text.measures import Measure
from claimtrack.text.number_phrase import Number
from claimtrack.text.number_terms import Kind
from claimtrack.text.numerals import read_numeral
from claimtrack.text.qualifiers import Qualifier
from claimtrack.text.quantity_reader import Interpretation, interpret, read_ends
from claimtrack.text.regex import regex
from claimtrack.text.tokens import tokens

# The sign before the digits is one that no folding removes, so that they begin a numeral.
_FRAMED: Final = regex(
    r"(?P<head>(?:\D*[ $€£~<>=≥≤%])?)(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?P<tail>\D*)"
)
_PROBE: Final = 7
_SCALES: Final = frozenset({Kind.SCALE, Kind.SHORT, Kind.MANY})
_IDLE: Final = frozenset({Kind.AND, Kind.ARTICLE, Kind.POINT})


@frozen
class Frame:
    """What the words say: bounds, unit, and by how much the numeral is multiplied."""

    qualifiers: frozenset[Qualifier]
    measure: Measure
    scale: int

    def fill(self, digits: str) -> Interpretation:
        """Read the quantity that has these digits. Raises `ValueError` where they are no number."""
        numerals = read_numeral(digits)
        if self.scale > 1:
            numerals = tuple(one.scaled(self.scale) for one in numerals)
        measure = Measure(Number(numerals, 0), self.measure.unit, self.measure.after)
        return interpret(measure, measure, self.qualifiers)


def read_framed(text: str) -> Interpretation | None:
    """Read a quantity that has one numeral of Western digits, if its words can be kept.

    Raises:
        ValueError: its digits are no number.

    """
    match = _FRAMED.fullmatch(text)
    frame = _frame(match["head"], match["tail"]) if match else None
    return frame.fill(match["digits"]) if match and frame else None


@lru_cache(maxsize=4096)
def _frame(head: str, tail: str) -> Frame | None:
    before, after = tokens(head), tokens(tail)
    kinds = [word.term.kind for word in (*before, *after) if word.term]
    scales = sum(kind in _SCALES for kind in kinds) + sum(word.key == "m" for word in after)
    # What adds to the digits, or may not follow a greater number, depends on them.
    plain = all(kind in _SCALES | _IDLE for kind in kinds)
    numeral = any(word.numeral for word in (*before, *after))
    if not plain or numeral or scales > 1 or any(word.term for word in before):
        return None
    try:
        qualifiers, ends = read_ends(tokens(f"{head}{_PROBE}{tail}"))
    except ValueError:
        return None
    measure, last = ends[0]
    scale = measure.number.numerals[0].value / _PROBE
    single = len(ends) == 1 and measure is last
    return Frame(qualifiers, measure, int(scale)) if single and scale >= 1 else None
