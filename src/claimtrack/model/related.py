"""What is derived about how records of one kind stand to each other, for rules that meet one alone.

No claim file holds these.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from claimtrack.model.record import Record


@frozen(kw_only=True, weakref_slot=False)
class Synonym(Record):
    """An identifier of a proposition that stands under several."""

    KIND: ClassVar[str] = "synonym"

    proposition: str
    """The identifier."""
    one: str
    """The least of them all, which stands for each."""

    @property
    def id(self) -> str:
        """The identifier."""
        return self.proposition


@frozen(kw_only=True, weakref_slot=False)
class Succession(Record):
    """A claim that others supersede or correct."""

    KIND: ClassVar[str] = "succession"

    claim: str
    """The claim."""
    propositions: tuple[str, ...]
    """What the live ones among the others are about, each under its least identifier, in order."""

    @property
    def id(self) -> str:
        """The claim's."""
        return self.claim
