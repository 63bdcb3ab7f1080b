"""How the values of a table are read: as its mapping says, else as every value on a question is."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.interop.feeds.found import Found, Gap, Json
from claimtrack.interop.imports.crosswalk import folded
from claimtrack.interop.imports.csv_mapping import Columns
from claimtrack.model import ValueSpec
from claimtrack.model.words import ValueType
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import parse_quantity


def quantities(columns: Columns, table: Iterable[Found | Gap]) -> frozenset[str]:
    """The folded words of the propositions on which every value of a table is a quantity."""
    all_read: dict[str, bool] = {}
    for found in table:
        if isinstance(found, Gap):
            continue
        value = columns.text(found.value, "claim.value")
        if value:
            words = folded(columns.text(found.value, "proposition.text"))
            all_read[words] = all_read.get(words, True) and _is_quantity(value)
    return frozenset(words for words, read in all_read.items() if read)


def given_spec(columns: Columns, row: Json) -> ValueSpec | None:
    """How a row says that values are read. Raises `ValueError` where it does not say it well."""
    kind = columns.word(row, "proposition.value_type", ValueType)
    unit = columns.text(row, "proposition.unit") or None
    if kind is None and unit is not None:
        kind = ValueType.QUANTITY
    if unit is not None and kind is not ValueType.QUANTITY:
        raise ValueError(f"proposition.unit: a {kind} has no unit")
    return None if kind is None else ValueSpec(type=kind, unit=unit)


def _is_quantity(text: str) -> bool:
    """Whether a value can be read as a quantity; `2031-05` is a month before it is a range."""
    try:
        parse_quantity(text)
    except ValueError:
        return False
    try:
        parse_date(text)
    except ValueError:
        return True
    return text.isdecimal()
