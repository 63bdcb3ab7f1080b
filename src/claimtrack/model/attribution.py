"""Attribution: by which cue, how strongly, from what kind of source, and through whom."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from claimtrack.model.fields import ActorRef, ArticleRef, Refused, Text
from claimtrack.model.words import Basis, Force, Sourcing

OFF_RECORD = Refused({"off_record": "what was said off the record must never be in a repository"})


@frozen(kw_only=True, weakref_slot=False)
class Hop:
    """One hand through which the words passed: an actor or an article."""

    ONE_OF: ClassVar[tuple[tuple[str, ...], ...]] = (("actor", "article"),)

    actor: ActorRef | None = None
    """The actor who passed them on."""
    article: ArticleRef | None = None
    """The article that passed them on."""
    verb: Text | None = None
    """The verb by which it is credited."""
    consulted: bool = False
    """Whether the recorder read that hop."""


@frozen(kw_only=True, weakref_slot=False)
class Attribution:
    """How an article ties content to a source (PARC 3.0: source, cue, content)."""

    cue: Text | None = None
    """The words that tie them, as printed: `said`, `called`, أكد."""
    force: Force | None = None
    """What the cue lets the reader believe."""
    sourcing: Sourcing | None = None
    """How close the origin stands to what it says."""
    basis: Annotated[Basis | None, OFF_RECORD] = None
    """Under which terms the words were given."""
    anonymity_reason: Text | None = None
    """Why the source is not named, as the article explains it."""
    chain: tuple[Hop, ...] = ()
    """Through whom: from the origin to this article."""
