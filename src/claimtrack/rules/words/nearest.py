"""What comes nearest to a quote that does not stand: in the text now, or in what it was before."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.rule import Group
from claimtrack.rules.words.held import Held, earlier, hold
from claimtrack.text.anchor import Grade, Passage
from claimtrack.text.excerpt import cut
from claimtrack.text.nearest import ALTERED
from claimtrack.text.worddiff import Change, printed_diff, shown, word_diff

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
    """The words of the text against those of the quote, on one line."""
    return cut(shown(printed_diff(_beside(quote, near), near.fragment)), LONGEST)


def in_other_words(quote: Held, near: Near) -> bool:
    """Whether words differ, and not only case or punctuation."""
    stretches = word_diff(quote.words(near.passage), near.fragment)
    return any(stretch.change is not Change.SAME for stretch in stretches)


def _beside(quote: Held, near: Near) -> str:
    """The passage with as many signs right before and after it as the fragment has."""
    text, (start, end) = quote.text.source.text, near.passage
    before = near.fragment[: _signs(near.fragment)]
    after = near.fragment[::-1][: _signs(near.fragment[::-1])]
    start -= min(len(before), _signs(text[max(0, start - len(before)) : start][::-1]))
    end += min(len(after), _signs(text[end : end + len(after)]))
    return text[start:end]


def _signs(text: str) -> int:
    """How many signs that are neither of a word nor white space a text begins with."""
    return next((n for n, one in enumerate(text) if one.isalnum() or one.isspace()), len(text))
