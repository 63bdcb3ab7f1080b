"""Finding the titles of an actor in a text that speaks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from claimtrack.model import Actor, Role
from claimtrack.text.fold import respell
from claimtrack.text.regex import regex

Words = tuple[str, ...]

_WORD = regex(r"\w+")
_LINKS = frozenset({"the", "mr", "mrs", "ms", "dr", "السيد", "السيده", "الدكتور", "الدكتوره"})
"""Words that may stand between a title and a name."""

_SHIFTED = frozenset(
    respell(word)
    for word in (
        *("former", "formerly", "ex", "erstwhile", "onetime", "then", "late", "past", "previous"),
        *("future", "incoming", "outgoing", "next", "elect", "designate", "acting", "until"),
        *("was", "were", "been", "became", "become", "becomes", "when", "while", "as"),
        *("vice", "deputy", "assistant", "under", "shadow", "prime", "interim"),
        *("سابق", "سابقا", "سابقه", "السابق", "السابقه", "اسبق", "الاسبق", "الراحل", "انذاك"),
        *("المقبل", "القادم", "المنتخب", "المكلف", "المستقيل", "المقال", "كان", "كانت", "بصفته"),
        *("حين", "عندما", "نائب", "نائبه", "مساعد", "وكيل"),
    )
)
"""Words beside a title by which it is another's, or was or will be held at another time."""

_BEFORE, _AFTER = 2, 3
_MOST_LINKS = 2


class Title(NamedTuple):
    """A title of an actor as folded words, as written, and the positions of the roles with it."""

    words: Words
    text: str
    roles: tuple[int, ...]


def words_of(text: str) -> Words:
    """The words of a text under one spelling, in lower case."""
    return tuple(_WORD.findall(respell(text).lower()))


class Titles(NamedTuple):
    """The titles of an actor by their words, and how many words titles have."""

    by_words: Mapping[Words, Title]
    lengths: AbstractSet[int]

    def at(self, words: Words, start: int) -> Iterator[Title]:
        """The titles that begin at one of the words."""
        for length in self.lengths:
            title = self.by_words.get(words[start : start + length])
            if title is not None and len(title.words) == length:
                yield title


def titles_of(actor: Actor) -> Titles:
    """The titles of an actor's roles in every language: one entry for all roles of one title."""
    found: dict[Words, tuple[str, list[int]]] = {}
    for position, role in enumerate(actor.roles):
        for text in _texts(role):
            if words := words_of(text):
                found.setdefault(words, (text, []))[1].append(position)
    titles = {words: Title(words, text, tuple(roles)) for words, (text, roles) in found.items()}
    return Titles(titles, frozenset(map(len, titles)))


def names_of(actor: Actor) -> set[Words]:
    """The names and aliases of an actor, as folded words."""
    names = {words_of(text) for text in (*(text for _, text in actor.name), *actor.aliases)}
    return names - {()}


def held_titles(text: str, titles: Titles) -> Iterator[tuple[Title, int, int, Words]]:
    """The titles in a text that are given as held now: title, start, end, and the text's words.

    A title inside a longer one of the same actor, and one that a word beside it moves to another
    time or person ("former", "vice", نائب, السابق), is passed over.
    """
    words = words_of(text)
    spans = [
        (start, -(start + len(title.words)), title)
        for start in range(len(words))
        for title in titles.at(words, start)
    ]
    reached = 0  # by what began earlier, or here and is longer
    for start, minus_end, title in sorted(spans, key=lambda span: span[:2]):
        end = -minus_end
        beside = (*words[max(0, start - _BEFORE) : start], *words[end : end + _AFTER])
        if end > reached and _SHIFTED.isdisjoint(beside):
            yield title, start, end, words
        reached = max(reached, end)


def is_beside(names: Collection[Words], words: Words, start: int, end: int) -> bool:
    """Whether one of the names stands right before or after the words from `start` to `end`."""
    reach = max(map(len, names), default=0) + _MOST_LINKS
    after, before = words[end : end + reach], words[max(0, start - reach) : start]
    while after and after[0] in _LINKS:
        after = after[1:]
    while before and before[-1] in _LINKS:
        before = before[:-1]
    return any(after[: len(name)] == name or before[-len(name) :] == name for name in names)


def _texts(role: Role) -> Iterator[str]:
    return (text for _, text in role.title)
