"""Sets of characters as a regular expression has them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(signs: Iterable[str]) -> str:
    """A class of characters: `[aو-ي]`. Neighbours are one range, which is many times as quick."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, set(signs))):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    parts = (
        _sign(first) if first == last else f"{_sign(first)}-{_sign(last)}" for first, last in ranges
    )
    return f"[{''.join(parts)}]"


def _sign(code: int) -> str:
    return re.escape(chr(code))
