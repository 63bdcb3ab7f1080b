"""The values that claims give: read as their propositions say, with the days at which they hold."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimtrack.findings import Location, Skip
from claimtrack.model import Claim, ValueSpec
from claimtrack.model.values import quantity_under
from claimtrack.model.words import Stance, ValueType
from claimtrack.rule import Group
from claimtrack.rules.agreement.sweep import LEAST, MOST, Bound, Held, Range
from claimtrack.rules.claims import UNDATED, days, outlet_name, standing
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.edtf import ZONE_SLACK
from claimtrack.text.intervals import Span
from claimtrack.text.quantity import (
    Reading,
    converted,
    scale,
    system,
)

QUANTITY = "quantity:"
"""How the scales of quantities begin."""
UNTYPED = Skip("value-of-no-type")
"""A value whose proposition does not say how values are read."""
UNREADABLE = Skip("value-unreadable")
"""A value that is not what its proposition says that it is."""


@frozen
class Meaning:
    """What a value can be.

    Values can be compared within one `scale`. Within one `system` of it their `exact` ranges count,
    between two systems the `common` ones: other units, or dates with and without a zone.
    """

    scale: str
    system: str
    exact: tuple[Range, ...]
    common: tuple[Range, ...]


@frozen
class Value:
    """A value that a claim gives: what it can be, and the days at which it holds."""

    claim: Claim
    text: str
    when: Date
    span: Span
    meaning: Meaning

    def held(self, *, common: bool = False) -> Held:
        """Give the value as the sweep compares it, by its exact ranges or by the common ones."""
        meaning = self.meaning
        return Held(self.span, meaning.common if common else meaning.exact)

    def place(self, group: Group, of: str = "") -> Location:
        """Where it stands, as a line of a table: `35 bodies, Northern Wire, 2031-05-02`.

        `of` stands before it, where the table holds values of several propositions.
        """
        says = f"{of}{self.text}, {outlet_name(group, self.claim)}, {self.when.day()}"
        return self.claim.where("value", message=says)


def values(group: Group) -> Iterator[Value | Skip]:
    """The values that speakers stand for, oldest first; text is never compared.

    Who denies, questions or passes on a value without a stance of their own does not give it. It
    holds at `as_of`, else on the day on which it was said.
    """
    for claim in standing(group):
        if claim.value is None or claim.stance is not Stance.AFFIRMS:
            continue
        when = claim.as_of or group.said(claim)
        meaning = meaning_of(group, claim)
        if isinstance(meaning, Meaning) and when is not None:
            yield Value(claim, claim.value, when, days(when), meaning)
        elif isinstance(meaning, Skip):
            yield meaning
        elif meaning is not None:
            yield UNDATED


def meaning_of(group: Group, claim: Claim) -> Meaning | Skip | None:
    """What the value of a claim can be; None where there is none, or it is text."""
    proposition = group.proposition(claim)
    spec = proposition.value if proposition is not None else None
    if claim.value is None or (spec is not None and spec.type is ValueType.TEXT):
        return None
    if spec is None:
        return UNTYPED
    try:
        return _READERS[spec.type](claim.value, spec)
    except ValueError:
        return UNREADABLE


def quantity_scale(text: str, spec: ValueSpec) -> str:
    """The scale of a quantity under a proposition. Raises `ValueError` where it is none."""
    return _quantity(text, spec).scale


def _quantity(text: str, spec: ValueSpec) -> Meaning:
    """What a quantity can be. Raises `ValueError` where it is none."""
    quantity = quantity_under(text, spec)
    exact, others = quantity.readings, converted(quantity)
    ranges = tuple(map(range_of, exact))
    common = ranges if others is exact else tuple(map(range_of, others))
    return Meaning(QUANTITY + scale(quantity), system(quantity), ranges, common)


def range_of(reading: Reading) -> Range:
    """A reading of a quantity as the sweeps compare it."""
    lower, upper = reading.lower, reading.upper
    return Range(
        LEAST if lower is None else Bound.at(lower, int(reading.lower_open)),
        MOST if upper is None else Bound.at(upper, -int(reading.upper_open)),
    )


def _date(text: str, _: ValueSpec) -> Meaning:
    """Read a date. One without a zone may be of any, which counts against one with a zone."""
    date = parse_date(text)
    zone, slack = (0, ZONE_SLACK) if date.zone is None else (date.zone, 0)
    lower, upper = date.lower - zone, date.upper - zone
    return Meaning(
        "date",
        "local" if date.zone is None else "zoned",
        (Range(Bound.at(lower), Bound.at(upper)),),
        (Range(Bound.at(lower - slack), Bound.at(upper + slack)),),
    )


def _choice(text: str, spec: ValueSpec) -> Meaning:
    """Read a choice: one word, at the place on the line that its code points spell.

    Raises `ValueError` for a word that is none of the choices: a slip, which CT004 tells, is not
    another value.
    """
    if spec.choices and text not in spec.choices:
        raise ValueError(f"{text!r} is none of the choices")
    place = Bound.at(int.from_bytes(text.encode("utf-8", "surrogatepass")))
    only = (Range(place, place),)
    return Meaning("choice", "", only, only)


_READERS = {
    ValueType.QUANTITY: _quantity,
    ValueType.DATE: _date,
    ValueType.CHOICE: _choice,
}
