"""What the readers of feeds give: objects as a feed has them, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimtrack.interop.feeds.window import Place

Json = Mapping[str, Any]
"""An object of JSON: numbers are text in it, as the feed writes them."""


class Found(NamedTuple):
    """One object of a feed, and where it begins."""

    place: Place
    value: Json


class Gap(NamedTuple):
    """A part of a feed that could not be read: where it begins, and why."""

    place: Place
    reason: str
