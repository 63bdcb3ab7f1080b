"""What a page may do: show itself in its own style, run its own search, be left by a web link."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

SEARCH = "search.js"
"""Finds records by their words."""
LIVE = "live.js"
"""Loads a page that `claimtrack serve` shows again when the ledger changes."""


@cache
def asset(name: str) -> str:
    """A stylesheet or script, as it is embedded in a page."""
    path = files("claimtrack.reports").joinpath("templates", name)
    return path.read_text(encoding="utf-8").strip()


@cache
def policy(*scripts: str) -> str:
    """The Content-Security-Policy: no source but the embedded style and scripts, by their digests.

    The script of a served page may ask its own server whether anything changed.
    """
    style = f"style-src {_digest(asset('style.css'))}"
    parts = ["default-src 'none'", style]
    if scripts:
        parts.append("script-src " + " ".join(_digest(asset(name)) for name in scripts))
    if LIVE in scripts:
        parts.append("connect-src 'self'")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    found = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(found).decode('ascii')}'"
