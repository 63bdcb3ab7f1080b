"""What the omissions of a quote leave out: read word by word, and told where it turns the meaning.

Between two fragments a text often interrupts the speech: `",he said. "`. What stands outside the
quotation marks is the reporter's, so only the speech is read for what it says, and the reporter's
words for who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.rules.words.held import Held
from claimtrack.text.anchor import FARTHEST_INSERTION, Passage
from claimtrack.text.folding import fold
from claimtrack.text.meaning import Bearer, Carries, meaning_of
from claimtrack.text.quotation import insertions
from claimtrack.text.regex import regex
from claimtrack.text.sentences import beginning, rest

_MARKS = regex(
    r"""(?P<either>["＂])|(?P<opens>[“„«‟]|(?<!\S)['‘](?=\w))"""
    r"""|(?P<closes>[”»]|(?<=[,.!?;:])['’](?!\w))"""
)
"""Quotation marks; single ones only where they cannot be apostrophes."""
_ENDS = regex(r"\[|…|\.{3}")
"""How a mark of omission or an insertion begins."""
_OMITS = regex(r"…|\.{3}")
_AT_AN_END = frozenset((Carries.NEGATION, Carries.CONDITION))
"""What counts at a quote's ends: an omission there hides nothing unless it denies or limits."""
_CONTEXT = 40
"""Code points on either side of a gap, in which the words next to it stand."""
_GO_ON = frozenset(
    [
        *("added", "adds"),
        *("أضاف", "أضافت", "مضيفا", "مضيفة"),
        *("تابع", "تابعت", "متابعا", "أردف", "أردفت", "استطرد"),
    ]
)
_ANSWER = frozenset(("replied", "replies", "answered", "responded", "رد", "ردت", "أجاب", "أجابت"))


class Omission(NamedTuple):
    """Words that a quote leaves out, with those among them that carry meaning."""

    passage: Passage
    bearers: tuple[Bearer, ...]
    is_inside: bool
    """Whether it stands between words of the quote, rather than at one of its ends."""


def omissions(quote: Held) -> Iterator[Omission]:
    """What a quote leaves out, or has other words for, where that weighs; in the order of the text.

    At either end a mark of omission and an insertion both say that the sentence had other words.
    """
    passages = quote.anchor.passages
    text = quote.text.source.text
    before, after = _around_fragments(quote)
    if passages and _ENDS.search(before):
        start, end = beginning(text, passages[0].start)
        start = start if _OMITS.search(before) else max(start, end - FARTHEST_INSERTION)
        yield from _at_an_end(quote, Passage(start, end), before)
    for gap, put in zip(quote.gaps, quote.anchor.quotation.inserted, strict=True):
        found = (*_weighty(quote.words(gap)), *_before_its_verb(text, gap))
        bearers = tuple(_unsaid(found, put))
        if bearers:
            yield Omission(gap, bearers, is_inside=True)
    if passages and _ENDS.search(after):
        start, end = rest(text, passages[-1].end)
        end = end if _OMITS.search(after) else min(end, start + FARTHEST_INSERTION)
        yield from _at_an_end(quote, Passage(start, end), after)


def turning_insertions(quote: Held) -> list[Bearer]:
    """The words of insertions that deny or limit what the text neither denies nor limits."""
    if quote.is_literal:
        return []
    replaced = {one.kind for gap in quote.gaps for one in meaning_of(quote.words(gap))}
    found = (one for words in insertions(quote.quote.exact) for one in meaning_of(words))
    return [one for one in found if one.kind in _AT_AN_END and one.kind not in replaced]


def _around_fragments(quote: Held) -> tuple[str, str]:
    """What a quote has before its first fragment and after its last one."""
    exact, spans = quote.quote.exact, quote.spans
    return exact[: spans[0][0]], exact[spans[-1][1] :]


def _at_an_end(quote: Held, passage: Passage, put: str) -> Iterator[Omission]:
    """What the sentence has at an end of the quote, where that weighs and `put` does not say it."""
    found = (one for one in meaning_of(quote.words(passage)) if one.kind in _AT_AN_END)
    bearers = tuple(_unsaid(found, put))
    if bearers:
        yield Omission(passage, bearers, is_inside=False)


def _unsaid(bearers: Iterable[Bearer], put: str) -> Iterator[Bearer]:
    """The bearers that what is put in their place does not have: `[will not]` says `won't`."""
    said = {(one.kind, one.values) for one in meaning_of(put)}
    return (one for one in bearers if (one.kind, one.values) not in said)


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
    marks = list(_MARKS.finditer(gap))
    if not marks or marks[0].lastgroup == "opens":
        yield gap, True
        return
    start, is_speech = 0, True
    for mark in marks:
        yield gap[start : mark.start()], is_speech
        is_speech = not is_speech if mark.lastgroup == "either" else mark.lastgroup == "opens"
        start = mark.end()
    yield gap[start:], is_speech
