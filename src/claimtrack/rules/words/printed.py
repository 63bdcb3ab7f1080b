"""Words as they are printed: quotes of claims, brought together by wording, then by utterance.

Two outlets seldom print the same stretch of what was said. So quotes with the same words are one
wording, and each wording is held against the few that share most of its words: never all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from attrs import field, frozen

from claimtrack.model import Actor, Claim, Occasion
from claimtrack.rule import Group
from claimtrack.text.alignment import quoted_units
from claimtrack.text.divergence import Divergence, divergence
from claimtrack.text.names import Names

_MOST_PLACES = 16
"""Wordings of one word that a later one is brought together with, the oldest first."""
_MOST_COMPARED = 3
"""Wordings that one is compared with: those that share most of its words."""


class Printed(NamedTuple):
    """A quote of a claim, by its place, and the order in which it came."""

    claim: Claim
    at: int

    @property
    def exact(self) -> str:
        """The words."""
        return self.claim.quotes[self.at].exact


@frozen
class Wording:
    """Quotes that print the same words, oldest first."""

    keys: tuple[str, ...]
    quotes: list[Printed] = field(factory=list)
    articles: set[str] = field(factory=set)
    """The articles that print it."""

    def add(self, quote: Printed) -> None:
        """Take in a quote of the same words."""
        self.quotes.append(quote)
        self.articles.add(quote.claim.article)


class Pair(NamedTuple):
    """A wording, an earlier one of the same passage, and what they differ in."""

    later: Wording
    earlier: Wording
    differs: Divergence


def languages(group: Group, claims: Sequence[Claim]) -> dict[str, list[Printed]]:
    """The quotes of some claims by their primary language; without a known one they share `""`."""
    found: defaultdict[str, list[Printed]] = defaultdict(list)
    for claim in claims:
        article = group.article(claim)
        for index, quote in enumerate(claim.quotes):
            tag = quote.language or (article.language if article is not None else None) or ""
            found[primary(tag)].append(Printed(claim, index))
    return found


def primary(tag: str) -> str:
    """The primary language of a tag: `ar` of `ar-LB`."""
    return tag.split("-", maxsplit=1)[0].lower()


def wordings(quotes: Sequence[Printed]) -> list[Wording]:
    """The distinct wordings of some quotes, in the order in which they came up."""
    found: dict[tuple[str, ...], Wording] = {}
    for quote in quotes:
        keys = tuple(unit.key for unit in quoted_units(quote.exact))
        if keys:
            found.setdefault(keys, Wording(keys)).add(quote)
    return list(found.values())


def utterances(some: Sequence[Wording], names: Names) -> list[list[Pair]]:
    """The pairs of wordings that print one passage, for each passage that has a pair.

    Each wording is compared with a bounded number of earlier ones.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    passages: list[int] = []
    pairs: defaultdict[int, list[Pair]] = defaultdict(list)
    for at, wording in enumerate(some):
        found = [
            (differs.degree, other, differs)
            for other in _sharing(wording, places)
            if (differs := _compared(wording, some[other], names)) is not None
        ]
        passage = at
        if found:
            _, other, differs = min(found, key=lambda one: one[:2])
            passage = passages[other]
            pairs[passage].append(Pair(wording, some[other], differs))
        passages.append(passage)
        for key in set(wording.keys):
            if len(places[key]) < _MOST_PLACES:
                places[key].append(at)
    return list(pairs.values())


def _sharing(wording: Wording, places: dict[str, list[int]]) -> list[int]:
    """The earlier wordings that share the most of its words."""
    votes = Counter(at for key in set(wording.keys) for at in places.get(key, ()))
    return nsmallest(_MOST_COMPARED, votes, key=lambda at: (-votes[at], at))


def _compared(wording: Wording, other: Wording, names: Names) -> Divergence | None:
    """What two wordings differ in; None where one article prints both, or they are two passages."""
    if len(wording.articles) == 1 and wording.articles == other.articles:
        return None
    return divergence(other.quotes[0].exact, wording.quotes[0].exact, names)


def known_names(group: Group, claims: Sequence[Claim]) -> Names:
    """The names of those whom the words may be about: who speaks, who took part, and their bodies.

    A group reaches no other actors; what it does not know is no name.
    """
    asked = {claim.speaker for claim in claims}
    for occasion in {claim.occasion for claim in claims}:
        event = group.find(Occasion, occasion)
        asked.update(event.actors if event is not None else ())
    near = [actor for name in sorted(asked) if (actor := group.find(Actor, name)) is not None]
    bodies = {body for actor in near for body in _bodies(actor)} - asked
    far = [actor for name in sorted(bodies) if (actor := group.find(Actor, name)) is not None]
    return Names([*(text for _, text in actor.name), *actor.aliases] for actor in (*near, *far))


def _bodies(actor: Actor) -> Iterator[str]:
    yield from actor.speaks_for
    yield from (role.of for role in actor.roles if role.of is not None)
