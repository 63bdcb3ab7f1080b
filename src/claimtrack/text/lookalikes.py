"""Numbers in running text that are no quantities.

Dates, times of day, years, ordinals, labels (`Article 5`), names (`F-16`), telephone numbers and
addresses. What may be either is taken for one of these: a quantity that is missed costs less than
one that was never printed.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from claimtrack.text.fold import respell
from claimtrack.text.months import is_month
from claimtrack.text.regex import regex
from claimtrack.text.tokens import Token

_NEVER: Final = regex(
    r"(?<!\S)\S*(?:://|www\.|@)\S*"  # addresses
    r"|\+[0-9][0-9 ()-]{6,}[0-9]|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{3,4}-[0-9]{4}"
    r"|(?<![0-9])[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?![0-9])"  # dates in digits
    r"|[0-9]+(?:[:/+][0-9]+)+"  # times, seasons, scores, the five plus one
    r"|(?<![\w.])[A-Za-z][A-Za-z.]*-?[0-9][\w.+-]*"  # F-16, G20
    r"|[0-9]+(?:st|nd|rd|th)\b|'?[0-9]{2,4}'?s\b|[0-9]+[A-Z](?![\w$])"  # 21st, 1990s, 5G
    r"|[0-9]{1,2}(?:\.[0-9]{2})? ?[ap](?:\.m\.|m\b)|[0-9]{1,2} o'clock"
    r"|(?<![0-9.,٫])0[0-9]+(?![.,٫]?[0-9])|(?<![0-9.,٫])[0-9]{10,}|[#№]\S+|\[[0-9]+\]"
)
_LABELS: Final = frozenset(
    map(
        respell,
        [
            "no",
            "number",
            "nos",
            "article",
            "articles",
            "resolution",
            "chapter",
            "page",
            "pages",
            "section",
            "paragraph",
            "rule",
            "route",
            "highway",
            "flight",
            "phase",
            "level",
            "channel",
            "room",
            "volume",
            "act",
            "day",
            "boeing",
            "airbus",
            "رقم",
            "المادة",
            "مادة",
            "القرار",
            "قرار",
            "الفقرة",
            "البند",
            "الفصل",
            "صفحة",
            "الصفحة",
            "المرحلة",
            "الساعة",
            "طراز",
            "القانون",
            "قانون",
            "القناة",
            "الطابق",
            "الدورة",
        ],
    )
)
_YEARS: Final = frozenset(
    map(respell, ["year", "عام", "سنة", "العام", "السنة", "لعام", "بعام", "للعام"])
)
_ERAS: Final = frozenset({"ه", "هجريه", "هجري", "ميلادي", "ميلاديه", "م", "bc", "ad", "bce", "ce"})
_WEEKDAYS: Final = frozenset(
    map(
        respell,
        [
            "الأحد",
            "الاثنين",
            "الإثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "أمس",
            "غد",
        ],
    )
)
_DAYS_IN_MONTH: Final = 31
_FEWEST_DIGITS: Final = 4
_BETWEEN_DAYS: Final = frozenset({"-", "to", "and", "or", "of", "و", "الي", "/", "the"})
_REACH: Final = 4


class Mask:
    """The stretches of a folded text in which no quantity is looked for."""

    def __init__(self, western: str) -> None:
        spans = [match.span() for match in _NEVER.finditer(western)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int) -> bool:
        """Tell whether a place lies in one of them."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and start < self._ends[at]


def is_year(word: Token) -> bool:
    """Tell four digits that may be a year of our time."""
    return (
        word.numeral
        and len(word.text) == _FEWEST_DIGITS
        and word.text.isdecimal()
        and 1800 <= int(word.text) < 2100  # noqa: PLR2004 - the years of which news speaks
    )


def is_date(words: Sequence[Token], start: int, end: int) -> bool:
    """Tell a number of a date: it stands by a month, an era, or the word `year`."""
    word = words[start]
    if not word.numeral or not word.text.isdecimal():
        return False
    before = words[start - 1].key if start else ""
    after = words[end].key if end < len(words) else ""
    if len(word.text) == _FEWEST_DIGITS and (before in _YEARS or after in _ERAS):
        return True
    if int(word.text) > _DAYS_IN_MONTH and len(word.text) != _FEWEST_DIGITS:
        return False
    behind = words[start + 1 : start + 1 + _REACH]
    ahead = words[max(0, start - _REACH) : start][::-1]
    return _meets_month(behind) or _meets_month(ahead)


def _meets_month(words: Sequence[Token]) -> bool:
    for word in words:
        if is_month(word):
            return True
        if not word.numeral and word.key not in _BETWEEN_DAYS:
            return False
    return False


def is_label(words: Sequence[Token], start: int) -> bool:
    """Tell a number that names one of many: `Article 5`, `القرار 2231`."""
    return start > 0 and words[start - 1].key in _LABELS


def names_a_time(words: Sequence[Token], unit: int) -> bool:
    """Tell a word that only looks like the unit: `عام` before 2015, `يوم` before Sunday."""
    if unit + 1 >= len(words):
        return False
    following = words[unit + 1]
    return is_year(following) or following.key in _WEEKDAYS or is_month(following)
