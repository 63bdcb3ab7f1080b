"""How a message shows the words that it is about."""

from typing import Final

__all__ = ["cut", "shown"]

_LONGEST: Final = 60


def cut(text: str) -> str:
    """Give a text on one line, cut to sixty code points."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def shown(text: str) -> str:
    """Quote a text for a message, on one line and cut to sixty code points."""
    cut_off = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return repr(cut_off)
