"""What editors have judged to be one or not, as records that any rule may look up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen

from claimtrack.model.record import Record


@frozen(kw_only=True, weakref_slot=False)
class SameActors(Record):
    """Every judgement `same` on actors that holds: gathered by the engine when first asked for."""

    KIND: ClassVar[str] = "same-actors"

    ones: Mapping[str, str] = field(factory=dict, hash=False)
    """For each actor that is the same as others the least of their identifiers."""

    def one(self, actor: str) -> str:
        """The identifier that stands for an actor and all that are the same."""
        return self.ones.get(actor, actor)


@frozen(kw_only=True, weakref_slot=False)
class Distinct(Record):
    """The judgements `different` on one claim that hold."""

    KIND: ClassVar[str] = "distinct"

    claim: str
    """The claim."""
    judgements: tuple[str, ...]
    """A word for each; two claims that share one were judged different."""

    @property
    def id(self) -> str:
        """The claim's."""
        return self.claim
