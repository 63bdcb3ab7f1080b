"""The field `value` of a filter: quantities and dates by what they can mean, others by words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimtrack.model.claim import Claim
from claimtrack.model.ledger import Ledger
from claimtrack.model.proposition import ValueSpec
from claimtrack.model.words import ValueType
from claimtrack.text.as_written import meets
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.filters import FilterError, Value
from claimtrack.text.quantity import Quantity, can_equal, in_unit, parse_quantity
from claimtrack.text.searchable import searchable

_BOUND = re.compile("[<>=≤≥]")
_NUMBERS = (None, ValueType.QUANTITY)


def value_test(ledger: Ledger, value: Value) -> Callable[[Claim], bool]:
    """A test whether a claim's value can be what is asked for.

    A quantity is read as in a claim file, with `a..b` for a range. It fits where it can hold
    together with the claim's, after conversion; a bare number is in the unit of the proposition,
    else of the claim. Dates fit where they can meet. Any other value fits where it holds the words.
    Raises `FilterError` for a bound that is no quantity.
    """
    quantity, date = _quantity(value.text), _date(value.text)
    if quantity is None and date is None and _BOUND.match(value.text):
        raise FilterError(f"{value.text!r} is not a bound of a quantity", value.position)
    words = searchable(value.text)

    @cache
    def in_unit_of(unit: str | None) -> Quantity | None:
        return in_unit(quantity, unit) if quantity is not None and unit else quantity

    def test(claim: Claim) -> bool:
        if claim.value is None:
            return False
        proposition = ledger.propositions.get(claim.proposition or "")
        spec = None if proposition is None else proposition.value
        if spec is not None and spec.type is ValueType.DATE:
            given = _date(claim.value)
            return date is not None and given is not None and meets(given, date)
        if quantity is not None and (spec is None or spec.type is ValueType.QUANTITY):
            printed = _printed(claim.value, spec)
            if printed is not None:
                wanted = in_unit_of((spec and spec.unit) or printed.unit)
                return wanted is not None and can_equal(printed, wanted)
        return words in searchable(claim.value)

    return test


def _printed(text: str, spec: ValueSpec | None) -> Quantity | None:
    read = _quantity(text)
    return in_unit(read, spec.unit) if read is not None and spec is not None and spec.unit else read


def _quantity(text: str) -> Quantity | None:
    """A quantity as a claim file or a filter writes it, or None."""
    text = text.replace("≥", ">=").replace("≤", "<=").removeprefix("=")
    if ".." in text:
        lower, _, upper = text.partition("..")
        text = f"{lower}-{upper}" if lower and upper else f">={lower}" if lower else f"<={upper}"
    try:
        return parse_quantity(text)
    except ValueError:
        return None


def _date(text: str) -> Date | None:
    try:
        return parse_date(text.replace("..", "/", 1) if "/" not in text else text)
    except ValueError:
        return None
