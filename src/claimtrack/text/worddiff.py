"""The difference between two passages, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby, pairwise
from typing import NamedTuple

from claimtrack.text.folding import fold, respell
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


class _Span(NamedTuple):
    """Words from one number to another in either text, the same in both or not."""

    same: bool
    first: int
    first_end: int
    second: int
    second_end: int

    @property
    def change(self) -> Change:
        if self.same:
            return Change.SAME
        if self.first == self.first_end:
            return Change.ADDED
        return Change.DROPPED if self.second == self.second_end else Change.CHANGED


class Place(NamedTuple):
    """From one offset of a text to another, in code points; the end is exclusive."""

    start: int
    end: int


def word_diff(first: str, second: str) -> list[Stretch]:
    """The stretches of two texts, in order.

    Words that differ only in case, punctuation or Arabic spelling count as the same; where they are
    printed differently, the stretch shows both.
    """
    ours, theirs = words(first, LONGEST), words(second, LONGEST)
    return _stretches(first, ours, second, theirs, _spans(ours, theirs))


def printed_diff(first: str, second: str) -> list[Stretch]:
    """The stretches of two texts as a quotation is held to its text.

    As `word_diff`, but a word has the punctuation beside it, and counts as changed where either
    that or its case differs.
    """
    ours, theirs = _punctuated(first), _punctuated(second)
    spans = _merged(_strictly(first, ours, second, theirs, _spans(ours, theirs)))
    return _stretches(first, ours, second, theirs, spans)


def first_change(first: str, second: str) -> tuple[Place, Place] | None:
    """Where `word_diff` has its first change in either text; None where it has none.

    In the text that has no words of it, the words between which they would stand.
    """
    ours, theirs = words(first, LONGEST), words(second, LONGEST)
    for span in _spans(ours, theirs):
        if not span.same:
            return (
                _place(ours, span.first, span.first_end),
                _place(theirs, span.second, span.second_end),
            )
    return None


def _place(found: Sequence[Word], start: int, end: int) -> Place:
    if not found:
        return Place(0, 0)
    if start == end:
        start, end = max(0, start - 1), min(len(found), end + 1)
    return Place(found[start].start, found[end - 1].end)


def _spans(ours: Sequence[Word], theirs: Sequence[Word]) -> list[_Span]:
    matcher = SequenceMatcher(
        None, [word.wide for word in ours], [word.wide for word in theirs], autojunk=False
    )
    return [_Span(tag == "equal", *places) for tag, *places in matcher.get_opcodes()]


def _strictly(
    first: str, ours: Sequence[Word], second: str, theirs: Sequence[Word], spans: Iterable[_Span]
) -> Iterator[_Span]:
    """The spans, those that are the same word by word: some are printed differently."""
    for span in spans:
        if not span.same:
            yield span
            continue
        for a, c in enumerate(range(span.second, span.second_end), span.first):
            same = _as_set(_printed(first, ours, a, a + 1)) == _as_set(
                _printed(second, theirs, c, c + 1)
            )
            yield _Span(same, a, a + 1, c, c + 1)


def _merged(spans: Iterable[_Span]) -> Iterator[_Span]:
    for same, run in groupby(spans, key=lambda span: span.same):
        found = list(run)
        start, end = found[0], found[-1]
        yield _Span(same, start.first, end.first_end, start.second, end.second_end)


def _as_set(text: str) -> str:
    return respell(fold(text)).text


def _punctuated(text: str) -> list[Word]:
    """The words with the signs beside them: those before white space belong to the word before."""
    found = words(text, LONGEST)
    if not found:
        return []
    last = len(text) if len(found) < LONGEST else found[-1].end
    cuts = [_cut_between(text, one.end, other.start) for one, other in pairwise(found)]
    edges = zip([0, *cuts], [*cuts, last], strict=True)
    return [
        Word(word.wide, *_without_space(text, start, end))
        for word, (start, end) in zip(found, edges, strict=True)
    ]


def _cut_between(text: str, start: int, end: int) -> int:
    """Where the second of two words begins, with the signs right before it."""
    while end > start and not text[end - 1].isspace():
        end -= 1
    return end


def _without_space(text: str, start: int, end: int) -> Place:
    piece = text[start:end]
    return Place(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _stretches(
    first: str, ours: Sequence[Word], second: str, theirs: Sequence[Word], spans: Iterable[_Span]
) -> list[Stretch]:
    return [
        Stretch(
            span.change,
            _printed(first, ours, span.first, span.first_end),
            _printed(second, theirs, span.second, span.second_end),
        )
        for span in spans
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
