"""What carries the meaning of a passage: negation, modality, condition, hedge, number, voice.

The words are in `lexicons/meaning.toml`, for English and Arabic; numbers are read as everywhere in
the ledger, so that `20`, `twenty` and `عشرين` are one. It is a reading of words, not of sentences:
it says that a passage holds a `not`, never what is negated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from claimtrack.text.folding import fold, respell
from claimtrack.text.ma import ma_may_negate
from claimtrack.text.regex import regex
from claimtrack.text.spoken_numbers import Spoken, spoken_numbers
from claimtrack.text.tables import read_table
from claimtrack.text.words import Word, words


class Carries(Enum):
    """What a word contributes that cannot be dropped without saying something else."""

    NEGATION = "negation"
    UNSURE_NEGATION = "perhaps a negation"
    DENIAL = "denial"
    MODALITY = "modality"
    CONDITION = "condition"
    HEDGE = "hedge"
    NUMBER = "number"
    SPEECH = "speech"


class Bearer(NamedTuple):
    """Words of a passage that carry meaning, as printed, and where they stand in it.

    `values` are those that a number can have, the likelier first; nothing else has any.
    """

    kind: Carries
    words: str
    start: int
    end: int
    values: tuple[Fraction, ...] = ()


class Unit(NamedTuple):
    """The least piece that is compared: a word, a whole number, or a phrase of the lexicon.

    Two units are the same words if and only if their keys are equal.
    """

    key: str
    start: int
    end: int
    kind: Carries | None = None
    values: tuple[Fraction, ...] = ()

    @property
    def counts(self) -> tuple[Fraction, ...]:
        """The values that it can stand for: a bare `one` is no number, but equals a printed 1."""
        return self.values or ((Fraction(1),) if self.key in _ONE else ())


_ONE = frozenset(("one", "واحد", "واحده", "واحدا"))


def meaning_of(text: str) -> tuple[Bearer, ...]:
    """The words of a passage that negate, limit, condition, count, or change the speaker, in order.

    A quotation mark counts as a change of speaker. Linear in the length of the text.
    """
    found = [
        Bearer(unit.kind, text[unit.start : unit.end], unit.start, unit.end, unit.values)
        for unit in units(text)
        if unit.kind is not None
    ]
    found += [
        Bearer(Carries.SPEECH, match.group(), *match.span()) for match in _MARKS.finditer(text)
    ]
    return tuple(sorted(found, key=lambda bearer: (bearer.start, bearer.end)))


def units(text: str) -> list[Unit]:
    """The pieces of a text as they are compared, in order. Linear in its length."""
    pieces = [piece for word in words(text) for piece in _expanded(word)]
    printed = [text[piece.start : piece.end] for piece in pieces]
    numbers = spoken_numbers(printed, _parted(text, pieces))
    found: list[Unit] = []
    at = 0
    while at < len(pieces):
        number = numbers.get(at)
        kind, count = _phrase(text, pieces, at) if number is None else _counted(number)
        key = " ".join(piece.wide for piece in pieces[at : at + count])
        values: tuple[Fraction, ...] = ()
        if number is not None:
            key, values = f"#{number.values[0]}", number.values
        found.append(Unit(key, pieces[at].start, pieces[at + count - 1].end, kind, values))
        at += count
    return found


def _counted(number: Spoken) -> tuple[Carries | None, int]:
    return Carries.NUMBER, number.taken


def _parted(text: str, pieces: Sequence[Word]) -> set[int]:
    """The places of words that something other than a space or a hyphen parts from the last."""
    return {
        place
        for place, (one, other) in enumerate(pairwise(pieces), start=1)
        if text[one.end : other.start].strip(" -\u00a0\u2010\u2011")
    }


_MARKS = regex('["“”„«»]')
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_CLITICS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}


def _expanded(word: Word) -> Iterator[Word]:
    """A word as it would be written in full: `don't` is `do not`, `cannot` is `can not`."""
    wide, start, end = word
    if wide.endswith("n't") and len(wide) > len("n't"):
        base, cut = wide[: -len("n't")], max(start, end - len("n't"))
        yield Word(_CONTRACTED.get(base, base), start, cut)
        yield Word("not", cut, end)
        return
    if wide == "cannot":
        yield Word("can", start, start + len("can"))
        yield Word("not", start + len("can"), end)
        return
    for ending, full in _CLITICS.items():
        if wide.endswith(ending) and len(wide) > len(ending):
            cut = max(start, end - len(ending))
            yield Word(wide[: -len(ending)], start, cut)
            yield Word(full, cut, end)
            return
    yield word


class _Entry(NamedTuple):
    kind: Carries | None
    words: tuple[str, ...]
    starred: bool
    """Whether the last word is only the beginning of one that must follow."""


def _phrase(text: str, pieces: Sequence[Word], at: int) -> tuple[Carries | None, int]:
    """The entry of the lexicon that begins at a word: what it carries, and its number of words."""
    piece = pieces[at]
    printed = fold(text[piece.start : piece.end]).text
    if printed == "May" and at > 0:
        return None, 1  # the month
    fitting = [
        entry
        for table, word in zip(_lexicon(), (printed, piece.wide), strict=True)
        for form in _bare(word)
        for entry in table.get(form, ())
        if _follows(entry, pieces, at)
    ]
    if not fitting:
        return (Carries.UNSURE_NEGATION if ma_may_negate(text, pieces, at) else None), 1
    best = max(fitting, key=lambda entry: len(entry.words))
    return best.kind, len(best.words) - best.starred


def _bare(word: str) -> tuple[str, ...]:
    """An Arabic word as it stands, and without the `و` or `ف` that joins it to what came before."""
    return (word, word[1:]) if word[:1] in {"و", "ف"} and len(word) > 2 else (word,)  # noqa: PLR2004


def _follows(entry: _Entry, pieces: Sequence[Word], at: int) -> bool:
    rest = entry.words[1:]
    following = [piece.wide for piece in pieces[at + 1 : at + len(entry.words)]]
    if len(following) < len(rest):
        return False
    if entry.starred:
        *whole, beginning = rest
        last = following[-1]
        return following[:-1] == whole and last.startswith(beginning) and last != beginning
    return following == list(rest)


_Table = dict[str, list[_Entry]]


@cache
def _lexicon() -> tuple[_Table, _Table]:
    """The entries by their first word: as printed with its hamza, and respelled."""
    printed: defaultdict[str, list[_Entry]] = defaultdict(list)
    spelled: defaultdict[str, list[_Entry]] = defaultdict(list)
    for name, languages in read_table("lexicons/meaning.toml").items():
        kind = None if name == "neutral" else Carries(name)
        for phrase in (phrase for listed in languages.values() for phrase in listed):
            first = fold(phrase).text.split(" ")[0]
            keys = tuple(respell(fold(phrase.rstrip("*"))).text.split(" "))
            entry = _Entry(kind, keys, phrase.endswith("*"))
            spelled[keys[0]].append(entry)
            if first != keys[0]:
                printed[first].append(entry)
    return printed, spelled
