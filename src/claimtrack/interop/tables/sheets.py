"""A ledger's tables with their rows, and the table of references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from claimtrack.findings import pointer
from claimtrack.interop.exporting import Context, leave_unheld
from claimtrack.interop.tables.column import TABLE_OF, Cell, Column, Names
from claimtrack.interop.tables.table import Key, Table, tables
from claimtrack.model import KINDS, Decision, Ledger, Record
from claimtrack.model.references import references


def _text(name: str) -> Column:
    return Column(name, "text", lambda value, _: value, required=True)


DANGLING = Table(
    name="dangling",
    kind="",
    key=(_text("record"), _text("path")),
    cells=tuple((_text(name), str) for name in ("kinds", "name")),
    walk=lambda _, __: iter(()),
)
"""References to records that the tables do not hold: who refers, where, and to what."""


class Sheet(NamedTuple):
    """One table with its rows, which are made while they are read."""

    table: Table
    rows: Iterator[tuple[Cell, ...]]


def sheets(ledger: Ledger, context: Context) -> Iterator[Sheet]:
    """Every table of a ledger, those of records and lists before `dangling`.

    Of two records of one kind and identifier the first is kept, as everywhere, and the other left
    out. The records of a kind are in the ledger's order.
    """
    leave_unheld(ledger, context, held=dict.fromkeys(TABLE_OF), format_name="a table")
    kept = {cls.KIND: _kept(ledger, cls) for cls in KINDS.values()}
    names = Names(
        {kind: frozenset(str(key[0]) for key, _ in kept[kind]) for kind in kept},
        ledger.config.language,
        {name: one.value for name, one in ledger.propositions.items() if one.value is not None},
    )
    for table in tables():
        yield Sheet(table, table.rows(kept[table.kind], names))
    yield Sheet(DANGLING, _dangling(kept, names))


def _kept(ledger: Ledger, cls: type[Record]) -> list[tuple[Key, Any]]:
    """The records of a class that have a row, each with its key."""
    if cls is Decision:
        return [((number,), record) for number, record in enumerate(ledger.decisions, 1)]
    first: dict[str, Record] = {}
    for record in ledger.records:
        if isinstance(record, cls):
            first.setdefault(record.id, record)
    return [((name,), record) for name, record in first.items()]


def _dangling(kept: dict[str, list[tuple[Key, Any]]], names: Names) -> Iterator[tuple[Cell, ...]]:
    for kind, records in kept.items():
        for key, record in records:
            # A decision is named by its number, as in its table.
            ref = f"{kind}:{key[0]}"
            for kinds, name, path in references(record):
                if not any(name in names.of[one] for one in kinds):
                    yield ref, pointer(*path), " or ".join(kinds), name
