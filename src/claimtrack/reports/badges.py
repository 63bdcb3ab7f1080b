"""Words of the closed vocabularies as badges, each with its tone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from claimtrack.findings import Severity
from claimtrack.model.words import (
    ActorKind,
    ArticleKind,
    ArticleStatus,
    Basis,
    Certainty,
    Force,
    Form,
    Lifecycle,
    OccasionKind,
    PropositionKind,
    Sourcing,
    Stance,
    TranslationKind,
    Veracity,
    VerdictLifecycle,
    Verification,
)
from claimtrack.reports.marks import Badge, Tone

AXES: Mapping[type[StrEnum], str] = MappingProxyType(
    {
        ActorKind: "actor_kind",
        ArticleKind: "article_kind",
        ArticleStatus: "article_status",
        Basis: "basis",
        Certainty: "certainty",
        Force: "force",
        Form: "form",
        Lifecycle: "lifecycle",
        OccasionKind: "occasion_kind",
        PropositionKind: "proposition_kind",
        Sourcing: "sourcing",
        Stance: "stance",
        TranslationKind: "translation_kind",
        Veracity: "veracity",
        VerdictLifecycle: "verdict_lifecycle",
        Verification: "attribution",
    }
)
"""The table of messages in which the labels of each vocabulary stand."""

SEVERITY = "severity"
"""The table of messages for severities."""

# By vocabulary: words of two vocabularies can be equal (`corrected`), and would be one key.
_TONES: Mapping[str, Mapping[str, Tone]] = MappingProxyType(
    {
        "attribution": {
            Verification.VERIFIED: "good",
            Verification.UNVERIFIED: "open",
            Verification.MISATTRIBUTED: "bad",
            Verification.MISQUOTED: "bad",
            Verification.FABRICATED: "bad",
        },
        "lifecycle": {
            Lifecycle.DRAFT: "open",
            Lifecycle.SUPERSEDED: "past",
            Lifecycle.CORRECTED: "past",
            Lifecycle.RETRACTED: "past",
            Lifecycle.WITHDRAWN: "past",
        },
        "veracity": {
            Veracity.SUPPORTED: "good",
            Veracity.REFUTED: "bad",
            Veracity.CONFLICTING: "open",
            Veracity.NOT_ENOUGH_EVIDENCE: "open",
            Veracity.UNMAPPED: "open",
        },
        "verdict_lifecycle": {
            VerdictLifecycle.SUPERSEDED: "past",
            VerdictLifecycle.RETRACTED: "past",
        },
        "article_status": {
            ArticleStatus.CORRECTED: "open",
            ArticleStatus.RETRACTED: "bad",
            ArticleStatus.WITHDRAWN: "bad",
        },
        "stance": {
            Stance.DENIES: "contrary",
            Stance.QUESTIONS: "contrary",
            Stance.DECLINES_TO_COMMENT: "past",
            Stance.NO_RESPONSE: "past",
            Stance.NEITHER_CONFIRMS_NOR_DENIES: "past",
            Stance.REFERS_ELSEWHERE: "past",
        },
    }
)


def badge(word: StrEnum) -> Badge:
    """The badge of a word."""
    axis = AXES[type(word)]
    return Badge(axis, str(word), _TONES.get(axis, {}).get(word, "plain"))


def maybe_badge(word: StrEnum | None) -> Badge | None:
    """The badge of a word that may be left out."""
    return None if word is None else badge(word)


def severity_badge(severity: Severity) -> Badge:
    """The badge of a severity."""
    tones: Mapping[Severity, Tone] = {Severity.ERROR: "bad", Severity.WARNING: "open"}
    return Badge(SEVERITY, str(severity), tones.get(severity, "plain"))
