"""The closed vocabularies of claim files: each is a `StrEnum`, equal to the word as written."""

from enum import StrEnum

from claimtrack.text.force import Force as Force  # noqa: PLC0414 - here with the others


class ActorKind(StrEnum):
    """What sort of party can say something."""

    PERSON = "person"
    """A human being, by name."""
    OFFICE = "office"
    """A post, whoever holds it: a ministry's spokesperson, a palace."""
    ORGANISATION = "organisation"
    """A company, agency, party, court or other body."""
    STATE = "state"
    """A country, where it speaks as one."""
    GROUP = "group"
    """People without a common body: families, residents, protesters."""
    OUTLET = "outlet"
    """Who publishes articles: a paper, a channel, a news agency."""
    UNNAMED = "unnamed"
    """Somebody whom the article does not name."""


class ArticleKind(StrEnum):
    """The form of a published piece."""

    NEWS = "news"
    """A report."""
    LIVE = "live"
    """A page that is added to while things happen."""
    ANALYSIS = "analysis"
    """A reporter's reading of events."""
    OPINION = "opinion"
    """A column, leader or guest piece."""
    INTERVIEW = "interview"
    """Questions and answers."""
    TRANSCRIPT = "transcript"
    """The words as they were spoken, in full."""
    PRESS_RELEASE = "press_release"
    """A text that a party hands out."""
    POST = "post"
    """A message on a social network."""
    DOCUMENT = "document"
    """A letter, law, report or other paper."""


class ArticleStatus(StrEnum):
    """What the publisher says of the piece today (IPTC's `pubStatus`, with corrections told)."""

    USABLE = "usable"
    """It stands."""
    CORRECTED = "corrected"
    """It stands with a correction."""
    RETRACTED = "retracted"
    """The publisher takes it back."""
    WITHDRAWN = "withdrawn"
    """It is gone, without a word on why."""


class OccasionKind(StrEnum):
    """The sort of event at which words were uttered."""

    PRESS_CONFERENCE = "press_conference"
    """Before the press, with questions."""
    INTERVIEW = "interview"
    """With one outlet."""
    STATEMENT = "statement"
    """Read out or handed out."""
    POST = "post"
    """Written on a social network."""
    HEARING = "hearing"
    """Before a court, a parliament or an inquiry."""
    CALL = "call"
    """By telephone."""
    BRIEFING = "briefing"
    """For selected reporters."""
    LETTER = "letter"
    """In writing to somebody."""
    LEAK = "leak"
    """Passed on without leave."""


class PropositionKind(StrEnum):
    """What sort of thing is said to be so (after AVeriTeC's claim types)."""

    EVENT = "event"
    """Something happened."""
    NUMERICAL = "numerical"
    """A number is so."""
    QUOTE = "quote"
    """Somebody said something."""
    CAUSAL = "causal"
    """One thing led to another."""
    POSITION = "position"
    """A party wants, accepts or refuses something."""
    PREDICTION = "prediction"
    """Something will happen."""
    INTENTION = "intention"
    """A party means to do something."""
    DEFINITION = "definition"
    """A word or status applies."""


class ValueType(StrEnum):
    """How the `value` of a claim about a proposition is read."""

    QUANTITY = "quantity"
    """A number with or without a unit."""
    DATE = "date"
    """A date."""
    CHOICE = "choice"
    """One of the proposition's `choices`."""
    TEXT = "text"
    """Words, compared as they stand."""


class Stance(StrEnum):
    """Where the speaker stands towards the proposition."""

    AFFIRMS = "affirms"
    """Says that it is so."""
    DENIES = "denies"
    """Says that it is not so."""
    QUESTIONS = "questions"
    """Doubts it, or asks for proof."""
    NEUTRAL = "neutral"
    """Speaks of it and takes no side."""
    DECLINES_TO_COMMENT = "declines_to_comment"
    """Was asked and would not answer."""
    NO_RESPONSE = "no_response"
    """Was asked and did not reply."""
    NEITHER_CONFIRMS_NOR_DENIES = "neither_confirms_nor_denies"
    """Answered, and left it open."""
    REFERS_ELSEWHERE = "refers_elsewhere"
    """Sent the question to somebody else."""


