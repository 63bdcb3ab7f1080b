"""Parquet: a folder with one typed file for each table; needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.interop.exporting import Context, Exporter, OutputFile
from claimtrack.interop.tables.sheets import Sheet, sheets
from claimtrack.model import Ledger

_ROWS = 50_000
"""Rows in one row group."""


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    try:
        import pyarrow as arrow  # noqa: ICN001, PLC0415 - only where it is asked for
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            "parquet needs pyarrow, which is not installed: pip install 'claimtrack[parquet]', "
            "or '.[parquet]' in a checkout"
        ) from None
    for sheet in sheets(ledger, context):
        schema = _schema(sheet, arrow)
        yield OutputFile(f"{sheet.table.name}.parquet", _bytes(sheet, schema, arrow, parquet))


def _schema(sheet: Sheet, arrow: Any) -> Any:
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        # Years run from 1 to 9999, which finer units do not reach.
        "moment": arrow.timestamp("ms"),
    }
    columns = sheet.table.columns
    return arrow.schema(
        [arrow.field(c.name, types[c.type], nullable=not c.required) for c in columns]
    )


def _bytes(sheet: Sheet, schema: Any, arrow: Any, parquet: Any) -> Iterator[bytes]:
    target = io.BytesIO()
    with parquet.ParquetWriter(target, schema) as writer:
        while rows := list(islice(sheet.rows, _ROWS)):
            columns = [
                arrow.array(cells, type=field.type)
                for cells, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_table(arrow.table(columns, schema=schema))
    yield target.getvalue()


PARQUET = Exporter(
    name="parquet",
    summary="The tables of csv with types; needs claimtrack[parquet].",
    export=_export,
    folder=True,
    binary=True,
)
