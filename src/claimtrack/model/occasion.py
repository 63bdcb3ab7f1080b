"""Occasions: events of utterance that several articles may report."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from claimtrack.model.fields import ActorRef, ArticleRef, Identifier, LanguageTag
from claimtrack.model.localized import Localized
from claimtrack.model.record import Record
from claimtrack.model.words import OccasionKind
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class Occasion(Record):
    """A press conference, a call, a post: where and when words were uttered once."""

    KIND: ClassVar[str] = "occasion"

    id: Identifier
    """The identifier, unique among occasions."""
    kind: OccasionKind
    """What sort of event it was."""
    date: Date
    """When it took place."""
    actors: tuple[ActorRef, ...] = ()
    """Who took part."""
    place: Localized | None = None
    """Where it took place."""
    language: LanguageTag | None = None
    """The language that was spoken."""
    transcript: ArticleRef | None = None
    """The article that holds its transcript."""
