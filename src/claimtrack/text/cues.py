"""Reporting cues in a text, and their force, from `lexicons/cues.toml`.

The lexicon is read once, when first needed. A configuration adds to it: cues by language and
phrase, each with its force; what it names counts before what the lexicon says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from claimtrack.text.cue_forms import forms
from claimtrack.text.force import Force
from claimtrack.text.meaning import Carries, meaning_of
from claimtrack.text.tables import read_table
from claimtrack.text.words import Word, words

Added = Mapping[str, Mapping[str, Force]]
"""Cues of a configuration: by language and by phrase as it is printed."""

NONE_ADDED: Final[Added] = {}

HEDGES: Final = "hedges"
"""The table of words that are no cue, and weaken one."""


class Cue(NamedTuple):
    """A cue as it stands in a text: from and to, in code points, its lemma and its force."""

    start: int
    end: int
    lemma: str
    force: Force


def find_cues(text: str, language: str, added: Added = NONE_ADDED) -> Iterator[Cue]:
    """The cues of a text in its order, none inside another. Linear in the text's length.

    `language` is a BCP 47 tag, of which the first part counts. A language of which neither the
    lexicon nor `added` knows a word has no cues.
    """
    return _found(words(text), _table(language, added))


def force_of(cue: str, language: str, added: Added = NONE_ADDED) -> Force | None:
    """The force of a cue that somebody recorded; None where the lexicon does not know it.

    Of several cues, as in `said she believed`, the weakest counts, and a hedge makes speculative
    what it stands with: `said it may`. A negated cue has no force of its own: `did not confirm`.
    """
    spoken = words(cue)
    if any(bearer.kind is Carries.NEGATION for bearer in meaning_of(cue)):
        return None
    hedges = _shipped()[1].get(_primary(language), _EMPTY)
    cues = (*_found(spoken, _table(language, added)), *_found(spoken, hedges))
    return min((found.force for found in cues), key=lambda force: force.height, default=None)


_CONJUNCTIONS: Final = frozenset("وف")
_PROCLITICS: Final = frozenset("سلب")
_FEWEST_LETTERS: Final = 3
"""What must be left of an Arabic word when that which is joined before it is taken off."""

_Phrase = tuple[str, ...]
_Meaning = tuple[str, Force]


class _Table(NamedTuple):
    """The lemma and force of each form, by its folded words; the longest form, by first word."""

    known: Mapping[_Phrase, _Meaning]
    longest: Mapping[str, int]


_EMPTY: Final = _Table({}, {})


def _found(spoken: Sequence[Word], table: _Table) -> Iterator[Cue]:
    place = 0
    while place < len(spoken):
        meaning, count = _at(spoken, place, table)
        if meaning is not None:
            yield Cue(spoken[place].start, spoken[place + count - 1].end, *meaning)
        place += count


def _at(spoken: Sequence[Word], place: int, table: _Table) -> tuple[_Meaning | None, int]:
    """What the longest form at a place means, if any, and how many words it takes: at least one."""
    for first in _bare(spoken[place].wide):
        most = min(table.longest.get(first, 0), len(spoken) - place)
        for count in range(most, 0, -1):
            rest = (word.wide for word in spoken[place + 1 : place + count])
            meaning = table.known.get((first, *rest))
            if meaning is not None:
                return meaning, count
    return None, 1


def _bare(word: str) -> Iterator[str]:
    """A word as it stands, then without what may be joined before it in Arabic."""
    yield word
    for joined in (_CONJUNCTIONS, _PROCLITICS):
        if word[0] in joined and len(word) > _FEWEST_LETTERS:
            word = word[1:]
            yield word


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _table(language: str, added: Added) -> _Table:
    """The lexicon of a language with what a configuration adds."""
    primary = _primary(language)
    return _merged(primary, frozenset(added.get(primary, {}).items()))


@lru_cache(maxsize=16)
def _merged(language: str, added: frozenset[tuple[str, Force]]) -> _Table:
    shipped = _shipped()[0].get(language, _EMPTY)
    own = {_phrase(form): (form, force) for form, force in sorted(added)}
    return _indexed({**shipped.known, **own}) if own else shipped


@cache
def _shipped() -> tuple[Mapping[str, _Table], Mapping[str, _Table]]:
    """The cues of the lexicon and its hedges, by language."""
    cues: dict[str, _Table] = {}
    hedges: dict[str, _Table] = {}
    for language, tables in read_table("lexicons/cues.toml").items():
        hedges[language] = _read({Force.SPECULATIVE: tables.pop(HEDGES)})
        cues[language] = _read(tables)
    return cues, hedges


def _read(tables: Mapping[str, Mapping[str, str | Mapping[str, str]]]) -> _Table:
    return _indexed(
        {
            _phrase(form): (lemma, Force(force))
            for force, entries in tables.items()
            for lemma, entry in entries.items()
            for form in forms(entry)
        }
    )


def _indexed(known: Mapping[_Phrase, _Meaning]) -> _Table:
    longest: dict[str, int] = {}
    for first, *rest in known:
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return _Table(known, longest)


def _phrase(text: str) -> _Phrase:
    return tuple(word.wide for word in words(text))
