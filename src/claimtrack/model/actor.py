"""Actors: those who can say something, and those who report it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from claimtrack.model.fields import ActorRef, Identifier, Key, Qid, Text
from claimtrack.model.localized import Localized
from claimtrack.model.record import Record
from claimtrack.model.words import ActorKind
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class Role:
    """A title that an actor holds for a time."""

    title: Localized
    """The title as it is printed before a name."""
    of: ActorRef | None = None
    """The body in which it is held."""
    start: Annotated[Date | None, Key("from")] = None
    """The first day (`from` in a claim file)."""
    end: Annotated[Date | None, Key("to")] = None
    """The last day (`to` in a claim file)."""


@frozen(kw_only=True, weakref_slot=False)
class Actor(Record):
    """A person, office, organisation, state, group, outlet, or somebody who is not named."""

    KIND: ClassVar[str] = "actor"

    id: Identifier
    """The identifier, unique among actors."""
    kind: ActorKind
    """What sort of party it is."""
    name: Localized
    """The name by which it is shown."""
    aliases: tuple[Text, ...] = ()
    """Other names and spellings, in any script."""
    roles: tuple[Role, ...] = ()
    """Titles through time."""
    speaks_for: tuple[ActorRef, ...] = ()
    """On whose behalf its words count."""
    described_as: Text | None = None
    """How articles describe somebody whom they do not name."""
    domains: tuple[Text, ...] = ()
    """The outlet's web domains, such as `northern-wire.example`."""
    wire: bool = False
    """Whether it is a news agency, whose copy others print."""
    wikidata: Qid | None = None
    """Its Wikidata identifier."""
