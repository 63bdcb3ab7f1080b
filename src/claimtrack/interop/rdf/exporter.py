"""The exporter of linked data: one file of Turtle, a block for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.interop.exporting import Context, Exporter, OutputFile, leave_unheld
from claimtrack.interop.rdf.prov import HELD, Mapper
from claimtrack.interop.rdf.turtle import block, head
from claimtrack.model import Ledger


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    leave_unheld(ledger, context, held=HELD, format_name="rdf")
    yield OutputFile("ledger.ttl", _pieces(ledger, context))


def _pieces(ledger: Ledger, context: Context) -> Iterator[bytes]:
    yield head().encode("utf-8")
    for subject in Mapper(ledger, context).subjects():
        yield block(*subject).encode("utf-8")


RDF = Exporter(name="rdf", summary="Linked data in Turtle: PROV-O for the chain.", export=_export)
