"""The incremental index: what a run found out, kept so that the next one does only what is new.

`Builder` writes it from a full run, `Update` brings it up to date with changed files. Both give the
same result as a run over the whole ledger: that is a law, and tested as one.
"""

from claimtrack.engine.index.build import Builder
from claimtrack.engine.index.saving import save
from claimtrack.engine.index.touched import UnsureError
from claimtrack.engine.index.units import Change, Unit
from claimtrack.engine.index.update import Update

__all__ = ["Builder", "Change", "Unit", "UnsureError", "Update", "save"]
