"""What is derived about ways upstream: lines of reprints, what belongs together, and loops.

No claim file holds these. Each is one record's share of something large, so that an edit changes
few of them: a line of ten thousand reprints, an article with a thousand claims.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from attrs import frozen

from claimtrack.findings import Location
from claimtrack.model.record import Record
from claimtrack.model.words import Stance


@frozen(kw_only=True, weakref_slot=False)
class Line(Record):
    """Where an article stands in a tree of declared reprints.

    The articles of a tree are numbered so that those below one follow it without a gap.
    """

    KIND: ClassVar[str] = "line"

    article: str
    """The article."""
    top: str
    """The one at the top of the tree; of several that reprint each other in a ring, the least."""
    above: str | None = None
    """What the top reprints, where that is below it."""
    depth: int
    """How many steps it is from the top."""
    place: int
    """Its number, from 0."""
    behind: int
    """The number after those of all below it."""

    @property
    def id(self) -> str:
        """The article's."""
        return self.article


@frozen(kw_only=True, weakref_slot=False)
class Tied(Record):
    """Where else those may have it from who follow one thing to an article: what it takes over."""

    KIND: ClassVar[str] = "tied"

    article: str
    """The article."""
    proposition: str
    """The proposition that is followed."""
    stance: Stance
    """The stance towards it."""
    names: tuple[str, ...] = ()
    """The articles that it reprints, over any number of steps, credits, or has most of its text
    from."""
    copied: tuple[str, str] | None = None
    """An article, this one or the last that it reprints, and in which other most of its text is."""
    is_crowded: bool = False
    """Whether it credits very many, or is credited by one that does."""

    @property
    def id(self) -> str:
        """What is followed, and to where."""
        return f"{self.article}/{self.proposition}/{self.stance}"


class Station(NamedTuple):
    """One place on a loop: an article that has something from elsewhere, or a claim in it has."""

    article: str
    """The article."""
    place: Location
    """The field that says so."""
    is_inferred: bool
    """Whether that may be for something else."""
    upstream: str
    """What the field names."""


@frozen(kw_only=True, weakref_slot=False)
class Loop(Record):
    """A way upstream that leads back to where it began."""

    KIND: ClassVar[str] = "loop"

    first: str
    """The least claim on it, else the least article: kind and identifier."""
    stations: tuple[Station, ...]
    """Its places in the order of the way, from there."""

    @property
    def id(self) -> str:
        """That of the first."""
        return self.first
