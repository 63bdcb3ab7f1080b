"""The difference between two passages, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from claimtrack.text.words import Word, words

LONGEST = 400
"""Words of either side that are compared; what follows is left out of the difference."""


class Change(Enum):
    """What became of a stretch of words."""

    SAME = "same"
    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"


class Stretch(NamedTuple):
    """Words of the first text, and what stands in their place in the second, as printed."""

    change: Change
    first: str
    second: str


_CHANGES = {
    "equal": Change.SAME,
    "replace": Change.CHANGED,
    "delete": Change.DROPPED,
    "insert": Change.ADDED,
}


def word_diff(first: str, second: str) -> list[Stretch]:
    """The stretches of two texts, in order.

    Words that differ only in case, punctuation or Arabic spelling count as the same; where they are
    printed differently, the stretch shows both.
    """
    ours, theirs = words(first, LONGEST), words(second, LONGEST)
    matcher = SequenceMatcher(
        None, [word.wide for word in ours], [word.wide for word in theirs], autojunk=False
    )
    return [
        Stretch(_CHANGES[tag], _printed(first, ours, a, b), _printed(second, theirs, c, d))
        for tag, a, b, c, d in matcher.get_opcodes()
    ]


def _printed(text: str, found: Sequence[Word], start: int, end: int) -> str:
    return text[found[start].start : found[end - 1].end] if start < end else ""


def shown(stretches: Sequence[Stretch], context: int = 4) -> str:
    """The difference on one line: `the dam [-is not-] {+is+} safe`, cut to the words around it.

    Each piece is short enough to be isolated by itself where it is right-to-left.
    """
    return " ".join(_pieces(stretches, context))


def _pieces(stretches: Sequence[Stretch], context: int) -> Iterator[str]:
    last = len(stretches) - 1
    for place, stretch in enumerate(stretches):
        if stretch.change is Change.SAME:
            yield _cut(stretch.first, context, first=place == 0, last=place == last)
        if stretch.change in (Change.CHANGED, Change.DROPPED):
            yield f"[-{stretch.first}-]"
        if stretch.change in (Change.CHANGED, Change.ADDED):
            yield f"{{+{stretch.second}+}}"


def _cut(text: str, context: int, *, first: bool, last: bool) -> str:
    """A stretch that is the same, with only its words next to a change."""
    parts = text.split()
    if first and last:
        return text
    if first:
        return " ".join(["…", *parts[-context:]]) if len(parts) > context else text
    if last:
        return " ".join([*parts[:context], "…"]) if len(parts) > context else text
    if len(parts) > 2 * context:
        return " ".join([*parts[:context], "…", *parts[-context:]])
    return text
