"""The formats that claimtrack can take in: one module each, and a line here."""

from __future__ import annotations

from claimtrack.interop.claimreview import CLAIMREVIEW
from claimtrack.interop.csv_claims import CSV
from claimtrack.interop.importing import Importer

IMPORTERS: tuple[Importer, ...] = (CLAIMREVIEW, CSV)
"""Every shipped importer, in the order in which help names them."""
