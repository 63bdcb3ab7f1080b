"""Anchoring: where the words of a quote stand in a captured text, and how exactly.

The quote is a W3C Web Annotation TextQuoteSelector. What passes is graded and never guessed: the
same code points (`exact`), the same under the named folding of typography (`folded`), the same
words in another accepted Arabic spelling (`respelled`). Nothing else passes; likeness only serves
to show the nearest passage, in `claimtrack.text.nearest`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cached_property, partial
from typing import NamedTuple

from claimtrack.text.context import Context, between
from claimtrack.text.edges import is_cut, stands_alone, whole_words
from claimtrack.text.folding import Folded, fold, respell
from claimtrack.text.nearest import nearest
from claimtrack.text.paragraphs import repeated_marks
from claimtrack.text.places import (
    FARTHEST_INSERTION,
    FARTHEST_OMISSION,
    Link,
    Passage,
    Search,
    first_places,
)
from claimtrack.text.quotation import Quotation, has_words, parse_quotation
from claimtrack.text.words import NumberedWords

__all__ = ["FARTHEST_INSERTION", "FARTHEST_OMISSION", "Anchor", "Grade", "Passage", "Source"]

MOST_SCATTERED = 50
"""Fragments of a quote that are looked for out of their order."""


class Grade(IntEnum):
    """How a quote stands in a text; the first three pass."""

    EXACT = 1
    FOLDED = 2
    RESPELLED = 3
    AMBIGUOUS = 4
    OUT_OF_ORDER = 5
    ABSENT = 6
    EMPTY = 7

    @property
    def passes(self) -> bool:
        """Whether the quote is verified."""
        return self <= Grade.RESPELLED

    def __str__(self) -> str:
        """The word for it."""
        return self.name.lower().replace("_", " ")


class Anchor(NamedTuple):
    """Where a quote stands: the passage of each of its fragments, in the order of the quote.

    `places` counts the places that match, or of those that do the ones between the prefix and the
    suffix. For an ambiguous quote `passages` is the first of them and `level` says at which grade
    it matches; for one that is out of order they are the places of the fragments as they are.
    Where there are more places than are looked at, the quote is ambiguous whatever their number.

    `context_fits` is false where neither that place nor another stands between the prefix and the
    suffix. That takes nothing from the words: a quote that stands once is found without them.
    """

    grade: Grade
    quotation: Quotation
    passages: tuple[Passage, ...] = ()
    places: int = 0
    level: Grade = Grade.EXACT
    context_fits: bool = True

    @property
    def whole(self) -> Passage | None:
        """From the first fragment's beginning to the last one's end."""
        if not self.passages:
            return None
        return Passage(self.passages[0].start, self.passages[-1].end)


_EXACT = Grade.EXACT
_make = tuple.__new__  # the constructors of the three named tuples take as long as the search


class Layer(NamedTuple):
    """A captured text at one grade: what is searched, and the way from there to the original."""

    grade: Grade
    text: str
    convert: Callable[[str], str]
    folded: Folded | None
    printed: str

    def passage(self, start: int, end: int) -> Passage:
        """The passage of the original from one position of this layer to another."""
        if self.folded is None:
            return Passage(start, end)
        return Passage(self.folded.original(start), self.folded.original(end))

    def search(self, context: int = 0) -> Search:
        """A search in this layer. Signs are judged as printed: a folded dash is like a hyphen."""
        return Search(self.text, context, None if self.folded is None else self._stands)

    def _stands(self, start: int, end: int) -> bool:
        if not whole_words(self.text, start, end):
            return False
        return not any(is_cut(self.printed, edge) for edge in self.passage(start, end))


class Source:
    """A captured text that quotes are held against; it is folded once, and only if need be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._anchors: dict[tuple[str, str | None, str | None], Anchor] = {}
        self._near: dict[str, tuple[Passage, float] | None] = {}

    @cached_property
    def words(self) -> NumberedWords:
        """The words of the text, for finding what comes near."""
        return NumberedWords(self.respelled)

    def near(self, quote: str) -> tuple[Passage, float] | None:
        """The nearest passage to a quote that does not stand here, and how alike it is (0 to 1).

        It is looked for once for all who ask.
        """
        if quote not in self._near:
            self._near[quote] = self._nearest(quote)
        return self._near[quote]

    def _nearest(self, quote: str) -> tuple[Passage, float] | None:
        found = nearest(NumberedWords(respell(fold(quote))), self.words)
        if found is None:
            return None
        first, last = (self.words.stretch(at, at + 1)[0] for at in (found.first, found.last - 1))
        return Passage(first.start, last.end), found.likeness

    @cached_property
    def folded(self) -> Folded:
        """The text under the folding of typography."""
        return fold(self.text)

    @cached_property
    def respelled(self) -> Folded:
        """The text under the folding of typography and Arabic spelling."""
        return respell(self.folded)

    @cached_property
    def running(self) -> Folded | None:
        """The text as folded, without the marks that paragraphs of one quotation repeat, if any."""
        repeated = tuple(repeated_marks(self.text))
        return fold(self.text, repeated) if repeated else None

    @cached_property
    def running_respelled(self) -> Folded | None:
        """The same under the folding of Arabic spelling."""
        return None if self.running is None else respell(self.running)

    def anchor(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> Anchor:
        """Find a quote, once for all who ask. The cost is linear in the text and the quote.

        `prefix` and `suffix` choose between several places; a quote that stands in one place needs
        neither, and passes whether they fit or not: see `Anchor.context_fits`.
        Marks within the quote are first taken as they stand, since the article may have printed
        them itself, and then for omissions and insertions.
        """
        asked = (exact, prefix, suffix)
        found = self._anchors.get(asked)
        if found is None:
            found = self._only_place(exact, prefix, suffix) or self._anchor(*asked)
            self._anchors[asked] = found
        return found

    def _only_place(self, exact: str, prefix: str | None, suffix: str | None) -> Anchor | None:
        """The anchor of most quotes, at the least cost; None wherever there is more to ask."""
        text, exact = self.text, exact.strip()
        start = text.find(exact)
        if start < 0 or text.find(exact, start + 1) >= 0 or not has_words(exact):
            return None
        end = start + len(exact)
        if not stands_alone(text, start, end):
            return None
        if (prefix or suffix) and not between(text, start, end, prefix or "", suffix or ""):
            return None
        whole = _make(Quotation, ((exact,), (), (), False, False, ()))
        place = _make(Passage, (start, end))
        return _make(Anchor, (_EXACT, whole, (place,), 1, _EXACT, True))

    def _anchor(self, exact: str, prefix: str | None, suffix: str | None) -> Anchor:
        if not has_words(exact):
            return Anchor(Grade.EMPTY, Quotation(()))
        context = Context(prefix or "", suffix or "")
        literal = Quotation((exact.strip(),))
        found = self._search(literal, context)
        if found is not None:
            return found
        parts = parse_quotation(exact)
        if not parts.fragments:
            return Anchor(Grade.EMPTY, parts)
        if parts.fragments != literal.fragments:
            found = self._search(parts, context)
        return found or self._scattered(parts) or Anchor(Grade.ABSENT, parts)

    def _layers(self) -> Iterator[Layer]:
        yield Layer(Grade.EXACT, self.text, str, None, self.text)
        yield self._layer(Grade.FOLDED, self.folded)
        if self.running is not None:
            yield self._layer(Grade.FOLDED, self.running)
        if self.respelled is not self.folded:
            yield self._layer(Grade.RESPELLED, self.respelled)
            if self.running_respelled is not None:
                yield self._layer(Grade.RESPELLED, self.running_respelled)

    def _layer(self, grade: Grade, folded: Folded) -> Layer:
        convert = _fold if grade is Grade.FOLDED else _respell
        return Layer(grade, folded.text, convert, folded, self.text)

    def _search(self, parts: Quotation, context: Context) -> Anchor | None:
        for layer in self._layers():
            found = self._in_layer(layer, parts, context)
            if found is not None:
                return found
        return None

    def _in_layer(self, layer: Layer, parts: Quotation, context: Context) -> Anchor | None:
        search = layer.search(context.size)
        fragments = [layer.convert(fragment) for fragment in parts.fragments]
        found = self._chosen(layer, search.chains(fragments, parts.joins), context)
        if found is None:
            return None
        if parts.joins and not found[2] and not search.gave_up:
            # The nearest first fragment is not where the prefix says: one farther away may be.
            again = layer.search(context.size)
            begins = partial(self._begins, layer, context.before)
            chains = again.chains(fragments, parts.joins, begins)
            other = self._chosen(layer, chains, context)
            if other is not None and other[2]:
                search, found = again, other
        link, places, fits = found
        only = places == 1 and not search.gave_up
        grade = layer.grade if only else Grade.AMBIGUOUS
        passages = tuple(layer.passage(*place) for place in link.chain())
        return Anchor(grade, parts, passages, places, layer.grade, fits)

    def _chosen(
        self, layer: Layer, links: Iterator[Link], context: Context
    ) -> tuple[Link, int, bool] | None:
        """The first chain in its context, or the first one; how many there are; whether it fits."""
        first = chosen = None
        places = fitting = 0
        for link in links:
            first, places = first or link, places + 1
            if context.size and self._fits(layer, link.start, link.place.end, context):
                chosen, fitting = chosen or link, fitting + 1
        if chosen is not None:
            return chosen, fitting, True
        return None if first is None else (first, places, not context.size)

    def _begins(self, layer: Layer, before: Context, place: Passage) -> bool:
        return self._fits(layer, *place, before)

    def _fits(self, layer: Layer, first: int, last: int, context: Context) -> bool:
        start, end = layer.passage(first, last)
        if between(self.text, start, end, *context.printed):
            return True
        wide = self.respelled
        return between(wide.text, wide.folded(start), wide.folded(end), *context.respelled)

    def _scattered(self, parts: Quotation) -> Anchor | None:
        """All fragments stand in the text, but not in the order and the distance of the quote."""
        if not 2 <= len(parts.fragments) <= MOST_SCATTERED:  # noqa: PLR2004 - one has no order
            return None
        for layer in self._layers():
            places = first_places(layer.search, map(layer.convert, parts.fragments))
            if places is not None:
                found = tuple(layer.passage(*place) for place in places)
                return Anchor(Grade.OUT_OF_ORDER, parts, found, 1, layer.grade)
        return None


def _fold(text: str) -> str:
    return fold(text).text.strip()


def _respell(text: str) -> str:
    return respell(fold(text)).text.strip()
