"""Known names in a text: whom a passage speaks of, as far as somebody has told us the names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.text.meaning import Unit, units

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
_ARTICLE = "ال"


class Names:
    """Names by which some parties go, found among the units of a text.

    Of each party every name and spelling is given. A name that two parties share names neither.
    """

    def __init__(self, parties: Iterable[Iterable[str]] = ()) -> None:
        self._by_first: defaultdict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        shared: set[tuple[str, ...]] = set()
        for party, names in enumerate(parties):
            for keys in {tuple(unit.key for unit in units(name)) for name in names} - {()}:
                known = self._by_first[keys[0]].setdefault(keys, party)
                if known != party:
                    shared.add(keys)
        for keys in shared:
            del self._by_first[keys[0]][keys]

    def among(self, some: Sequence[Unit]) -> set[int]:
        """The parties that are named, by their place among those given."""
        return {party for at in range(len(some)) for party in self._at(some, at)}

    def _at(self, some: Sequence[Unit], at: int) -> Iterator[int]:
        for first in bare(some[at].key):
            for keys, party in self._by_first.get(first, {}).items():
                if tuple(unit.key for unit in some[at + 1 : at + len(keys)]) == keys[1:]:
                    yield party


def bare(key: str) -> Iterator[str]:
    """An Arabic word as it stands and without the little words that are written onto it."""
    for proclitic in _PROCLITICS:
        if key.startswith(proclitic):
            rest = key[len(proclitic) :]
            yield rest
            if proclitic.endswith("ل") and rest.startswith("ل"):
                yield _ARTICLE + rest[1:]  # للبنك is ل and البنك


_ENDS = frozenset('.!?…:"“”«»\n([')
_LOOK_BACK = 6


def proper_names(text: str, some: Iterable[Unit]) -> list[Unit]:
    """The words with a capital letter that stand in the middle of a sentence, `I` left out.

    At its beginning every word has one. Only scripts with capital letters mark names.
    """
    return [unit for unit in some if unit.kind is None and _is_proper(text, unit)]


def _is_proper(text: str, unit: Unit) -> bool:
    before = text[max(0, unit.start - _LOOK_BACK) : unit.start].rstrip(" '‘’-")[-1:]
    begins = not before or before in _ENDS
    return unit.end - unit.start > 1 and text[unit.start].isupper() and not begins


_AND = frozenset(("and", "or", "و", "او"))
_NAMED = "\0"
"""Stands for any name; in no key."""


def change_places(
    texts: tuple[str, str], sides: tuple[Sequence[Unit], Sequence[Unit]], names: Names
) -> bool:
    """Whether all words are the same but for names, and these are the same ones in another order.

    `Israel and Iran` in another order says the same: where only `and` parts those that have
    changed places, they have not.
    """
    if len(sides[0]) != len(sides[1]):
        return False
    proper = {
        unit.key
        for text, side in zip(texts, sides, strict=True)
        for unit in proper_names(text, side)
    }
    marked = [
        [_mark(names, proper, text, unit) for unit in side]
        for text, side in zip(texts, sides, strict=True)
    ]
    moved = [at for at, (one, other) in enumerate(zip(*marked, strict=True)) if one != other]
    if not moved or any(marked[side][at][:1] != _NAMED for side in (0, 1) for at in moved):
        return False
    if sorted(marked[0][at] for at in moved) != sorted(marked[1][at] for at in moved):
        return False
    between = sides[0][moved[0] : moved[-1] + 1]
    return any(
        unit.key not in _AND
        for at, unit in enumerate(between, moved[0])
        if marked[0][at][:1] != _NAMED
    )


def _mark(names: Names, proper: set[str], text: str, unit: Unit) -> str:
    """The key of a word, or the sign of a name with whose it is."""
    parties = names.among([unit])
    if parties:
        return f"{_NAMED}{min(parties)}"
    is_proper = unit.key in proper and text[unit.start].isupper()
    return f"{_NAMED}{unit.key}" if is_proper else unit.key
