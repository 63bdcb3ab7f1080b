"""Cells that a spreadsheet would run (OWASP, CSV injection)."""

from __future__ import annotations

ACTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may take for a formula."""


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may run a cell; white space before a sign does not stop it."""
    if cell[:1].isalnum():
        return False
    return cell.startswith(("\t", "\r")) or cell.lstrip().startswith(ACTS)