class Form(StrEnum):
    """How the words are printed (PARC 3.0: direct, mixed and indirect attribution)."""

    DIRECT = "direct"
    """A whole sentence in quotation marks."""
    MIXED = "mixed"
    """Some words in quotation marks."""
    INDIRECT = "indirect"
    """None: the sense, in the article's words."""


class Sourcing(StrEnum):
    """How close the article's origin stands to what it says."""

    WITNESSED = "witnessed"
    """The reporter saw or heard it."""
    DOCUMENT = "document"
    """It stands in a document."""
    NAMED = "named"
    """Somebody named told this outlet."""
    NAMED_VIA_OUTLET = "named_via_outlet"
    """Somebody named told another outlet."""
    UNNAMED_OFFICIAL = "unnamed_official"
    """An official who is not named."""
    UNNAMED = "unnamed"
    """Anybody else who is not named."""
    HEARSAY = "hearsay"
    """Passed on by one who did not hear it."""


class Basis(StrEnum):
    """Under which terms the words were given; what is off the record is never stored."""

    ON_RECORD = "on_record"
    """The words and the name may be printed."""
    BACKGROUND = "background"
    """The words may be printed, the name may not."""
    DEEP_BACKGROUND = "deep_background"
    """Neither may be: only what the reporter learned."""


class Certainty(StrEnum):
    """How sure the speaker is (FactBank's scale)."""

    CERTAIN = "certain"
    """In no doubt."""
    PROBABLE = "probable"
    """Thinks it likely."""
    POSSIBLE = "possible"
    """Thinks that it may be."""
    UNSTATED = "unstated"
    """Does not say how sure."""


class Verification(StrEnum):
    """The first question of a claim's status: whether they said it."""

    UNVERIFIED = "unverified"
    """Nobody has checked."""
    VERIFIED = "verified"
    """They did, in these words."""
    MISATTRIBUTED = "misattributed"
    """Somebody else did."""
    MISQUOTED = "misquoted"
    """They did, in other words."""
    FABRICATED = "fabricated"
    """Nobody did."""


class Lifecycle(StrEnum):
    """The second question of a claim's status: whether the record is live."""

    DRAFT = "draft"
    """Being written: checked alone, never compared."""
    ACTIVE = "active"
    """Live: compared with others."""
    SUPERSEDED = "superseded"
    """A later claim takes its place."""
    CORRECTED = "corrected"
    """The outlet put it right."""
    RETRACTED = "retracted"
    """The outlet took it back."""
    WITHDRAWN = "withdrawn"
    """The recorder took it back."""


class Veracity(StrEnum):
    """Is it so? The labels of AVeriTeC, and two for what cannot be checked or was not mapped."""

    SUPPORTED = "supported"
    """The evidence says yes."""
    REFUTED = "refuted"
    """The evidence says no."""
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    """Too little is known."""
    CONFLICTING = "conflicting"
    """The evidence points both ways."""
    NOT_CHECKABLE = "not_checkable"
    """No evidence could settle it."""
    UNMAPPED = "unmapped"
    """Judged in words that have no counterpart here: the verdict's `label` has them."""


class VerdictLifecycle(StrEnum):
    """Whether a verdict still stands."""

    ACTIVE = "active"
    """It stands."""
    SUPERSEDED = "superseded"
    """A later verdict takes its place."""
    RETRACTED = "retracted"
    """The reviewer took it back."""


class TranslationKind(StrEnum):
    """Who answers for a translation."""

    OFFICIAL = "official"
    """The speaker's own office."""
    AGENCY = "agency"
    """A news agency."""
    OURS = "ours"
    """Our desk."""
    MACHINE = "machine"
    """A program."""


class EditKind(StrEnum):
    """What an article did to the words that it quotes."""

    OMITTED = "omitted"
    """Left out."""
    INSERTED = "inserted"
    """Added."""
    SUBSTITUTED = "substituted"
    """Put in the place of others."""


class DecisionKind(StrEnum):
    """An editor's judgement on one finding."""

    NOT_A_CONFLICT = "not_a_conflict"
    """The finding is wrong: both can stand."""
    KNOWN_DISPUTE = "known_dispute"
    """The parties disagree, and we know it."""
    WILL_FIX = "will_fix"
    """The ledger or an article will be put right."""
    MISREPORT = "misreport"
    """An outlet reports it wrongly."""
