"""The formats that claimtrack can take in: one module each, and a line here."""

from __future__ import annotations

from claimtrack.interop.importing import Importer
from claimtrack.interop.imports.claimreview import CLAIMREVIEW
from claimtrack.interop.imports.csv_claims import CSV

IMPORTERS: tuple[Importer, ...] = (CLAIMREVIEW, CSV)
"""Every shipped importer, in the order in which help names them."""
