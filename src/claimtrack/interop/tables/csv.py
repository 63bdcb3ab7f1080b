"""CSV: a folder with one file for each table (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from claimtrack.interop.exporting import Context, Exporter, OutputFile
from claimtrack.interop.tables.column import Cell
from claimtrack.interop.tables.sheets import Sheet, sheets
from claimtrack.model import Ledger
from claimtrack.text.formulas import is_formula


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    for sheet in sheets(ledger, context):
        yield OutputFile(f"{sheet.table.name}.csv", _lines(sheet))


def _lines(sheet: Sheet) -> Iterator[bytes]:
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\r\n").writerow
    write([column.name for column in sheet.table.columns])
    for row in sheet.rows:
        yield _taken(text)
        write([_cell(cell) for cell in row])
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    """What was written, which is then forgotten."""
    written = text.getvalue()
    text.seek(0)
    text.truncate()
    return written.encode("utf-8")


def _cell(cell: Cell) -> str:
    """A cell as text; empty for None.

    What a spreadsheet may run gets an apostrophe before it, and so does what begins with one: a
    program that takes one apostrophe from the beginning of a cell has the ledger's text.
    """
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith("'") or is_formula(cell) else cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat(timespec="minutes") if isinstance(cell, datetime) else str(cell)


CSV = Exporter(
    name="csv",
    summary="A folder with one table of each kind and list.",
    export=_export,
    folder=True,
)
