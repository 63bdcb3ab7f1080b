"""The passage of a text that comes nearest to words that do not stand in it.

Words that a quote and a text share vote for how far the one lies behind the other; where most votes
fall within a narrow band, the passage begins. It serves to show an editor where to look and never
makes a quote pass: a dropped negation leaves nearly all words alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimtrack.text.words import Word

ALTERED = 0.6
"""The share of a quote's words that a passage must have, in order, to be its altered form."""
MOST_VOTES = 40
"""Places at which one word may vote; a commoner word says little about where the passage is."""
LONGEST_ALIGNED = 400
"""Words of a passage that are aligned word by word; of a longer one only its beginning is."""


class Nearest(NamedTuple):
    """A passage: words `first` to `last` of the text (exclusive), and how alike it is (0 to 1)."""

    first: int
    last: int
    likeness: float


def index_of(text: Sequence[Word]) -> dict[str, list[int]]:
    """Where each word of a text stands, by its wide form: made once for all quotes of a text."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(text):
        places[word.wide].append(position)
    return dict(places)


def nearest(
    quote: Sequence[Word], text: Sequence[Word], index: dict[str, list[int]]
) -> Nearest | None:
    """The nearest passage; None where the text shares no word with the quote.

    Of a longer quote the first `LONGEST_ALIGNED` words are looked for, so the cost has a bound.
    """
    beyond, quote = len(quote[LONGEST_ALIGNED:]), quote[:LONGEST_ALIGNED]
    if not quote or not text:
        return None
    offset = _offset(quote, index)
    if offset is None:
        return None
    slack = 3 + len(quote) // 4
    first = max(0, offset - slack)
    window = text[first : min(len(text), offset + len(quote) + slack)][: 2 * LONGEST_ALIGNED]
    wanted = [word.wide for word in quote]
    matcher = SequenceMatcher(None, wanted, [word.wide for word in window], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start = max(0, blocks[0].b - blocks[0].a)
    end = min(len(window), blocks[-1].b + blocks[-1].size + len(wanted) - _end(blocks[-1]))
    shared = sum(block.size for block in blocks)
    last = min(len(text), first + end + beyond)
    return Nearest(first + start, last, shared / len(wanted))


def _end(block: object) -> int:
    return getattr(block, "a", 0) + getattr(block, "size", 0)


def _offset(quote: Sequence[Word], index: dict[str, list[int]]) -> int | None:
    """How far the quote lies behind the text where most of its words agree."""
    votes: Counter[int] = Counter()
    for position, word in enumerate(quote):
        places = index.get(word.wide, ())
        for place in places[:MOST_VOTES]:
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
