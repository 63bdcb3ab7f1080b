"""The formats that claimtrack can take in: one module each, and a line here."""

from __future__ import annotations

from claimtrack.interop.claimreview import CLAIMREVIEW
from claimtrack.interop.importing import Importer

IMPORTERS: tuple[Importer, ...] = (CLAIMREVIEW,)
"""Every shipped importer, in the order in which help names them."""
