"""Measure what anchoring costs, on texts of invented words.

    python bench/anchoring.py

Printed is the time to read and anchor 10,000 quotes of 1,000 articles, as a multiple of the time
to read the articles and normalise them (NFC) with the standard library; the two take turns, and the
least of several rounds counts. Then the same where each text must be folded, and texts and quotes
of a size that no newsroom has.
"""

import random
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from claimtrack.text.anchor import Grade, Source

ARTICLES, QUOTES, BYTES = 1_000, 10, 5_000
SHORTEST, LONGEST = 4, 30
ROUNDS = 7
VOCABULARY = 4_000
LETTERS = {
    "en": ("bcdfghjklmnpqrstvwxz", "aeiouy", "“”’—"),
    "ar": ("بتثجحخدذرزسشصضطظعغفقكلمنهءة", "اوي", "«»،؛"),
}


class Wanted(NamedTuple):
    """A quote, and what stands before it where that is recorded."""

    exact: str
    prefix: str | None


class Article(NamedTuple):
    """The file of an article and its quotes."""

    path: Path
    quotes: list[Wanted]


def main() -> None:
    """Print all figures."""
    chance = random.Random(2031)  # noqa: S311 - the same texts on every run
    with tempfile.TemporaryDirectory() as folder:
        exact = list(articles(Path(folder), chance, typeset=False))
        compared("exact", exact, Grade.EXACT)
        folded = list(articles(Path(folder), chance, typeset=True))
        compared("folded", folded, Grade.FOLDED)
    large(chance)


def articles(folder: Path, chance: random.Random, *, typeset: bool) -> Iterator[Article]:
    """Write articles, half of them Arabic, and draw quotes of 4 to 30 words, half with a prefix."""
    for number in range(ARTICLES):
        words = list(invented(chance, "ar" if number % 2 else "en", BYTES))
        text = " ".join(words)
        path = folder / f"{typeset}-{number}.txt"
        path.write_text(printed(text) if typeset else text, encoding="utf-8")
        yield Article(path, drawn(chance, words))


def invented(chance: random.Random, language: str, size: int) -> Iterator[str]:
    """Words of a language, the first ones of its vocabulary the most often, up to some bytes."""
    vocabulary, marks = vocabularies(language), LETTERS[language][2]
    written = 0
    while written < size:
        word = vocabulary[int(VOCABULARY ** chance.random())]
        if chance.random() < 0.1:  # noqa: PLR2004
            word += chance.choice(marks)
        written += len(word.encode()) + 1
        yield word


@cache
def vocabularies(language: str) -> list[str]:
    """The words of a language that nobody speaks: one to five syllables of consonant and vowel."""
    chance = random.Random(language)  # noqa: S311
    consonants, vowels, _ = LETTERS[language]
    words = (
        "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(syllables))
        for syllables in chance.choices(range(1, 6), [4, 8, 8, 3, 1], k=VOCABULARY + 1)
    )
    return sorted(words, key=len)


def printed(text: str) -> str:
    """A text as it is printed: in lines of three words, with short vowels."""
    words = text.replace("ور", "ُور").split(" ")
    lines = (" ".join(words[start : start + 3]) for start in range(0, len(words), 3))
    return "\n".join(lines)


def drawn(chance: random.Random, words: list[str]) -> list[Wanted]:
    """Words in a row that stand once in the text, with the three before them or without."""
    text, found = " ".join(words), []
    while len(found) < QUOTES:
        start = chance.randrange(3, len(words) - LONGEST)
        exact = " ".join(words[start : start + chance.randint(SHORTEST, LONGEST)])
        if text.count(exact) == 1:
            prefix = " ".join(words[start - 3 : start]) + " " if len(found) % 2 else None
            found.append(Wanted(exact, prefix))
    return found


def compared(name: str, found: list[Article], grade: Grade) -> None:
    """Print the ratio of anchoring to normalising, each at its best, and check the grades."""
    for path, quotes in found:
        source = Source(path.read_text(encoding="utf-8"))
        if any(source.anchor(*quote).grade is not grade for quote in quotes):
            sys.exit(f"{name}: not every quote passes so")
    normalised = anchored = float("inf")
    for _ in range(ROUNDS):
        normalised = min(normalised, seconds(lambda: normalise(found)))
        anchored = min(anchored, seconds(lambda: anchor(found)))
    print(
        f"{len(found) * QUOTES:,} quotes of {len(found):,} articles, {name}: {anchored:.3f} s; "
        f"reading and normalising {normalised:.3f} s; ratio {anchored / normalised:.2f}"
    )


def anchor(found: list[Article]) -> None:
    """Read all articles and anchor all quotes."""
    for article in found:
        source = Source(article.path.read_text(encoding="utf-8"))
        for exact, prefix in article.quotes:
            source.anchor(exact, prefix)


def normalise(found: list[Article]) -> None:
    """Read all articles and normalise them."""
    for article in found:
        unicodedata.normalize("NFC", article.path.read_text(encoding="utf-8"))


def large(chance: random.Random) -> None:
    """Print how long a text of 20 MB and a quote of 100,000 words take."""
    words = list(invented(chance, "en", 20_000_000))
    text = " ".join(words)
    print(f"a text of {len(text) / 1e6:.0f} MB:")
    quotes = {
        "8 words": " ".join(words[-20:-12]),
        "100,000 words": " ".join(words[-100_000:]),
        "two fragments": " ".join(words[-30:-20]) + " […] " + " ".join(words[-15:-5]),
        "8 words, absent": " ".join(words[:1:-300_000][:8]),
        "100,000 words, the last one changed": " ".join([*words[-100_000:-1], "zebra"]),
    }
    source = Source(text)
    for name, exact in quotes.items():
        found = seconds(lambda exact=exact: source.anchor(exact))
        print(f"  {name}: {source.anchor(exact).grade}, {found:.2f} s")
    near = seconds(lambda: source.near(quotes["100,000 words, the last one changed"]))
    print(f"  the passage nearest to the last one: {near:.2f} s")
    wrapped = printed(text)
    print(f"  folding it: {seconds(lambda: Source(wrapped).folded):.2f} s")


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()
