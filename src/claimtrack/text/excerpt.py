"""How a message shows the words that it is about."""

from typing import Final

_LONGEST: Final = 60


def shown(text: str) -> str:
    """Quote a text for a message, on one line and cut to sixty code points."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return repr(cut)
