"""What the values of claims say, read as their propositions have them read."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction

from claimtrack.model.proposition import ValueSpec
from claimtrack.model.words import ValueType
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import Quantity, in_unit, parse_quantity, scale
from claimtrack.text.searchable import searchable


def quantity_under(text: str, spec: ValueSpec) -> Quantity:
    """A quantity as its proposition has it read: a bare number has the unit that it names.

    Raises `ValueError` where it is none.
    """
    quantity = parse_quantity(text)
    return quantity if spec.unit is None else in_unit(quantity, spec.unit)


def range_under(text: str, spec: ValueSpec) -> tuple[Fraction | None, Fraction | None, str | None]:
    """The least and the most that a quantity can mean, in its unit, and the unit.

    None is unbounded, and of the unit that nothing is written. Raises `ValueError` where the text,
    or what the proposition takes, is no quantity.
    """
    if spec.type is not ValueType.QUANTITY:
        raise ValueError(f"a {spec.type} is no quantity")
    quantity = quantity_under(text, spec)
    readings, factor = quantity.readings, quantity.factor
    lower = [one.lower / factor for one in readings if one.lower is not None]
    upper = [one.upper / factor for one in readings if one.upper is not None]
    return (
        min(lower) if len(lower) == len(readings) else None,
        max(upper) if len(upper) == len(readings) else None,
        quantity.unit,
    )


def meant(text: str, spec: ValueSpec | None) -> Hashable:
    """What two values have in common that say the same: `20` and `٢٠`, `400 kg` and `0.4 t`.

    `about 20` and `20` can both hold, but do not say the same. What cannot be read, and what no
    proposition says how to read, is compared by its words.
    """
    try:
        if spec is not None and spec.type is ValueType.QUANTITY:
            quantity = quantity_under(text, spec)
            return scale(quantity), quantity.readings
        if spec is not None and spec.type is ValueType.DATE:
            date = parse_date(text)
            return date.lower, date.upper, date.zone
    except ValueError:
        pass
    return searchable(text)
