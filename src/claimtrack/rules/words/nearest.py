"""What comes nearest to a quote that does not stand: in the text now, or in what it was before."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.rule import Group
from claimtrack.rules.words.held import Held, earlier, hold
from claimtrack.text.anchor import Grade, Passage
from claimtrack.text.folding import fold
from claimtrack.text.nearest import ALTERED
from claimtrack.text.worddiff import Change, shown, word_diff

LIKE = 0.4
"""The share of a fragment's words from which a passage is worth showing."""
LONGEST = 240
"""Code points of a word diff that a message shows."""


class Near(NamedTuple):
    """The passage nearest to a fragment of a quote, and how much of that it has (0 to 1)."""

    fragment: str
    passage: Passage
    likeness: float

    @property
    def is_altered(self) -> bool:
        """Whether it is the same passage in other words, rather than another one."""
        return self.likeness >= ALTERED


def closest(quote: Held) -> Near | None:
    """The passage nearest to the first fragment that the text lacks; None where none is near."""
    source = quote.text.source
    for fragment in quote.anchor.quotation.fragments:
        if source.anchor(fragment).grade is Grade.ABSENT:
            found = source.near(fragment)
            return Near(fragment, *found) if found is not None and found[1] >= LIKE else None
    return None


def former(group: Group, quote: Held) -> Held | None:
    """The quote in the newest of the earlier captures that have it; None where none has."""
    for text in earlier(group):
        before = hold(quote.claim, quote.position, quote.quote, text)
        if before.anchor.grade.passes or before.anchor.grade is Grade.AMBIGUOUS:
            return before
    return None


def is_gone(group: Group, quote: Held) -> bool:
    """Whether an earlier capture has the quote that the current one lacks: CT108 tells that."""
    return former(group, quote) is not None


def diff(quote: Held, near: Near) -> str:
    """What the text has and the quote has not, as a clause that follows "the captured text"."""
    printed = quote.words(near.passage)
    changes = word_diff(printed, near.fragment)
    if all(stretch.change is Change.SAME for stretch in changes):
        return f"has other signs or capitals: {_signs(printed, near.fragment)}"
    line = shown(changes)
    return "has other words: " + (
        line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
    )


def _signs(printed: str, quoted: str) -> str:
    """The words around the first sign in which the same words differ: as printed, as quoted."""
    ours, theirs = printed.split(), quoted.split()
    pairs = enumerate(zip(ours, theirs, strict=False))
    folded = ((place, fold(one).text, fold(other).text) for place, (one, other) in pairs)
    last = min(len(ours), len(theirs))
    first = next((place for place, one, other in folded if one != other), last)
    start = max(0, first - 2)
    around = (" ".join(words[start : first + 3]) for words in (ours, theirs))
    return " against ".join(f"«{words}»" for words in around)
