"""The formats that claimtrack ships: one module each, and a line here."""

from __future__ import annotations

from claimtrack.interop.claimreview_export import CLAIMREVIEW
from claimtrack.interop.exporting import Exporter
from claimtrack.interop.jsonl import JSONL

EXPORTERS: tuple[Exporter, ...] = (JSONL, CLAIMREVIEW)
"""Every shipped exporter, in the order in which help names them."""
