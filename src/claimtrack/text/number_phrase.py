"""Numbers in digits and words, of either language: `1.2 million`, `خمسة وعشرون`, `13 ألفا و800`.

A number is read from left to right as addends and scales. Scales of a thousand and more close what
stands before them, and must fall: million, then thousand. The grammar is shared; what a word does
is in the tables of its language.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import define, frozen

from claimtrack.text.number_terms import Kind
from claimtrack.text.numerals import Numeral, read_numeral, whole
from claimtrack.text.tokens import Token, starts_number

_ONE: Final = (whole(1),)
_THOUSAND: Final = 1000
_HUNDRED: Final = 100
_TEN: Final = 10
_CLOSES: Final = (Kind.SCALE, Kind.PART, Kind.MANY, Kind.HUNDRED, Kind.FEW)


@frozen
class Number:
    """A number as read: every value that it can have, and where it ends.

    `scales` are the factors of its closing scale words, the greatest first, which the first number
    of a range may share: 1,000,000 in `2 to 3 million`; 100,000 or 1,000 in `one to two hundred
    thousand`. `vague` says that it is only a lower bound: `dozens`. `share` says that it is less
    than one, in words: `two thirds`.
    """

    numerals: tuple[Numeral, ...]
    end: int
    scales: tuple[int, ...] = ()
    vague: bool = False
    share: bool = False


def read_number(tokens: Sequence[Token], start: int, *, million: frozenset[int]) -> Number | None:
    """Read the number that begins at a token; None if there is none.

    `million` holds the places at which an `m` is a million, not a metre.

    Raises:
        ValueError: the words are of numbers, but make none.

    """
    reader = _Reader(tokens, start, million)
    while reader.at < len(tokens) and reader.step():
        pass
    return reader.number()


@define
class _Reader:
    tokens: Sequence[Token]
    at: int
    million: frozenset[int]
    total: tuple[Numeral, ...] = ()
    current: tuple[Numeral, ...] = ()
    scale: int = 0
    scales: tuple[int, ...] = ()
    joined: bool = False
    vague: bool = False
    part: bool = False

    def number(self) -> Number | None:
        if not self.total and not self.current:
            return None
        numerals = self.total or self.current
        if self.total and self.current:
            numerals = _sums(self.total, self.current)
        share = self.part and numerals[0].value < 1
        return Number(numerals, self.at, self.scales, self.vague, share)

    def step(self) -> bool:
        """Take one token; False if the number ended before it."""
        token = self.tokens[self.at]
        if token.numeral:
            self._digits(token)
        elif self.at in self.million:
            self._scale(10**6)
        elif token.key == "," and self._goes_on():
            self.joined = True  # one thousand, two hundred
        elif token.term is None or not self._word(token.term.kind, token.term.value):
            return False
        self.at += 1
        return True

    def _word(self, kind: Kind, value: int) -> bool:
        if kind in (Kind.AND, Kind.ARTICLE, Kind.POINT):
            return self._joint(kind)
        if kind is Kind.SHORT and not self.current:
            return False
        if kind in (Kind.MANY, Kind.FEW) and not self.total and not self.current:
            self.vague, self.current = True, (whole(2),)
        elif kind in (Kind.FEW, Kind.TWO_PARTS) and (self.total or self.current):
            return False
        if kind is Kind.PART:
            self._part(value)
        elif kind is Kind.TWO_PARTS:
            self._addend(2)
            self._part(value)
        elif kind is Kind.PAIR:
            self._addend(2)
            self._scale(value)
        elif kind in (Kind.SCALE, Kind.SHORT, Kind.MANY):
            self._scale(value)
        elif kind is not Kind.FEW:
            self._small(kind, value)
        self.joined, self.part = False, kind in (Kind.PART, Kind.TWO_PARTS)
        return True

    def _digits(self, token: Token) -> None:
        numerals, fraction = read_numeral(token.text), "/" in token.text
        if self.vague or (self.current and not fraction):
            raise ValueError(f"{token.text!r} follows another number")
        self.current = _sums(self.current, numerals) if self.current else numerals
        self.joined, self.scales, self.part = False, (), fraction

    def _small(self, kind: Kind, value: int) -> None:
        said = self.current[0].value if len(self.current) == 1 else Fraction(0)
        if kind is Kind.TEEN and 1 <= said % _HUNDRED < _TEN and not self.joined:
            self.current = (whole(int(said) + value),)
        elif kind is Kind.HUNDRED and 1 <= said < _TEN and not self.joined:
            self.current = (whole(int(said) * value),)
        else:
            self._addend(value)

    def _addend(self, value: int) -> None:
        self.scales = ()
        if not self.current:
            self.current = (whole(value),)
        elif len(self.current) == 1 and _has_room(self.current[0].value, value):
            self.current = (whole(int(self.current[0].value) + value),)
        else:
            raise ValueError(f"{self.tokens[self.at].text!r} follows another number")

    def _scale(self, value: int) -> None:
        if value < _THOUSAND:
            self.current = tuple(one.scaled(value) for one in self.current or _ONE)
            self.scales = () if self.total else (value,)
            return
        self.scales = () if self.total else (*(small * value for small in self.scales), value)
        word = self.tokens[self.at].text
        if self.total and not self.current and not self.joined:
            if any(one.value >= value for one in self.total):
                raise ValueError(f"{word!r} follows a greater number")
            self.total = tuple(one.scaled(value) for one in self.total)  # a thousand million
        else:
            part = bool(self.current) and self.current[0].value < 1
            if self.scale and value >= self.scale and not part:
                raise ValueError(f"{word!r} follows a smaller number")
            closed = tuple(one.scaled(value) for one in self.current or _ONE)
            self.total = _sums(self.total, closed) if self.total else closed
        self.current, self.scale = (), value

    def _part(self, parts: int) -> None:
        share = Numeral(Fraction(1, parts), Fraction(1, _TEN))
        if not self.joined:
            base = self.current or _ONE
            self.current = tuple(Numeral(one.value / parts, share.step) for one in base)
        elif self.current:
            self.current = _sums(self.current, (share,))
        elif self.total and not self._closes(self.at + 1):
            self.total = _sums(self.total, (share.scaled(self.scale),))  # a million and a half
        else:
            self.current = (share,)

    def _joint(self, kind: Kind) -> bool:
        """Take a word between addends, if what follows belongs to the number."""
        if kind is Kind.ARTICLE:
            return self._closes(self.at)
        if kind is Kind.POINT:
            return bool(self.current) and self._fraction()
        after = self._after_articles(self.at + 1)
        self.joined = (
            not self.vague
            and bool(self.total or self.current)
            and after is not None
            and starts_number(after)
        )
        return self.joined

    def _goes_on(self) -> bool:
        after = self._after_articles(self.at + 1)
        closed = bool(self.total) and not self.current
        return closed and after is not None and after.is_word and starts_number(after)

    def _fraction(self) -> bool:
        """Take the digits that are spoken after the point."""
        digits = ""
        for token in self.tokens[self.at + 1 :]:
            term = token.term
            if term is None or term.kind is not Kind.ADDEND or term.value >= _TEN:
                break
            digits += str(term.value)
        step = Fraction(1, 10 ** len(digits))
        if digits:
            self.current = _sums(self.current, (Numeral(int(digits) * step, step),))
            self.at += len(digits)
        return bool(digits)

    def _closes(self, start: int) -> bool:
        after = self._after_articles(start)
        return after is not None and after.term is not None and after.term.kind in _CLOSES

    def _after_articles(self, start: int) -> Token | None:
        for token in self.tokens[start:]:
            if token.term is None or token.term.kind is not Kind.ARTICLE:
                return token
        return None


def _has_room(value: Fraction, addend: int) -> bool:
    """Tell whether the digits of an addend are free in a number said so far."""
    if value.denominator != 1 or value <= 0 or addend <= 0 or value >= _THOUSAND:
        return False
    tail = value % _HUNDRED
    if addend < _TEN:
        return tail == 0 or (tail >= 2 * _TEN and tail % _TEN == 0)
    if addend < _HUNDRED:
        return tail == 0 or (tail < _TEN and addend >= 2 * _TEN)
    return False


def _sums(left: tuple[Numeral, ...], right: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    sums = [Numeral(a.value + b.value, b.step) for a in left for b in right]
    return tuple(dict.fromkeys(sums))
