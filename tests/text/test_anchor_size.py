"""Texts and quotes of a size that no newsroom has."""

import random
from time import perf_counter

import pytest
from prose import ARABIC, ENGLISH

from claimtrack.text.anchor import Grade, Source

BYTES = 20_000_000
LINE = [f"{number}th" for number in range(1_000, 1_020)]
"""Words that stand in the text once."""


@pytest.fixture(scope="module")
def words():
    chance = random.Random(2031)  # noqa: S311 - the same text on every run
    known = [*ENGLISH, *ARABIC]
    size = sum(len(word.encode()) + 1 for word in known) / len(known)
    found = chance.choices(known, k=int(BYTES / size))
    return [*found[:-200_000], *LINE, *found[-200_000:]]


@pytest.mark.slow
@pytest.mark.parametrize("space", [" ", "\n  "], ids=["as quoted", "in lines"])
def test_a_text_of_twenty_megabytes_and_a_quote_of_a_hundred_thousand_words(words, space):
    text = space.join(words)
    assert len(text.encode()) > 0.95 * BYTES
    start = perf_counter()
    source = Source(text)
    grade = Grade.EXACT if space == " " else Grade.FOLDED
    long = words[-250_000:-150_000]
    found = source.anchor(" ".join(long))
    assert found.grade is grade
    assert text[slice(*found.whole)] == space.join(long)
    assert source.anchor(" ".join([*long[:-1], "zebra"])).grade is Grade.ABSENT
    assert source.anchor(" ".join([*long[:40_000], *long[40_001:]])).grade is Grade.ABSENT
    parts = f"{' '.join(LINE[:5])} […] {' '.join(LINE[9:])}"
    assert text[slice(*source.anchor(parts).whole)] == space.join(LINE)
    passage, likeness = source.near(" ".join([*LINE[:7], "zebra", *LINE[8:]]))
    assert (text[slice(*passage)], likeness) == (space.join(LINE), 0.95)
    assert source.near(" ".join([*long[:-1], "zebra"])) is not None
    assert perf_counter() - start < 120
