"""Runs of text that know their language and direction, ready to stand in any report.

Texts come from strangers and in both directions. A run says what a page must know to set it (BCP 47
language, direction), holds no character that could act on what stands beside it, and splits itself
into the phrases that Unicode's bidirectional algorithm (UAX #9) must keep apart: "20 years" in an
Arabic sentence is never painted "years 20".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final, Literal

from attrs import frozen

from claimtrack.model import Localized

Direction = Literal["ltr", "rtl"]

LONGEST_NAME: Final = 160
"""Code points of a name that are shown where it is only mentioned."""

_RTL_LANGUAGE: Final = re.compile(
    "ar|arc|azb|ckb|dv|fa|he|iw|ks|lrc|mzn|nqo|pnb|prs|ps|sd|sdh|skr|syr|ug|ur|yi"
)
_RTL_SCRIPT: Final = re.compile("adlm|arab|aran|hebr|mand|nkoo|rohg|samr|syrc|thaa|yezi")
_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_SCRIPT_LENGTH: Final = 4

# Embeddings and isolates do no more than a run's own direction does, and unbalanced ones leak.
_DROPPED: Final = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
# Overrides change what is read: a reader must see that one was there.
_OVERRIDES: Final = frozenset("\u202d\u202e")
# All that `cleaned` changes: controls but tab and line feed, separators of lines, signs of
# direction, surrogates and noncharacters.
_ACTIVE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
# Blocks of right-to-left scripts; a text without any of them is one piece.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# The marks of a word diff (`[-old-] {+new+}`): what they hold is set apart, the marks are not.
_FENCES: Final = ("[-", "-]", "{+", "+}")
# A number is one token, in the digits of any script, with its sign, marks and percent sign.
_TOKEN: Final = re.compile(
    r"(?s)\[-|-\]|\{\+|\+\}"
    r"|(?:(?<!\w)[+\-\u2212])?\d(?:[\d:/.,+\-\u066b\u066c]*\d)?[%\u066a]?|."
)
_DIGIT: Final = re.compile(r"\d")
_EASTERN: Final = re.compile("[\u0660-\u0669\u06f0-\u06f9]")


@frozen
class Run:
    """A text in one language and direction."""

    text: str
    """The words, without characters that act on their surroundings."""
    lang: str
    """BCP 47 tag; empty where the language is not known (as in HTML's `lang=""`)."""
    dir: Direction
    """The direction of the run as a whole."""

    def __str__(self) -> str:
        return self.text

    @property
    def short(self) -> Run:
        """The run, cut to `LONGEST_NAME` code points."""
        return self.cut(LONGEST_NAME)

    def cut(self, most: int) -> Run:
        """The run, cut to so many code points; an ellipsis stands for the rest."""
        if len(self.text) <= most:
            return self
        return Run(self.text[: most - 1] + "…", self.lang, self.dir)

    @cached_property
    def pieces(self) -> tuple[Run, ...]:
        """The run cut where the direction changes; a piece of the other direction is a phrase.

        Joined, the texts of the pieces are the text. Numbers of several parts (dates, ratios) in
        right-to-left text are phrases too: the algorithm would turn `2031-05-04` around.
        """
        if self.dir == "ltr" and _RIGHT_TO_LEFT.search(self.text) is None:
            return (self,)
        pieces = []
        end = 0
        for start, stop in _phrases(self.text, self.dir):
            if start > end:
                pieces.append(Run(self.text[end:start], self.lang, self.dir))
            pieces.append(Run(self.text[start:stop], "", _other(self.dir)))
            end = stop
        if end < len(self.text) or not pieces:
            pieces.append(Run(self.text[end:], self.lang, self.dir))
        return tuple(pieces)


def run_of(text: str, language: str = "") -> Run:
    """A run of `text` that was written as `language` (empty: not known).

    The script decides where it contradicts the tag: Arabic words in a field of English text are a
    right-to-left run in no known language. What is no BCP 47 tag counts as not known.
    """
    clean = cleaned(text)
    language = language if _TAG.fullmatch(language) else ""
    expected = direction_of_language(language) if language else None
    found = {kind for char in clean if (kind := _strong(char)) is not None}
    if expected is not None and (expected in found or not found):
        return Run(clean, language, expected)
    return Run(clean, "", next((kind for char in clean if (kind := _strong(char))), "ltr"))


def best_run(text: Localized, language: str) -> Run:
    """The text to show to a reader of `language`: that one, else the first."""
    tag, words = text.best(language)
    return run_of(words, tag)


def other_runs(text: Localized, language: str) -> tuple[Run, ...]:
    """The texts in the languages that `best_run` does not show."""
    shown = text.best(language)
    return tuple(run_of(words, tag) for tag, words in text if (tag, words) != shown)


def code_run(text: str) -> Run:
    """Identifiers, dates, paths and numbers: left to right in every language."""
    return Run(cleaned(text), "", "ltr")


@lru_cache
def direction_of_language(language: str) -> Direction:
    """The direction of a BCP 47 language tag: its script subtag's, else its language's."""
    subtags = language.lower().split("-")
    script = next((tag for tag in subtags[1:] if len(tag) == _SCRIPT_LENGTH and tag.isalpha()), "")
    if script:
        return "rtl" if _RTL_SCRIPT.fullmatch(script) else "ltr"
    return "rtl" if _RTL_LANGUAGE.fullmatch(subtags[0]) else "ltr"


def cleaned(text: str) -> str:
    """The text without what could act on its surroundings.

    Directional overrides are shown by their code (`<U+202E>`); embeddings and isolates are dropped,
    since every run is isolated; other control characters and lone surrogates become U+FFFD.
    """
    return text if _ACTIVE.search(text) is None else "".join(map(_cleaned, text))


def _cleaned(char: str) -> str:
    if char in _OVERRIDES:
        return f"<U+{ord(char):04X}>"
    if char in _DROPPED:
        return ""
    if char in "\n\t":
        return char
    if char in "\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    # Noncharacters, such as U+FFFF, are unassigned (Cn) and may not stand in HTML.
    return (
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") or _is_noncharacter(char) else char
    )


def _is_noncharacter(char: str) -> bool:
    """Whether it is a code point such as U+FFFF, which may not stand in HTML."""
    code = ord(char)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - Unicode 23.7


def _other(direction: Direction) -> Direction:
    return "ltr" if direction == "rtl" else "rtl"


@lru_cache(maxsize=4096)
def _strong(char: str) -> Direction | None:
    kind = unicodedata.bidirectional(char)
    if kind == "L":
        return "ltr"
    return "rtl" if kind in ("R", "AL") else None


def _phrases(text: str, base: Direction) -> Iterator[tuple[int, int]]:
    """Where phrases of the other direction begin and end in a text of direction `base`.

    A phrase runs from one word of that direction to the last before a word of the base. Numbers
    belong to the words beside them; in a right-to-left text each is a phrase by itself without any.
    """
    start = last = -1
    worded = False
    for token in _TOKEN.finditer(text):
        kind = "base" if token[0] in _FENCES else _kind(token[0], base)
        if kind == "other" or (kind == "number" and (worded or start < 0)):
            start = token.start() if start < 0 else start
            last = token.end()
            worded = worded or kind == "other"
        elif kind == "number":
            yield start, last
            start, last = token.span()
        elif kind == "mark" and last == token.start():
            last = token.end()
        elif kind == "base" and start >= 0:
            yield start, last
            start, worded = -1, False
    if start >= 0:
        yield start, last


def _kind(token: str, base: Direction) -> str:
    """What a number or a character is to a text of direction `base`."""
    digit = _DIGIT.search(token)
    char = token[0] if digit is None else digit[0]
    bidirectional = unicodedata.bidirectional(char)
    # Persian digits are "European" to the algorithm, yet are read with right-to-left words.
    if base == "ltr" and _EASTERN.match(char):
        return "number"
    if bidirectional == "EN":
        return "number" if base == "rtl" else "neutral"
    if bidirectional == "AN":
        return "neutral" if base == "rtl" else "number"
    if bidirectional == "NSM":
        return "mark"
    strong = _strong(char)
    if strong is None:
        return "neutral"
    return "base" if strong == base else "other"
