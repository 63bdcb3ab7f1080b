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
    yield _line([column.name for column in sheet.table.columns])
    for row in sheet.rows:
        yield _line(list(map(_cell, row)))


def _line(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8")


def _cell(cell: Cell) -> str:
    """A cell as text; empty for None.

    What a spreadsheet may run gets an apostrophe before it, and so does what begins with one: a
    program that takes one apostrophe from the beginning of a cell has the ledger's text.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if cell.startswith("'") or is_formula(cell) else cell


CSV = Exporter(
    name="csv",
    summary="A folder with one table of each kind and list.",
    export=_export,
    folder=True,
)
