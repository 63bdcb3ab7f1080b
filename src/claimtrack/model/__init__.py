"""The model: frozen records of what was said, free of formats, disks and clocks."""

from claimtrack.model.actor import Actor, Role
from claimtrack.model.article import Article, Correction, Version
from claimtrack.model.attribution import Attribution, Hop
from claimtrack.model.captured import CapturedText
from claimtrack.model.claim import OWN_VOICE, Claim, HistoryEntry, Status
from claimtrack.model.content import content, digest
from claimtrack.model.decision import Decision
from claimtrack.model.facts import (
    HOLDING,
    Day,
    Document,
    Holding,
    Identifiers,
    IdleDecision,
    RuleCrash,
    UnusedIgnore,
)
from claimtrack.model.judged import Distinct, SameActors
from claimtrack.model.ledger import KINDS, Ledger
from claimtrack.model.lineage import (
    Copy,
    End,
    EndKind,
    Lineage,
    Root,
    Roots,
    Shared,
    Support,
    Tie,
    Worth,
)
from claimtrack.model.localized import Localized
from claimtrack.model.occasion import Occasion
from claimtrack.model.proposition import Proposition, ValueSpec, Verdict
from claimtrack.model.quote import Quote, QuoteEdit, Translation
from claimtrack.model.record import NOWHERE, Ignore, Origin, Record, Review
from claimtrack.model.references import Reference, references
from claimtrack.model.related import Succession, Synonym
from claimtrack.model.seen import (
    Change,
    changed_fields,
    changes_since,
    is_as_seen,
    seen_fingerprint,
)
from claimtrack.model.ways import Line, Loop, Station, Tied

__all__ = [
    "HOLDING",
    "KINDS",
    "NOWHERE",
    "OWN_VOICE",
    "Actor",
    "Article",
    "Attribution",
    "CapturedText",
    "Change",
    "Claim",
    "Copy",
    "Correction",
    "Day",
    "Decision",
    "Distinct",
    "Document",
    "End",
    "EndKind",
    "HistoryEntry",
    "Holding",
    "Hop",
    "Identifiers",
    "IdleDecision",
    "Ignore",
    "Ledger",
    "Line",
    "Lineage",
    "Localized",
    "Loop",
    "Occasion",
    "Origin",
    "Proposition",
    "Quote",
    "QuoteEdit",
    "Record",
    "Reference",
    "Review",
    "Role",
    "Root",
    "Roots",
    "RuleCrash",
    "SameActors",
    "Shared",
    "Station",
    "Status",
    "Succession",
    "Support",
    "Synonym",
    "Tie",
    "Tied",
    "Translation",
    "UnusedIgnore",
    "ValueSpec",
    "Verdict",
    "Version",
    "Worth",
    "changed_fields",
    "changes_since",
    "content",
    "digest",
    "is_as_seen",
    "references",
    "seen_fingerprint",
]
