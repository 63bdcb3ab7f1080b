"""The one place at which a clock is read."""

from __future__ import annotations

import time


def today() -> str:
    """Today's date in UTC: `2031-05-02`."""
    return time.strftime("%Y-%m-%d", time.gmtime())
