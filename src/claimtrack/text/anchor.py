"""Anchoring: where the words of a quote stand in a captured text, and how exactly.

The quote is a W3C Web Annotation TextQuoteSelector. What passes is graded and never guessed: the
same code points (`exact`), the same under the named folding of typography (`folded`), the same
words in another accepted Arabic spelling (`respelled`). Nothing else passes; likeness only serves
to show the nearest passage, in `claimtrack.text.nearest`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from claimtrack.text.folding import Folded, fold, respell
from claimtrack.text.nearest import index_of, nearest
from claimtrack.text.quotation import Join, Quotation, has_words, parse_quotation
from claimtrack.text.words import Word, words

FARTHEST_OMISSION = 1500
"""Code points that one omission may leave out: two or three paragraphs of a news article."""
FARTHEST_INSERTION = 40
"""Code points of the text whose place an insertion may take: a pronoun, a name, a few words."""
MOST_PLACES = 1000
"""Occurrences of one fragment that are looked at; a quote that stands more often is ambiguous."""


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


class Passage(NamedTuple):
    """A stretch of the captured text, in code points; the end is exclusive."""

    start: int
    end: int


class Anchor(NamedTuple):
    """Where a quote stands: the passage of each of its fragments, in the order of the quote.

    `places` counts the places that match. For an ambiguous quote `passages` is the first of them
    and `level` says at which grade it matches; for one that is out of order they are the places of
    the fragments as they are.
    """

    grade: Grade
    quotation: Quotation
    passages: tuple[Passage, ...] = ()
    places: int = 0
    level: Grade = Grade.EXACT

    @property
    def whole(self) -> Passage | None:
        """From the first fragment's beginning to the last one's end."""
        if not self.passages:
            return None
        return Passage(self.passages[0].start, self.passages[-1].end)


class Layer(NamedTuple):
    """A captured text at one grade: what is searched, and the way from there to the original."""

    grade: Grade
    text: str
    convert: Callable[[str], str]
    folded: Folded | None

    def passage(self, start: int, end: int) -> Passage:
        """The passage of the original from one position of this layer to another."""
        if self.folded is None:
            return Passage(start, end)
        return Passage(self.folded.original(start), self.folded.original(end))


class Source:
    """A captured text that quotes are held against; it is folded once, and only if need be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._anchors: dict[tuple[str, str | None, str | None], Anchor] = {}

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text, for finding what comes near."""
        return words(self.text)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each of its words stands."""
        return index_of(self.words)

    def near(self, quote: str) -> tuple[Passage, float] | None:
        """The nearest passage to a quote that does not stand here, and how alike it is (0 to 1)."""
        found = nearest(words(quote), self.words, self.index)
        if found is None:
            return None
        first, last = self.words[found.first], self.words[found.last - 1]
        return Passage(first.start, last.end), found.likeness

    @cached_property
    def folded(self) -> Folded:
        """The text under the folding of typography."""
        return fold(self.text)

    @cached_property
    def respelled(self) -> Folded:
        """The text under the folding of typography and Arabic spelling."""
        return respell(self.folded)

    def layer(self, grade: Grade) -> Layer:
        """The text as it is searched at a grade that passes."""
        if grade is Grade.EXACT:
            return Layer(grade, self.text, str, None)
        if grade is Grade.FOLDED:
            return Layer(grade, self.folded.text, _fold, self.folded)
        return Layer(grade, self.respelled.text, _respell, self.respelled)

    def anchor(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> Anchor:
        """Find a quote, once for all who ask. The cost is linear in the text and the quote.

        `prefix` and `suffix` choose between several places; a quote that stands in one place needs
        neither. Marks within the quote are first taken as they stand, since the article may have
        printed them itself, and then for omissions and insertions.
        """
        asked = (exact, prefix, suffix)
        if asked not in self._anchors:
            self._anchors[asked] = self._anchor(*asked)
        return self._anchors[asked]

    def _anchor(self, exact: str, prefix: str | None, suffix: str | None) -> Anchor:
        if not has_words(exact):
            return Anchor(Grade.EMPTY, Quotation((), (), ()))
        literal = Quotation((exact.strip(),), (), ())
        found = self._search(literal, prefix, suffix)
        if found is not None:
            return found
        parts = parse_quotation(exact)
        if not parts.fragments:
            return Anchor(Grade.EMPTY, parts)
        if parts.fragments != literal.fragments:
            found = self._search(parts, prefix, suffix)
        if found is not None:
            return found
        return self._scattered(parts) or Anchor(Grade.ABSENT, parts)

    def _search(self, parts: Quotation, prefix: str | None, suffix: str | None) -> Anchor | None:
        for grade in (Grade.EXACT, Grade.FOLDED, Grade.RESPELLED):
            layer = self.layer(grade)
            if grade is Grade.RESPELLED and self.respelled is self.folded:
                # No Arabic in the text: a respelled quote would only meet itself.
                continue
            found = _chains(layer, parts)
            if found:
                return _chosen(layer, parts, found, prefix, suffix)
        return None

    def _scattered(self, parts: Quotation) -> Anchor | None:
        """All fragments stand in the text, but not in the order and the distance of the quote."""
        if len(parts.fragments) < 2:  # noqa: PLR2004 - one fragment has no order
            return None
        for grade in (Grade.EXACT, Grade.FOLDED, Grade.RESPELLED):
            layer = self.layer(grade)
            places = [_first(layer, fragment) for fragment in parts.fragments]
            found = tuple(place for place in places if place is not None)
            if len(found) == len(places):
                return Anchor(Grade.OUT_OF_ORDER, parts, found, 1, grade)
        return None


def _fold(text: str) -> str:
    return fold(text).text.strip()


def _respell(text: str) -> str:
    return respell(fold(text)).text.strip()


def _first(layer: Layer, fragment: str) -> Passage | None:
    found = occurrences(layer.text, layer.convert(fragment), most=1)
    return layer.passage(*found[0]) if found else None


Chain = tuple[Passage, ...]
"""The passages of a quote's fragments in a layer's text."""


def _chains(layer: Layer, parts: Quotation) -> list[Chain]:
    """Every way in which the fragments stand in order and near enough, by where they end.

    For each place of the last fragment the nearest chain before it is taken, so what lies between
    is as short as it can be. One pass over the places of each fragment.
    """
    first, *rest = [layer.convert(fragment) for fragment in parts.fragments]
    chains: list[Chain] = [(Passage(*place),) for place in occurrences(layer.text, first)]
    for fragment, join in zip(rest, parts.joins, strict=True):
        if not chains:
            break
        limit = FARTHEST_OMISSION if join is Join.OMISSION else FARTHEST_INSERTION
        places = occurrences(layer.text, fragment)
        chains = _extended(chains, places, limit)
    return chains


def _extended(chains: list[Chain], places: Sequence[tuple[int, int]], limit: int) -> list[Chain]:
    extended: list[Chain] = []
    near = 0
    for start, end in places:
        while near < len(chains) and chains[near][-1].end <= start:
            near += 1
        if near and start - chains[near - 1][-1].end <= limit:
            extended.append((*chains[near - 1], Passage(start, end)))
    return extended


def _chosen(
    layer: Layer, parts: Quotation, chains: list[Chain], prefix: str | None, suffix: str | None
) -> Anchor:
    """One chain where the context leaves one, else the first of several."""
    fitting = chains
    if len(chains) > 1 and (prefix or suffix):
        fitting = [chain for chain in chains if _fits(layer, chain, prefix, suffix)] or chains
    passages = tuple(layer.passage(*passage) for passage in fitting[0])
    grade = layer.grade if len(fitting) == 1 else Grade.AMBIGUOUS
    return Anchor(grade, parts, passages, len(fitting), layer.grade)


_BETWEEN = " \t\n\r\"'“”„«»‘’‹›"
"""What may stand between a quote and its context without being part of either."""


def _fits(layer: Layer, chain: Chain, prefix: str | None, suffix: str | None) -> bool:
    text = layer.text
    if prefix:
        wanted = layer.convert(prefix).strip(_BETWEEN)
        before = text[max(0, chain[0].start - 2 * len(prefix) - 8) : chain[0].start]
        if not before.rstrip(_BETWEEN).endswith(wanted):
            return False
    if suffix:
        wanted = layer.convert(suffix).strip(_BETWEEN)
        after = text[chain[-1].end : chain[-1].end + 2 * len(suffix) + 8]
        return after.lstrip(_BETWEEN).startswith(wanted)
    return True


def occurrences(text: str, words: str, most: int = MOST_PLACES) -> list[tuple[int, int]]:
    """Where words stand in a text as whole words, at most so many places. Linear in the text."""
    found: list[tuple[int, int]] = []
    if not words:
        return found
    position = text.find(words)
    while position >= 0 and len(found) < most:
        end = position + len(words)
        if _stands_alone(text, position, end):
            found.append((position, end))
        position = text.find(words, position + 1)
    return found


_PROCLITICS = frozenset("وفبلكس")
_ARTICLE = "ال"


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends at the edge of a word.

    The particles that Arabic writes together with the next word (and, so, in, to, like, will) may
    stay outside: quoting التخصيب from والتخصيب quotes a whole word.
    """
    if end < len(text) and _inside_word(text[end - 1]) and _inside_word(text[end]):
        return False
    if not start or not _inside_word(text[start]) or not _inside_word(text[start - 1]):
        return True
    edge = start
    while edge and start - edge < 4 and _inside_word(text[edge - 1]):  # noqa: PLR2004 - و + ل + ال
        edge -= 1
    head = text[edge:start].removesuffix(_ARTICLE)
    return set(head) <= _PROCLITICS and not (edge and _inside_word(text[edge - 1]))


def _inside_word(char: str) -> bool:
    return char.isalnum() or char in "_\u0640" or "\u064b" <= char <= "\u0652"
