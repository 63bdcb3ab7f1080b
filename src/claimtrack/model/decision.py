"""Decisions: an editor's judgement on a finding, or on whether two records are one."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from claimtrack.model.fields import ClaimOrActorRef, Fingerprint, SeenFingerprint, Text
from claimtrack.model.record import Record
from claimtrack.model.words import DecisionKind
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class Decision(Record):
    """Settles one finding until what was compared changes, or judges two records the same."""

    KIND: ClassVar[str] = "decision"
    ONE_OF = (("finding", "same", "different"),)
    TOGETHER = (("finding", "decision"),)

    finding: Fingerprint | None = None
    """The fingerprint of the finding that it settles."""
    rule: Text | None = None
    """The code of that finding's rule: for readers, and to tell when there is no such finding."""
    decision: DecisionKind | None = None
    """The judgement on that finding."""
    same: tuple[ClaimOrActorRef, ...] = ()
    """Claims, or actors, that are one."""
    different: tuple[ClaimOrActorRef, ...] = ()
    """Claims, or actors, that look alike but are not one."""
    by: Text
    """Who decided."""
    at: Date
    """When."""
    why: Text
    """The reason."""
    expires: Date | None = None
    """The last day on which it holds."""
    seen: tuple[tuple[str, SeenFingerprint], ...] = ()
    """What was compared: pairs of record (`claim:a1-toll`) and its fingerprint then."""

    @property
    def id(self) -> str:
        """A decision has no name of its own: it is known by what it settles."""
        if self.finding:
            return self.finding
        if self.same:
            return "same-" + "+".join(self.same)
        return "different-" + "+".join(self.different)
