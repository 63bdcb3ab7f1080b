"""Quantities in running text, English or Arabic, each where it stands.

The grammar is that of `claimtrack.text.quantity`. What is counted is left out: `400 people` is 400.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from claimtrack.text.fold import WESTERN_DIGITS
from claimtrack.text.folding import fold
from claimtrack.text.lookalikes import Mask, is_date, is_label, is_year, names_a_time
from claimtrack.text.measures import extent
from claimtrack.text.number_terms import Kind
from claimtrack.text.qualifiers import CONNECTIVES, Qualifier, leading, leading_word
from claimtrack.text.quantity import Quantity, quantity_of
from claimtrack.text.regex import regex
from claimtrack.text.tokens import (
    SHARE_BY_ITS_VOWEL,
    Token,
    has_digit,
    placed,
    starts_number,
    words_of,
)
from claimtrack.text.units import begins_pair, find_unit, joined_pair

_LINE: Final = regex(r"[^\n]+")
_MOST_WORDS: Final = 24
_LONGEST_QUALIFIER: Final = 4
_NOTHING: Final = Token("\0", "\0")
_STARTS: Final = frozenset(
    {Kind.ADDEND, Kind.TEEN, Kind.HUNDRED, Kind.SCALE, Kind.PAIR, Kind.MANY, Kind.TWO_PARTS}
)
_PART_OF: Final = frozenset({"half", "نصف", "ربع", "ثلث"})
_PARTICLES: Final = frozenset("وفبل")
_OPENS: Final = frozenset({"بين", "من"})
_JOINS: Final = CONNECTIVES | {"و"}
_CLAUSE: Final = frozenset({"between", "بين", "ما", "يتراوح", "تتراوح"})


class Found(NamedTuple):
    """A quantity and where it stands in the text, in code points."""

    start: int
    end: int
    quantity: Quantity


def quantities_in(text: str) -> Iterator[Found]:
    """Find the quantities of a text, in order and apart from each other. Linear in its length.

    A number that may be a date, a year, an ordinal, a label, a telephone number or part of an
    address is left out, and so are a bare `one` and a fraction of nothing.
    """
    for line in _LINE.finditer(text):
        folded = fold(line.group())
        if not has_digit(folded.text) and not any(map(_count, words_of(folded.text))):
            continue  # nearly all lines of a quote or a statement
        for start, end, quantity in _Scan(folded.text).run():
            first, last = folded.original(start), folded.original(end)
            if SHARE_BY_ITS_VOWEL.search(line.group()[first:last]):
                continue  # folding has taken the vowel and made it five
            yield Found(line.start() + first, line.start() + last, quantity)


class _Scan:
    def __init__(self, folded: str) -> None:
        self.text = folded
        mask = Mask(folded.translate(WESTERN_DIGITS))
        pieces = list(_apart(placed(folded)))
        self.places = [(start, end) for _, start, end in pieces]
        self.words = [_NOTHING if mask.covers(start) else word for word, start, _ in pieces]
        for at, (word, following) in enumerate(pairwise(self.words)):
            if word.key == "," and not following.numeral:
                self.words[at] = _NOTHING  # it ends a clause oftener than it joins two numbers

    def run(self) -> Iterator[tuple[int, int, Quantity]]:
        at = 0
        while at < len(self.words):
            length = self.measure(at)
            if not length:
                at += 1
                continue
            read = None if self.unfit(at, at + length) else self.read(at, at + length)
            at += length
            if read is not None:
                first, at, quantity = read
                yield self.places[first][0], self.places[at - 1][1], quantity

    def measure(self, at: int) -> int:
        """Count the words of the number with its unit that begins at a word; 0 without one."""
        window = self.words[at : at + _MOST_WORDS]
        if not self.begins(at, window):
            return 0
        length = extent(window)
        for place in range(at + 1, at + length):
            if find_unit(self.words[place:][:1]) and names_a_time(self.words, place):
                return place - at
        return length

    def begins(self, at: int, window: Sequence[Token]) -> bool:
        word = window[0]
        term = word.term
        if word.numeral:
            return True
        if word.key == "-":
            return len(window) > 1 and window[1].numeral and self.is_sign(at)
        if term is not None and term.kind in _STARTS:
            return True
        if term is not None and term.kind in (Kind.PART, Kind.FEW):
            return word.key in _PART_OF or term.kind is Kind.FEW
        unit = find_unit(window)
        if unit is None:
            return False
        sign = unit[0].stands_before and len(window) > unit[2] and window[unit[2]].numeral
        return sign or unit[1] > 1 or self.begins_range(at, window[unit[2] :])

    def begins_range(self, at: int, rest: Sequence[Token]) -> bool:
        """Tell the hour of `بين ساعة وساعتين`."""
        opened = at > 0 and _unprefixed(self.words[at - 1]).key in _OPENS
        pair = find_unit(rest[1:]) if opened and rest and rest[0].key in _JOINS else None
        return pair is not None and pair[1] > 1

    def is_sign(self, at: int) -> bool:
        """Tell a minus from a dash: a space before it, and none behind."""
        start, end = self.places[at]
        return (start == 0 or self.text[start - 1] in " (") and end == self.places[at + 1][0]

    def unfit(self, start: int, end: int) -> bool:
        """Tell what looks like a quantity and is none, or is not certain to be one."""
        words = self.words[start:end]
        number = next((at for at in range(start, end) if self.words[at].numeral), start)
        bare = len(words) == 1
        if is_label(self.words, start) or is_date(self.words, number, number + 1):
            return True
        term = words[0].term
        if bare and term is not None:  # one of them; half of what
            share = term.kind in (Kind.PART, Kind.TWO_PARTS, Kind.FEW)
            return share or (term.kind is Kind.ADDEND and term.value <= 1)
        if any(word.key == "m" for word in words) and not find_unit(words):
            return end < len(self.words) and self.words[end].is_word  # 5m people, 5m from here
        glued = end < len(self.words) and self.places[end][0] == self.places[end - 1][1]
        return glued and words[-1].numeral and self.words[end].text[:1] in "½¼¾\0/"

    def read(self, start: int, end: int) -> tuple[int, int, Quantity] | None:
        """Read a quantity with what stands around it; without where that makes no sense."""
        first = self.qualified(start)
        last = self.range_end(start, end, between=_unprefixed(self.words[first]).key in _CLAUSE)
        for lower, upper in ((first, last), (start, last), (first, end), (start, end)):
            behind = leading(self.words[upper : upper + _LONGEST_QUALIFIER], after=True)
            following = self.words[upper + behind[1] :][:1] if behind else []
            if following and following[0].key in {"من", "than"}:
                behind = None  # `and more than` begins the next one
            for closing in {upper + (behind[1] if behind else 0): None, upper: None}:
                quantity = self.quantity(lower, closing)
                if quantity is not None:
                    year = self.is_year(start, closing, lower)
                    return None if year else (lower, closing, quantity)
        return None

    def qualified(self, start: int) -> int:
        """Give where the qualifiers begin that stand before a word."""
        for count in range(min(start, _LONGEST_QUALIFIER), 0, -1):
            phrase = self.words[start - count : start]
            found = leading([_unprefixed(phrase[0]), *phrase[1:]])
            if found and found[1] == count:
                return start - count
        return start

    def range_end(self, start: int, end: int, *, between: bool) -> int:
        """Give where a range ends that begins with the measure; the measure's end without one."""
        if end + 1 >= len(self.words) or start + _MOST_WORDS < end:
            return end
        word = self.words[end]
        joins = word.key in CONNECTIVES or (
            between and word.term is not None and word.term.kind is Kind.AND
        )
        following = self.words[end + 1]
        sign = find_unit(self.words[end + 1 :][:_LONGEST_QUALIFIER])
        starts = starts_number(following) or bool(sign and (sign[0].stands_before or sign[1] > 1))
        length = extent(self.words[end + 1 : end + 1 + _MOST_WORDS]) if joins and starts else 0
        last = end + 1 + length
        alone = not _is_number(self.words[end - 1]) and _is_number(self.words[last - 1])
        return last if length and (sign or not alone) else end  # up 3% to 1,200 is no range

    def quantity(self, start: int, end: int) -> Quantity | None:
        text = self.text[self.places[start][0] : self.places[end - 1][1]]
        try:
            words = [_unprefixed(self.words[start]), *self.words[start + 1 : end]]
            return quantity_of(text, words)
        except ValueError:
            return None

    def is_year(self, start: int, end: int, qualified: int) -> bool:
        """Tell bare years, of which `more than` makes a quantity and `about` does not."""
        numerals = [word for word in self.words[start:end] if word.numeral]
        others = [word for word in self.words[start:end] if not word.numeral]
        if not numerals or not all(map(is_year, numerals)):
            return False
        before = self.words[qualified:start]
        found = leading([_unprefixed(word) for word in before])
        bound = found is not None and found[0] in {
            Qualifier.MORE,
            Qualifier.AT_LEAST,
            Qualifier.LESS,
            Qualifier.AT_MOST,
        }
        joined = all(word.key in CONNECTIVES or word.key in {"و", "and", "م"} for word in others)
        return joined and not (bound and len(numerals) == 1)


@lru_cache(maxsize=4096)
def _count(word: tuple[Token, ...]) -> bool:
    """Tell whether a word is, or begins, a number of something; a line without one has none."""
    return any(
        (term is not None and (term.kind in _STARTS or term.kind in (Kind.PART, Kind.FEW)))
        or begins_pair(part)
        or joined_pair(part) is not None
        for part in word
        for term in (part.term,)
    )


def _apart(pieces: Iterable[tuple[Token, int, int]]) -> Iterator[tuple[Token, int, int]]:
    for word, start, end in pieces:
        pair = joined_pair(word)
        if pair:
            yield pair[0], start, start + 1
            yield pair[1], start + 1, end
        else:
            yield word, start, end


def _is_number(word: Token) -> bool:
    return word.numeral or word.term is not None


def _unprefixed(word: Token) -> Token:
    """Take a particle of one letter off a qualifier: `وأكثر`, `فأكثر`."""
    short = Token(word.text[1:], word.key[1:])
    taken = word.key[:1] in _PARTICLES and short.key and leading_word(short)
    return short if taken else word
