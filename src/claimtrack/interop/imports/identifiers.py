"""Identifiers for what a feed names: the same on every run, whatever else was imported."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from claimtrack.text.fold import WESTERN_DIGITS

_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""Names of which the identifier loses nothing but the capitals that each word has."""
_OTHER = re.compile(r"[^a-z0-9]+")
NAMELESS = "actor"
"""Begins the identifier of a name of which no letter is written in Latin ones; digits follow."""
_PLAIN_LETTERS = "ابتجحدرزسصضطظعفقكلمنهويىةؤئأإآ"
_LETTERS = dict(zip(_PLAIN_LETTERS, "abtjhdrzssdtzafqklmnhwyaawyaia", strict=True))
_PAIRS = {"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "غ": "gh", "چ": "ch", "ژ": "zh"}
_PERSIAN = {"پ": "p", "گ": "g", "ک": "k", "ی": "y"}
_ROMANISED = str.maketrans({**_LETTERS, **_PAIRS, **_PERSIAN}) | WESTERN_DIGITS
"""Arabic letters for a reader of Latin; not to be read back, which is what the digits are for."""
_LONGEST = 40
_DIGITS = 12
_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"(?:https?://)?(?:www\.)?((?:{_LABEL}\.)+[a-z]{{2,}})(?:[:/?#].*)?", re.DOTALL)
_LONGEST_HOST = 80


def mark(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for some texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def stem(text: str) -> str:
    """What an identifier can have of a text: letters and digits, cut at a word."""
    letters = (
        unicodedata.normalize("NFKD", text.translate(_ROMANISED))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    words = _OTHER.sub("-", letters).strip("-")
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def of_name(name: str) -> str:
    """The identifier of a name: `Tamsel Oduya` is `tamsel-oduya`.

    Where the letters do not tell all of the name, digits stand behind them, so that no two names
    share an identifier.
    """
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST:
        return stem(name)
    return f"{stem(name) or NAMELESS}-{mark(name)}"


def host(address: str) -> str:
    """The domain of a web address or of a text that is one, without `www`; else empty."""
    found = _HOST.fullmatch(address.strip().lower())
    return found[1] if found and len(found[1]) <= _LONGEST_HOST else ""
