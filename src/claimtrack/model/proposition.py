"""Propositions: what can be true or false, whoever says it; the node at which articles meet."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from claimtrack.model.fields import ActorRef, EvidenceRef, Identifier, PropositionRef, Text, Url
from claimtrack.model.localized import Localized
from claimtrack.model.record import Record
from claimtrack.model.words import PropositionKind, ValueType, Veracity, VerdictLifecycle
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class ValueSpec:
    """How the values of claims about a proposition are read and compared."""

    type: ValueType
    """Quantity, date, one of `choices`, or text."""
    unit: Text | None = None
    """The unit in which a bare number is meant."""
    choices: tuple[Text, ...] = ()
    """The values that a choice can take."""
    cumulative: bool = False
    """Whether the value can only grow, as a toll does."""


@frozen(kw_only=True, weakref_slot=False)
class Verdict:
    """A published judgement on whether a proposition is so (ClaimReview's review)."""

    veracity: Veracity
    """The judgement."""
    reviewer: ActorRef
    """Who judged."""
    date: Date
    """When it was published."""
    url: Url | None = None
    """Where it was published."""
    label: Text | None = None
    """The reviewer's own words for it."""
    evidence: tuple[EvidenceRef, ...] = ()
    """Claims, articles or web addresses on which it rests."""
    lifecycle: VerdictLifecycle = VerdictLifecycle.ACTIVE
    """Whether it still stands."""


@frozen(kw_only=True, weakref_slot=False)
class Proposition(Record):
    """One question of fact, position or number, apart from who says it."""

    KIND: ClassVar[str] = "proposition"

    id: Identifier
    """The identifier, unique among propositions."""
    text: Localized
    """The proposition as a sentence that can be affirmed or denied."""
    kind: PropositionKind | None = None
    """What sort of thing is said to be so."""
    topics: tuple[Text, ...] = ()
    """Subjects under which an editor looks for it."""
    value: ValueSpec | None = None
    """How values of claims about it are read, where they carry one."""
    contradicts: tuple[PropositionRef, ...] = ()
    """Propositions that cannot be true together with it."""
    implies: tuple[PropositionRef, ...] = ()
    """Propositions that must be true if it is."""
    same_as: tuple[PropositionRef, ...] = ()
    """Other records of the same proposition."""
    part_of: PropositionRef | None = None
    """A numerical proposition whose value it adds to."""
    parties: tuple[ActorRef, ...] = ()
    """Actors with an interest in it."""
    verdicts: tuple[Verdict, ...] = ()
    """Judgements on it, by whom and when."""
