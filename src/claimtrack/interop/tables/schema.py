"""The tables as SQLite statements: made from the same shape as their rows."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.interop.tables.column import Column
from claimtrack.interop.tables.table import Table

VERSION = 1
"""`PRAGMA user_version`: it changes when a table or column changes its meaning or goes away."""

_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "moment": "TEXT",
}


def create_table(table: Table) -> str:
    """The statement that makes a table, with its keys."""
    lines = [f"    {_column(column)}" for column in table.columns]
    key = ", ".join(quoted(column.name) for column in table.key)
    lines.append(f"    PRIMARY KEY ({key})")
    if table.parent is not None:
        # The entry of the outer list: the same key, without this list's own position.
        outer = ", ".join(quoted(column.name) for column in table.key[:-1])
        inner = ", ".join(quoted(name) for name in _outer_key(table))
        lines.append(f"    FOREIGN KEY ({outer}) REFERENCES {quoted(table.parent)} ({inner})")
    return f"CREATE TABLE {quoted(table.name)} (\n" + ",\n".join(lines) + "\n)"


def create_indexes(table: Table) -> Iterator[str]:
    """One index for each reference that is no beginning of the key."""
    for column in table.columns:
        if column.references is not None and column != table.key[0]:
            name = quoted(f"{table.name}_by_{column.name}")
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"


def insert(table: Table) -> str:
    """The statement that takes one row."""
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted(table.name)} VALUES ({marks})"  # noqa: S608 - our own name


def quoted(name: str) -> str:
    """A name as SQLite takes it: `from` and `by` are words of its own."""
    return f'"{name}"'


def _column(column: Column) -> str:
    text = f"{quoted(column.name)} {_TYPES[column.type]}"
    if column.required:
        text += " NOT NULL"
    if column.type == "boolean":
        text += f" CHECK ({quoted(column.name)} IN (0, 1))"
    if column.references is not None:
        target = "number" if column.references == "decisions" else "id"
        text += f" REFERENCES {quoted(column.references)} ({target})"
    return text


def _outer_key(table: Table) -> list[str]:
    *outer, _ = table.key[:-1]
    return [*(column.name for column in outer), "position"]
