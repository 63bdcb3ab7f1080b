"""The formats that claimtrack ships: one module each, and a line here."""

from __future__ import annotations

from claimtrack.interop.annotations import ANNOTATIONS
from claimtrack.interop.claimreview import CLAIMREVIEW
from claimtrack.interop.exporting import Exporter
from claimtrack.interop.ftm.exporter import FTM
from claimtrack.interop.jsonl import JSONL
from claimtrack.interop.rdf.exporter import RDF
from claimtrack.interop.tables.csv import CSV
from claimtrack.interop.tables.parquet import PARQUET
from claimtrack.interop.tables.sqlite import SQLITE

EXPORTERS: tuple[Exporter, ...] = (JSONL, SQLITE, CSV, PARQUET, ANNOTATIONS, RDF, FTM, CLAIMREVIEW)
"""Every shipped exporter, in the order in which help names them."""
