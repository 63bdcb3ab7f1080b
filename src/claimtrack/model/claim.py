"""Claims: one act of attribution in one article."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from claimtrack.model.attribution import Attribution, Hop
from claimtrack.model.fields import (
    ArticleRef,
    ClaimOrArticleRef,
    ClaimRef,
    EvidenceRef,
    Identifier,
    OccasionRef,
    PropositionRef,
    Shorthand,
    SpeakerRef,
    Text,
)
from claimtrack.model.localized import Localized
from claimtrack.model.quote import Quote
from claimtrack.model.record import Record
from claimtrack.model.words import Certainty, Form, Lifecycle, Stance, Verification
from claimtrack.text.dates import Date

OWN_VOICE = "article"
"""The reserved speaker: the article says so in its own voice."""


@frozen(kw_only=True, weakref_slot=False)
class Status:
    """Two questions of three: did they say it, and is the record live.

    The third, is it so, is not the claim's but its proposition's: see `Verdict`.
    """

    attribution: Verification = Verification.UNVERIFIED
    """Did they say it?"""
    lifecycle: Lifecycle = Lifecycle.ACTIVE
    """Is the record live?"""


@frozen(kw_only=True, weakref_slot=False)
class HistoryEntry:
    """A change of status: when, to what, by whom and why."""

    date: Date
    """When it changed."""
    attribution: Verification | None = None
    """The new answer to "did they say it?", where that changed."""
    lifecycle: Lifecycle | None = None
    """The new answer to "is the record live?", where that changed."""
    by: Text | None = None
    """Who changed it."""
    why: Text | None = None
    """The reason."""
    evidence: tuple[EvidenceRef, ...] = ()
    """Claims, articles or web addresses on which the change rests."""


@frozen(kw_only=True, weakref_slot=False)
class Claim(Record):
    """Somebody's words in one article: who, to what, when, in which words, through whom."""

    KIND: ClassVar[str] = "claim"
    ONE_OF = (("proposition", "statement"),)

    id: Identifier
    """The identifier, unique among claims."""
    article: ArticleRef
    """The article in which it stands; inherited inside an article's file."""
    speaker: SpeakerRef
    """Who says so; `article` where the article does so in its own voice (PARC's source)."""
    stance: Stance = Stance.AFFIRMS
    """Where the speaker stands towards the proposition."""
    proposition: PropositionRef | None = None
    """What is said to be so; a claim without one is kept, but not compared."""
    statement: Localized | None = None
    """What was said, in the recorder's words."""
    value: Text | None = None
    """The value that the claim gives, as printed; the proposition says how it is read."""
    as_of: Date | None = None
    """When the value holds."""
    said: Date | None = None
    """When the words were uttered."""
    occasion: OccasionRef | None = None
    """The event at which they were uttered."""
    form: Form | None = None
    """How the words are printed."""
    quotes: tuple[Quote, ...] = ()
    """The words themselves, as the article prints them."""
    attribution: Attribution | None = None
    """Cue, force, sourcing and chain."""
    certainty: Certainty = Certainty.UNSTATED
    """How sure the speaker is."""
    based_on: tuple[ClaimOrArticleRef, ...] = ()
    """Claims or articles that it was taken from."""
    supersedes: tuple[ClaimRef, ...] = ()
    """Claims that it takes the place of."""
    corrects: tuple[ClaimRef, ...] = ()
    """Claims that it puts right."""
    status: Annotated[Status, Shorthand("lifecycle")] = Status()
    """Did they say it, and is the record live?"""
    history: tuple[HistoryEntry, ...] = ()
    """Changes of status, oldest first; the last ones equal `status`."""

    @property
    def is_live(self) -> bool:
        """Whether it is compared with others: drafts and history are not."""
        return self.status.lifecycle is Lifecycle.ACTIVE

    @property
    def is_own_voice(self) -> bool:
        """Whether the article itself says so."""
        return self.speaker == OWN_VOICE

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The chain of its attribution, the origin first; empty where none is recorded."""
        return () if self.attribution is None else self.attribution.chain
