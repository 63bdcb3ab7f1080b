"""The passage of a text that comes nearest to words that do not stand in it.

Words that a quote and a text share vote for how far the one lies behind the other; where most votes
fall within a narrow band, the passage begins. It serves to show an editor where to look and never
makes a quote pass: a dropped negation leaves nearly all words alike.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from claimtrack.text.words import NumberedWords

ALTERED = 0.6
"""The share of a quote's words that a passage must have, in order, to be its altered form."""
LONGEST_ALIGNED = 400
"""Words of a passage that are aligned word by word; of a longer one only its beginning is."""


class Nearest(NamedTuple):
    """A passage: words `first` to `last` of the text (exclusive), and how alike it is (0 to 1)."""

    first: int
    last: int
    likeness: float


def nearest(quote: NumberedWords, text: NumberedWords) -> Nearest | None:
    """The nearest passage; None where the text shares no word with the quote.

    Of a longer quote the first `LONGEST_ALIGNED` words are looked for, so the cost has a bound.
    """
    wanted = [word.wide for word in quote.stretch(0, LONGEST_ALIGNED)]
    offset = _offset(wanted, text)
    if offset is None:
        return None
    slack = 3 + len(wanted) // 4
    first = max(0, offset - slack)
    window = [word.wide for word in text.stretch(first, offset + len(wanted) + slack)]
    matcher = SequenceMatcher(None, wanted, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start = max(0, blocks[0].b - blocks[0].a)
    end = min(len(window), blocks[-1].b + blocks[-1].size + len(wanted) - _end(blocks[-1]))
    shared = sum(block.size for block in blocks)
    last = min(len(text), first + end + len(quote) - len(wanted))
    return Nearest(first + start, last, shared / len(wanted))


def _end(block: object) -> int:
    return getattr(block, "a", 0) + getattr(block, "size", 0)


def _offset(wanted: list[str], text: NumberedWords) -> int | None:
    """How far the quote lies behind the text where most of its words agree."""
    votes: Counter[int] = Counter()
    for position, wide in enumerate(wanted):
        for place in text.places(wide):
            votes[place - position] += 1
    if not votes:
        return None
    # Words that were dropped or added shift the rest by a few places: neighbours vote together.
    band = 2
    return max(
        votes,
        key=lambda offset: (
            sum(votes.get(offset + shift, 0) for shift in range(-band, band + 1)),
            votes[offset],
            -offset,
        ),
    )
