"""What a page may do: nothing but show itself in its own style and be left by a web link."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


@cache
def stylesheet() -> str:
    """The one stylesheet, as it is embedded in each page."""
    path = files("claimtrack.reports").joinpath("templates", "style.css")
    return path.read_text(encoding="utf-8")


@cache
def policy() -> str:
    """The Content-Security-Policy: no source at all but the embedded stylesheet, by its digest."""
    digest = hashlib.sha256(stylesheet().encode("utf-8")).digest()
    style = f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
    return f"default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"
