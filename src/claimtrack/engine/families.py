"""Rules that ask for the same groups: their keys are asked for once, and each group is made once.

A rule that inherits static `keys` and `links` and reads the same kinds as another cannot have other
groups: a static method does not know the rule. Most rules on words share the article, most on
claims the proposition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimtrack.model import Record
from claimtrack.rule import AnyGatherer, Gatherer


class Family(NamedTuple):
    """Rules (or one deriver) with the same groups, in the order of the rules."""

    members: tuple[AnyGatherer, ...]

    @property
    def first(self) -> AnyGatherer:
        """The one that is asked for all."""
        return self.members[0]

    @property
    def reads(self) -> tuple[type[Record], ...]:
        """The kinds of record that they read."""
        return self.first.reads

    @property
    def joins(self) -> bool:
        """Whether links may make one group of several keys."""
        return type(self.first).links is not Gatherer.links


def families(gatherers: Sequence[AnyGatherer]) -> list[Family]:
    """The families of some rules or derivers, in the order of their first members."""
    found: dict[Any, list[AnyGatherer]] = {}
    for place, gatherer in enumerate(gatherers):
        keys, links = _shared(gatherer, "keys"), _shared(gatherer, "links")
        alike = place if keys is None or links is None else (keys, links, gatherer.reads)
        found.setdefault(alike, []).append(gatherer)
    return [Family(tuple(members)) for members in found.values()]


def _shared(gatherer: AnyGatherer, name: str) -> object:
    """The function behind a method that does not know its rule; None where it may."""
    homes: Iterable[type[Any]] = type(gatherer).__mro__
    defined = next(vars(home)[name] for home in homes if name in vars(home))
    own = vars(Gatherer)[name]
    return defined if isinstance(defined, staticmethod) or defined is own else None
