"""The credits of one article, from which each claim in it finds at once what it may be from.

An article with many claims and many credits would else be read through for each of its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet


class Credits:
    """What an article credits, by name: articles, and outlets of which it names no article."""

    def __init__(self, names: Iterable[str], kind: Callable[[str], str]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            self._places[name].append(place)
        kinds = {name: kind(name) for name in self._places}
        self._articles = frozenset(name for name, of in kinds.items() if of == "article")
        self._outlets = frozenset(name for name, of in kinds.items() if of == "outlet")

    def of_claim(self, saying: AbstractSet[str], speaker: str | None) -> list[tuple[int, str]]:
        """The credits that can be where a claim comes from, each with its place.

        A credit can where it is the only thing known of the claim: an article that says the same
        (one of `saying`), or an outlet where no `speaker` is named, or where the outlet is it. Else
        the credit may be for something else.
        """
        outlets = self._outlets if speaker is None else self._outlets & {speaker}
        named = (self._articles & saying) | outlets
        return sorted((place, name) for name in named for place in self._places[name])
