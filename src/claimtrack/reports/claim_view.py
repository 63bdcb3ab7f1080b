"""A claim as reports show it: one act of attribution, whole, as frozen plain data."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.runs import Run


@frozen
class TranslationView:
    """A rendering of quoted words."""

    text: Run
    kind: Badge | None
    by: Ref | None


@frozen
class QuoteView:
    """Words as an article prints them, with renderings in other languages."""

    exact: Run
    translations: tuple[TranslationView, ...]


@frozen
class HopView:
    """One hand through which words passed."""

    who: Ref
    verb: Run | None
    consulted: bool


@frozen
class OccasionView:
    """The event at which words were uttered."""

    kind: Badge
    date: Run
    place: Run | None
    present: tuple[Ref, ...]
    """Who took part, as far as it is recorded."""


@frozen
class ClaimView:
    """One act of attribution: who, to what, when, in which words, through whom."""

    anchor: str
    id: Run
    speaker: Ref
    """The speaker; the outlet where the article says so in its own voice."""
    own_voice: bool
    article: Ref
    outlet: Ref | None
    proposition: Ref | None
    statement: Run | None
    """The recorder's own words for it, where there are any."""
    stance: Badge
    value: Run | None
    value_as_of: Run | None
    said: Run | None
    """When it was uttered; when it was published where that is not recorded."""
    said_from: Literal["said", "occasion", "published", "unknown"]
    """What `said` is taken from."""
    occasion: OccasionView | None
    """The event at which it was uttered."""
    quotes: tuple[QuoteView, ...]
    cue: Run | None
    chain: tuple[HopView, ...]
    details: tuple[Badge, ...]
    """Form, certainty, force, sourcing and basis, where they are recorded."""
    attribution: Badge
    """Did they say it?"""
    lifecycle: Badge
    """Is the record live?"""
    live: bool
    """Whether it is compared with others."""
    note: Run | None
    file: Run
    findings: tuple[FindingRef, ...]
