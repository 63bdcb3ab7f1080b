"""Values as FollowTheMoney keeps them: its languages, its dates, its lengths."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from types import MappingProxyType

from claimtrack.text.dates import MAX, MIN, Date
from claimtrack.text.edtf import DAY, LAST

_CODES = (
    "af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell "
    "en:eng es:spa et:est fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind "
    "is:isl it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz lo:lao lt:lit lv:lav "
    "mk:mkd mn:mon ms:msa mt:mlt my:mya ne:nep nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus "
    "si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel tg:tgk th:tha tk:tuk tl:tgl "
    "tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
)
LANGUAGES = MappingProxyType(dict(pair.split(":") for pair in _CODES.split()))
"""ISO 639-3 for the primary subtags that FollowTheMoney has: it keeps no others."""

LONGEST = MappingProxyType({"name": 384, "string": 1024, "text": 65_000, "address": 250})
"""Characters of a value, by its type."""

_EXACT = re.compile(
    r"[1-9][0-9]{3}(-(?:0[1-9]|1[0-2])(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?)?"
)
_DROPPED = frozenset("\u200e\u200f\u061c\ufeff")
"""Marks that its readers take away: they would count a text as changed."""


def language_of(tag: str) -> str | None:
    """The code for a BCP 47 tag, or None."""
    primary = tag.lower().split("-")[0]
    return LANGUAGES.get(primary) or (primary if primary in LANGUAGES.values() else None)


def point(date: Date) -> str | None:
    """The date where it is one year, month, day or minute; in UTC where it has a zone."""
    if date.zone is not None and date.lower == date.upper:
        return _moment(date.lower - date.zone)
    return date.text if _EXACT.fullmatch(date.text) else None


def span(date: Date) -> tuple[str | None, str | None]:
    """The first and the last day that a date can mean; None for an open end."""
    first = None if date.lower == MIN else _moment(date.lower)[:10]
    last = None if date.upper == MAX else _moment(date.upper)[:10]
    return first, last


def cleaned(text: str, kind: str) -> str:
    """The text without what its readers would change: controls, and white space in a row."""
    kept = "".join(map(_cleaned, unicodedata.normalize("NFC", text)))
    if kind in ("name", "address"):
        return " ".join(kept.split())
    return kept.strip()


def _cleaned(char: str) -> str:
    if char in _DROPPED:
        return ""
    if char in "\n\t\r\u2028\u2029\x85":
        return "\n" if char != "\t" else " "
    return "" if unicodedata.category(char) in ("Cc", "Cs") else char


def _moment(minute: int) -> str:
    days, minutes = divmod(min(max(minute, 0), LAST), DAY)
    day = datetime.fromordinal(days + 1).replace(hour=minutes // 60, minute=minutes % 60)
    return day.isoformat(timespec="seconds")
