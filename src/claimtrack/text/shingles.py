"""Which texts have passages in common: fingerprints that are few, and comparable between texts.

A shingle is a run of words. Of the hashes of all shingles of a text, winnowing keeps the least of
each window, so that any passage long enough leaves at least one that both texts keep (Schleimer,
Wilkerson and Aiken 2003). Time and space are linear in the length of a text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from hashlib import blake2b

from claimtrack.text.places import Passage
from claimtrack.text.words import Word, words

WORDS = 6
"""Words of a shingle: shorter runs stand in any two texts on one event."""
WINDOW = 20
"""Shingles of a window: a shared passage of `WORDS + WINDOW - 1` words is never missed."""


def shingles(text: str) -> list[int]:
    """The hashes of a text's runs of six words, in order; as the text folds, not as it is set."""
    found = [word.wide for word in words(text)]
    return [
        _digest(" ".join(found[place : place + WORDS])) for place in range(len(found) - WORDS + 1)
    ]


def shared_run(one: str, other: str) -> tuple[Passage, Passage] | None:
    """The longest run of six words or more that two texts share: its place in either.

    Of runs that begin alike in the first text, the first is followed. Linear in both lengths.
    """
    ours, theirs = words(one), words(other)
    places: dict[int, int] = {}
    hashes = shingles(one)
    for place, value in enumerate(hashes):
        places.setdefault(value, place)
    longest, length, here = (0, 0, 0), 0, -1
    for there, value in enumerate(shingles(other)):
        goes_on = 0 <= here < len(hashes) - 1 and hashes[here + 1] == value
        here = here + 1 if goes_on else places.get(value, -1)
        length = length + 1 if goes_on else int(here >= 0)
        longest = max(longest, (length, -here, -there))
    length, here, there = longest[0], -longest[1], -longest[2]
    if not length:
        return None
    size = length + WORDS - 2  # from the first word of the first shingle to the last of the last
    return _passage(ours, here - length + 1, size), _passage(theirs, there - length + 1, size)


def _passage(found: Sequence[Word], first: int, size: int) -> Passage:
    return Passage(found[first].start, found[first + size].end)


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def winnowed(hashes: Sequence[int]) -> frozenset[int]:
    """The fingerprints of a text: the least hash of each window, of equal ones the last."""
    kept: set[int] = set()
    falling: deque[tuple[int, int]] = deque()
    for place, value in enumerate(hashes):
        while falling and falling[-1][1] >= value:
            falling.pop()
        falling.append((place, value))
        if falling[0][0] <= place - WINDOW:
            falling.popleft()
        if place >= WINDOW - 1 or place == len(hashes) - 1:
            kept.add(falling[0][1])
    return frozenset(kept)
