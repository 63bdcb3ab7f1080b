"""The model: frozen records of what was said, free of formats, disks and clocks."""

from claimtrack.model.actor import Actor, Role
from claimtrack.model.article import Article, Correction, Version
from claimtrack.model.attribution import Attribution, Hop
from claimtrack.model.captured import CapturedText
from claimtrack.model.claim import OWN_VOICE, Claim, HistoryEntry, Status
from claimtrack.model.content import content, digest, seen_fingerprint
from claimtrack.model.decision import Decision
from claimtrack.model.facts import Document, Identifiers, RuleCrash, UnusedIgnore
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
from claimtrack.model.references import Reference, reference_kinds, references

__all__ = [
    "KINDS",
    "NOWHERE",
    "OWN_VOICE",
    "Actor",
    "Article",
    "Attribution",
    "CapturedText",
    "Claim",
    "Copy",
    "Correction",
    "Decision",
    "Document",
    "End",
    "EndKind",
    "HistoryEntry",
    "Hop",
    "Identifiers",
    "Ignore",
    "Ledger",
    "Lineage",
    "Localized",
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
    "Shared",
    "Status",
    "Support",
    "Tie",
    "Translation",
    "UnusedIgnore",
    "ValueSpec",
    "Verdict",
    "Version",
    "Worth",
    "content",
    "digest",
    "reference_kinds",
    "references",
    "seen_fingerprint",
]
