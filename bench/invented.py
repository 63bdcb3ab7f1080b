"""The world of generated ledgers: words, names and sentences in English and Arabic, all invented.

Every list of English has its Arabic beside it, so that a sentence and its translation are drawn by
the same numbers.
"""

import tomllib
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_WORDS = {
    kind: {language: text.split() for language, text in both.items()}
    for kind, both in tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    ).items()
}
NOUNS, NOUNS_AR = _WORDS["nouns"].values()
ACTS, ACTS_AR = _WORDS["acts"].values()
PLACES, PLACES_AR = _WORDS["places"].values()
GIVEN, GIVEN_AR = _WORDS["given"].values()

_SLOTS = 11


class Sentence(NamedTuple):
    """One statement in both languages."""

    en: str
    ar: str


def numbers(*of: object, size: int = 16) -> bytes:
    """Numbers from 0 to 255 that depend on nothing but what is given."""
    return blake2b(repr(of).encode(), digest_size=size).digest()


def sentence(*of: object) -> Sentence:
    """A sentence that depends on nothing but what is given; two hardly ever share most words."""
    n = [number % 32 for number in numbers(*of)[:_SLOTS]]
    return Sentence(
        f"The {NOUNS[n[0]]} of {PLACES[n[1]]} {ACTS[n[2]]} the {NOUNS[n[3]]} for the "
        f"{NOUNS[n[4]]} in {PLACES[n[5]]} while the {NOUNS[n[6]]} {ACTS[n[7]]} the {NOUNS[n[8]]} "
        f"between {PLACES[n[9]]} and {PLACES[n[10]]}",
        f"{ACTS_AR[n[2]]} {NOUNS_AR[n[0]]} في {PLACES_AR[n[1]]} {NOUNS_AR[n[3]]} من أجل "
        f"{NOUNS_AR[n[4]]} في {PLACES_AR[n[5]]} بينما {ACTS_AR[n[7]]} {NOUNS_AR[n[6]]} "
        f"{NOUNS_AR[n[8]]} بين {PLACES_AR[n[9]]} و{PLACES_AR[n[10]]}",
    )


def person(n: int) -> Sentence:
    """The name of a person: 32,768 of them differ."""
    first, second, last = n % 32, n // 32 % 32, n // 1024 % 32
    return Sentence(
        f"{GIVEN[first]} {GIVEN[second]} {PLACES[last]}",
        f"{GIVEN_AR[first]} {GIVEN_AR[second]} {PLACES_AR[last]}",
    )


def outlet(n: int) -> Sentence:
    """The name of one of 64 outlets."""
    kind, kind_ar = (("Courier", "بريد"), ("Radio", "إذاعة"))[n // 32 % 2]
    return Sentence(f"{PLACES[n % 32]} {kind}", f"{kind_ar} {PLACES_AR[n % 32]}")


def slug(name: str) -> str:
    """The name as an identifier."""
    return name.lower().replace(" ", "-")
