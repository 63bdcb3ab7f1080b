"""What the omissions of a quote leave out: read word by word, and told where it turns the meaning.

Between two fragments a text often interrupts the speech: `",he said. "`. What stands outside the
quotation marks is the reporter's, so only the speech is read for what it says, and the reporter's
words for who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.rules.words.held import Held
from claimtrack.text.anchor import Passage
from claimtrack.text.folding import fold
from claimtrack.text.meaning import Bearer, Carries, meaning_of
from claimtrack.text.sentences import beginning, rest

_OPENS, _CLOSES, _EITHER = frozenset("“„«‟"), frozenset("”»"), frozenset('"＂')
_AT_AN_END = frozenset((Carries.NEGATION, Carries.CONDITION))
"""What counts at a quote's ends: an omission there hides nothing unless it denies or limits."""
_CONTEXT = 40
"""Code points on either side of a gap, in which the words next to it stand."""
_GO_ON = frozenset(
    ("added", "adds", "أضاف", "أضافت", "مضيفا", "مضيفة", "تابع", "تابعت")
) | frozenset(("متابعا", "أردف", "أردفت", "استطرد"))
_ANSWER = frozenset(("replied", "replies", "answered", "responded", "رد", "ردت", "أجاب", "أجابت"))


class Omission(NamedTuple):
    """Words that a quote leaves out, with those among them that carry meaning."""

    passage: Passage
    bearers: tuple[Bearer, ...]
    is_inside: bool
    """Whether it stands between words of the quote, rather than at one of its ends."""


def omissions(quote: Held) -> Iterator[Omission]:
    """The omissions of a quote that leave out words of weight, in their order."""
    parts, passages = quote.anchor.quotation, quote.anchor.passages
    text = quote.text.source.text
    if passages and parts.leading:
        yield from _at_an_end(quote, Passage(*beginning(text, passages[0].start)))
    for gap in quote.gaps:
        bearers = (*_weighty(quote.words(gap)), *_before_its_verb(text, gap))
        if bearers:
            yield Omission(gap, bearers, is_inside=True)
    if passages and parts.trailing:
        yield from _at_an_end(quote, Passage(*rest(text, passages[-1].end)))


def _at_an_end(quote: Held, passage: Passage) -> Iterator[Omission]:
    found = meaning_of(quote.words(passage))
    bearers = tuple(bearer for bearer in found if bearer.kind in _AT_AN_END)
    if bearers:
        yield Omission(passage, bearers, is_inside=False)


def _weighty(gap: str) -> Iterator[Bearer]:
    """The words of a gap that carry meaning: those of the speaker, and a change of speaker."""
    sayings: list[Bearer] = []
    for piece, is_speech in _pieces(gap):
        for bearer in meaning_of(piece):
            if bearer.kind is not Carries.SPEECH:
                if is_speech:
                    yield bearer
            elif _plain(bearer) not in _GO_ON and bearer.words[0].isalpha():
                sayings.append(bearer)
    answers = [bearer for bearer in sayings if _plain(bearer) in _ANSWER]
    if answers or len(sayings) > 1:
        yield from answers or sayings[1:]


def _before_its_verb(text: str, gap: Passage) -> Iterator[Bearer]:
    """The last word of a gap where only what follows, which is quoted, tells that it may negate."""
    first, last = max(0, gap.start - _CONTEXT), min(len(text), gap.end + _CONTEXT)
    for bearer in meaning_of(text[first:last]):
        place = Passage(first + bearer.start, first + bearer.end)
        is_last = gap.start <= place.start < gap.end and not text[place.end : gap.end].strip()
        if is_last and bearer.kind is Carries.UNSURE_NEGATION:
            yield bearer


def _plain(bearer: Bearer) -> str:
    word = fold(bearer.words).text.casefold()
    return word[1:] if word[:1] in "وف" and word[1:] in _GO_ON | _ANSWER else word


def _pieces(gap: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a gap between quotation marks, and whether each is speech.

    A gap whose first mark closes, or may do so, begins within speech; without any mark, or where
    the first one opens, all of it is read as the speaker's: indirect speech has no marks.
    """
    marks = [place for place, char in enumerate(gap) if char in _OPENS | _CLOSES | _EITHER]
    if not marks or gap[marks[0]] in _OPENS:
        yield gap, True
        return
    start, is_speech = 0, True
    for place in marks:
        yield gap[start:place], is_speech
        char = gap[place]
        is_speech = not is_speech if char in _EITHER else char in _OPENS
        start = place + 1
    yield gap[start:], is_speech
