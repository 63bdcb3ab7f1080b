"""Strategies for the scalars of claim files: texts, identifiers, dates, quantities, addresses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from claimtrack.model import Localized
from claimtrack.model.fields import WORDS
from claimtrack.testing import vocabulary
from claimtrack.text.dates import Date, parse_date

FIRST_DAY = date(2031, 1, 1)
LAST_DAY = date(2031, 5, 31)
"""Generated days lie before the day on which rule cases are judged."""

_LANGUAGES = ("en", "ar", "fa", "no", "ar-LB", "zh-Hant", "es-419", "tk")
_ZONES = ("+02:00", "+03:00", "-05:00", "Z", "")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def any_texts(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Any text that a field of text can hold: at least one character that can be seen.

    Among them are those on which careless readers and writers of YAML stumble.
    """
    alphabet = st.characters(exclude_categories=["Cs"])
    arbitrary = st.text(alphabet, min_size=1, max_size=max_size)
    seen = arbitrary.filter(lambda text: WORDS.regex.match(text) is not None)
    return st.sampled_from(vocabulary.ODD_TEXTS) | seen


def texts() -> st.SearchStrategy[str]:
    """Texts as people write them in short fields, now and then an odd one."""
    plain = st.sampled_from(vocabulary.WORDS)
    return st.one_of(plain, plain, any_texts())


def sentences() -> st.SearchStrategy[str]:
    """Sentences in English or Arabic."""
    return st.sampled_from([text for pair in vocabulary.SENTENCES for text in pair])


def identifiers(prefix: str = "") -> st.SearchStrategy[str]:
    """Identifiers (`[a-z0-9][a-z0-9._-]*`) that begin with `prefix`."""
    tail = r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?" if prefix else r"[a-z0-9][a-z0-9._-]{0,8}"
    return st.from_regex(tail, fullmatch=True).map(prefix.__add__)


def languages() -> st.SearchStrategy[str]:
    """Language tags (BCP 47), some with a script or a region."""
    return st.sampled_from(_LANGUAGES)


def localized() -> st.SearchStrategy[Localized]:
    """Text in one to three languages; often in English alone, the usual default language."""
    in_english = texts().map(Localized.of)
    tags = st.lists(languages(), min_size=1, max_size=3, unique=True)
    return in_english | tags.flatmap(
        lambda chosen: st.tuples(*(texts() for _ in chosen)).map(
            lambda found: Localized(tuple(zip(chosen, found, strict=True)))
        )
    )


def pairs(choices: Sequence[tuple[str, str]]) -> st.SearchStrategy[Localized]:
    """One of some texts that are known in English and Arabic: in either or in both."""

    def ways(pair: tuple[str, str]) -> list[Localized]:
        english, arabic = ("en", pair[0]), ("ar", pair[1])
        return [Localized(way) for way in ((english,), (english, arabic), (arabic, english))]

    return st.sampled_from(choices).flatmap(lambda pair: st.sampled_from(ways(pair)))


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[Date]:
    """Days of the calendar, written `2031-05-02`."""
    return st.dates(first, last).map(lambda day: parse_date(day.isoformat()))


def moments(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[Date]:
    """Minutes of a day, with or without an offset from UTC: `2031-05-02T16:40+02:00`."""
    minutes = st.integers(0, 24 * 60 - 1)
    return st.tuples(st.dates(first, last), minutes, st.sampled_from(_ZONES)).map(
        lambda of: parse_date(f"{of[0].isoformat()}T{of[1] // 60:02}:{of[1] % 60:02}{of[2]}")
    )


def dates() -> st.SearchStrategy[Date]:
    """Dates of EDTF level 1: days, moments, months, years, uncertain ones, intervals."""
    months = st.dates(FIRST_DAY, LAST_DAY).map(lambda day: f"{day.year}-{day.month:02}")
    loose = st.one_of(
        st.dates(FIRST_DAY, LAST_DAY).map(lambda day: f"{day.isoformat()}?"),
        months,
        months.map(lambda month: f"{month}-XX"),
        months.map(lambda month: f"{month}/.."),
        months.map(lambda month: f"../{month}"),
        st.integers(2025, 2030).map(lambda year: f"{year}~"),
        st.integers(2025, 2030).map(str),
        st.tuples(st.dates(FIRST_DAY, LAST_DAY), st.integers(0, 30)).map(
            lambda of: f"{of[0].isoformat()}/{(of[0] + timedelta(of[1])).isoformat()}"
        ),
    )
    return days() | moments() | loose.map(parse_date)


def quantities(unit: str = "") -> st.SearchStrategy[str]:
    """Quantities as printed: exact, about, bounded or a range, in the digits of either script."""
    return st.integers(1, 9000).flatmap(lambda number: written(number, unit))


def written(number: int, unit: str = "") -> st.SearchStrategy[str]:
    """Ways to print quantities of which `number` is one: none contradicts another."""
    suffix = f" {unit}" if unit else ""
    digits = str(number)
    return st.sampled_from(
        [
            f"{digits}{suffix}",
            f"about {digits}{suffix}",
            f"at least {digits}{suffix}",
            f"more than {number - 1}{suffix}",
            f"{number}-{number + 5}{suffix}",
            f"{in_arabic_digits(digits)}{suffix}",
        ]
    )


def in_arabic_digits(text: str) -> str:
    """The text with its digits in the Arabic script: `35` as `٣٥`."""
    return text.translate(_ARABIC_DIGITS)


def urls() -> st.SearchStrategy[str]:
    """Web addresses, in domains that are reserved for examples (RFC 2606)."""
    return identifiers().map(lambda name: f"https://northern-wire.example/{name}")


def paths() -> st.SearchStrategy[str]:
    """Paths relative to a claim file, as captured texts have them."""
    return identifiers().map(lambda name: f"texts/{name}.txt")


def digests(length: int) -> st.SearchStrategy[str]:
    """Hexadecimal digits, as fingerprints (20) and SHA-256 (64) have them."""
    return st.from_regex(f"[0-9a-f]{{{length}}}", fullmatch=True)


def tokens() -> st.SearchStrategy[str]:
    """Fingerprints of records as somebody saw them, with and without marks of their fields."""
    marks = st.lists(digests(5), min_size=1, max_size=12).map(lambda some: "-" + "".join(some))
    return st.tuples(digests(20), st.just("") | marks).map("".join)


def qids() -> st.SearchStrategy[str]:
    """Wikidata identifiers of no meaning."""
    return st.integers(1, 10**9).map(lambda number: f"Q{number}")
