"""Names that look alike: suggested to people, never merged.

Names are put in an order in which those that may be one stand side by side, and only neighbours are
compared (the sorted-neighbourhood method of record linkage: Hernández and Stolfo, 1995).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from claimtrack.interop.importing import Known
from claimtrack.text.searchable import searchable

_ALIKE = 0.9
"""From which ratio of difflib two names in order differ as by a slip."""
_SHORTEST = 6
"""Letters of a name that are enough to see a slip in it."""
_KEY = "alike:"
_BETWEEN = "\0"
_NO_LETTERS = str.maketrans(dict.fromkeys(".,;:'\"()[]-_/", " "))
_FORWARDS, _BACKWARDS, _ENDS = "forwards", "backwards", "ends"


class Alike(NamedTuple):
    """Two actors whose names look alike."""

    one: tuple[str, str]
    """Identifier and name."""
    other: tuple[str, str]


def note_name(known: Known, actor: str, name: str) -> None:
    """Remember a name under what it looks like."""
    words = _words(name)
    if not words:
        return
    forms = {_FORWARDS: " ".join(sorted(words)), _BACKWARDS: "".join(words)[::-1]}
    if len(words) > 1:
        forms[_ENDS] = f"{words[0]} {words[-1]}"
    for kind, form in forms.items():
        known.put(f"{_KEY}{kind}:{form}{_BETWEEN}{actor}", name)


def look_alikes(known: Known) -> Iterator[Alike]:
    """The pairs of actors whose names look alike, each once.

    They have the same words in any order, the same first and last word, or nearly the same letters.
    Case, signs, single letters and accepted Arabic spellings do not count; a number does, for it is
    what tells Radio 4 from Radio 5. Those of whom somebody has judged already whether they are one
    are left out.
    """
    given: set[frozenset[str]] = set()
    for kind in (_FORWARDS, _BACKWARDS, _ENDS):
        before = None
        for key, name in known.among(f"{_KEY}{kind}:"):
            form, _, actor = key.partition(_BETWEEN)
            if before is not None and before[1] != actor:
                pair = frozenset((before[1], actor))
                slip = kind != _ENDS and _is_slip(before[0], form)
                if (form == before[0] or slip) and not (pair in given or _is_judged(known, pair)):
                    given.add(pair)
                    yield Alike((before[1], before[2]), (actor, name))
            before = (form, actor, name)


def note_judged(known: Known, actors: Iterable[str]) -> None:
    """Remember that somebody has judged whether some actors are one."""
    for one, other in combinations(sorted(set(actors)), 2):
        known.put(f"judged:{one} {other}", "")


def _is_judged(known: Known, pair: frozenset[str]) -> bool:
    return known.get(f"judged:{' '.join(sorted(pair))}") is not None


def _words(name: str) -> list[str]:
    """The words of a name as they are compared, single letters left out."""
    words = searchable(name).translate(_NO_LETTERS).split()
    return [word for word in words if len(word) > 1 or word.isdigit()]


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or _digits(one) != _digits(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _digits(form: str) -> list[str]:
    return [char for char in form if char.isdigit()]
