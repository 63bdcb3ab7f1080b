"""Which web addresses a report lets through."""

from __future__ import annotations

from urllib.parse import urlsplit


def weburl(url: str | None) -> str:
    """The address where it is one of the web (http, https) that a browser reads alike; else ''."""
    if not url or not url.isprintable() or " " in url or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
