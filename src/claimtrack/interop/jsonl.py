"""JSON Lines: one record a line, with everything that its claim file says of it.

A line holds the keys of the format page, defaults left out, and `record`, the kind. Localized text
is always a mapping from language to text, so that a line can be read without the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.interop.exporting import Context, Exporter, OutputFile
from claimtrack.interop.json_text import json_bytes
from claimtrack.model import Ledger
from claimtrack.model.content import content


def _export(ledger: Ledger, _: Context) -> Iterator[OutputFile]:
    yield OutputFile("ledger.jsonl", _lines(ledger))


def _lines(ledger: Ledger) -> Iterator[bytes]:
    for record in ledger.records:
        yield json_bytes({"record": record.KIND, **content(record)}) + b"\n"


JSONL = Exporter(name="jsonl", summary="One record a line, as JSON.", export=_export)
