"""The closed vocabularies of claim files: each is a `StrEnum`, equal to the word as written."""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of party can say something."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


class ArticleKind(StrEnum):
    """The form of a published piece."""

    NEWS = "news"
    LIVE = "live"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"
    PRESS_RELEASE = "press_release"
    POST = "post"
    DOCUMENT = "document"


class ArticleStatus(StrEnum):
    """What the publisher says of the piece today (IPTC's `pubStatus`, with corrections told)."""

    USABLE = "usable"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


class OccasionKind(StrEnum):
    """The sort of event at which words were uttered."""

    PRESS_CONFERENCE = "press_conference"
    INTERVIEW = "interview"
    STATEMENT = "statement"
    POST = "post"
    HEARING = "hearing"
    CALL = "call"
    BRIEFING = "briefing"
    LETTER = "letter"
    LEAK = "leak"


class PropositionKind(StrEnum):
    """What sort of thing is said to be so (after AVeriTeC's claim types)."""

    EVENT = "event"
    NUMERICAL = "numerical"
    QUOTE = "quote"
    CAUSAL = "causal"
    POSITION = "position"
    PREDICTION = "prediction"
    INTENTION = "intention"
    DEFINITION = "definition"


class ValueType(StrEnum):
    """How the `value` of a claim about a proposition is read."""

    QUANTITY = "quantity"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


class Stance(StrEnum):
    """Where the speaker stands towards the proposition."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    QUESTIONS = "questions"
    NEUTRAL = "neutral"
    DECLINES_TO_COMMENT = "declines_to_comment"
    NO_RESPONSE = "no_response"
    NEITHER_CONFIRMS_NOR_DENIES = "neither_confirms_nor_denies"
    REFERS_ELSEWHERE = "refers_elsewhere"


class Form(StrEnum):
    """How the words are printed (PARC 3.0: direct, mixed and indirect attribution)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Force(StrEnum):
    """What the cue lets the reader believe of the content (FactBank, PARC)."""

    FACTIVE = "factive"
    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    SPECULATIVE = "speculative"


class Sourcing(StrEnum):
    """How close the article's origin stands to what it says."""

    WITNESSED = "witnessed"
    DOCUMENT = "document"
    NAMED = "named"
    NAMED_VIA_OUTLET = "named_via_outlet"
    UNNAMED_OFFICIAL = "unnamed_official"
    UNNAMED = "unnamed"
    HEARSAY = "hearsay"


class Basis(StrEnum):
    """Under which terms the words were given; what is off the record is never stored."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"


class Certainty(StrEnum):
    """How sure the speaker is (FactBank's scale)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class Verification(StrEnum):
    """The first question of a claim's status: did they say it?"""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    MISATTRIBUTED = "misattributed"
    MISQUOTED = "misquoted"
    FABRICATED = "fabricated"


class Lifecycle(StrEnum):
    """The second question of a claim's status: is the record live?"""

    DRAFT = "draft"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


class Veracity(StrEnum):
    """Is it so? The labels of AVeriTeC, with one for what cannot be checked."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING = "conflicting"
    NOT_CHECKABLE = "not_checkable"


class VerdictLifecycle(StrEnum):
    """Whether a verdict still stands."""

    ACTIVE = "active"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class TranslationKind(StrEnum):
    """Who answers for a translation."""

    OFFICIAL = "official"
    AGENCY = "agency"
    OURS = "ours"
    MACHINE = "machine"


class EditKind(StrEnum):
    """What an article did to the words that it quotes."""

    OMITTED = "omitted"
    INSERTED = "inserted"
    SUBSTITUTED = "substituted"


class DecisionKind(StrEnum):
    """An editor's judgement on one finding."""

    NOT_A_CONFLICT = "not_a_conflict"
    KNOWN_DISPUTE = "known_dispute"
    WILL_FIX = "will_fix"
    MISREPORT = "misreport"
