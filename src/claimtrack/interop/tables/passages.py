"""Full-text search: every text of the tables once, with the words as they are compared.

SQLite's own tokenizer takes an Arabic vowel sign for the end of a word, so the words that are
indexed are folded as for `claimtrack query`. Whoever asks may write digits of either script: the
text is indexed with Western ones and with Arabic ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from claimtrack.interop.tables.schema import quoted
from claimtrack.interop.tables.table import Table
from claimtrack.text.fold import fold
from claimtrack.text.folding import EVERY_SIGN
from claimtrack.text.searchable import searchable

_TABLES = """
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    eastern TEXT
);
CREATE TABLE foldings (
    number INTEGER PRIMARY KEY,
    character TEXT NOT NULL,
    plain TEXT NOT NULL
);
CREATE VIRTUAL TABLE passages_fts USING fts5 (
    folded, eastern, content="passages", content_rowid="id"
);
"""
"""The content option is written as Datasette looks for it, which then offers a search."""

_EASTERN = {ord("0") + digit: 0x0660 + digit for digit in range(10)}


def eastern(text: str) -> str | None:
    """The text with its digits as Arabic has them, in the spelling of letters that it has.

    None where that says no more than the folded text: nothing in it is Arabic or a digit.
    """
    written = fold(text).translate(_EASTERN)
    return None if written.isascii() else written


def add_passages(database: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Make the tables `passages`, `passages_fts` and `foldings`, from the texts of the others.

    Raises `sqlite3.OperationalError` where SQLite was built without FTS5.
    """
    for statement in _TABLES.split(";\n"):
        database.execute(statement)
    database.create_function("folded", 1, searchable, deterministic=True)
    database.create_function("eastern", 1, eastern, deterministic=True)
    for table in tables:
        for column in table.columns:
            if column.prose:
                database.execute(
                    _gathered(table, quoted(column.name)), (f"{table.name}.{column.name}",)
                )
    database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')")
    database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('optimize')")
    signs = {**EVERY_SIGN, ord("`"): "'"}
    database.executemany(
        "INSERT INTO foldings (character, plain) VALUES (?, ?)",
        ((chr(code), plain) for code, plain in sorted(signs.items())),
    )


def _gathered(table: Table, column: str) -> str:
    owner = quoted(table.key[0].name)
    return (
        "INSERT INTO passages (kind, record, place, text, folded, eastern) "  # noqa: S608 - our names
        f"SELECT '{table.kind}', {owner}, ?, {column}, folded({column}), eastern({column}) "
        f"FROM {quoted(table.name)} WHERE {column} IS NOT NULL ORDER BY rowid"
    )
