"""Quotes: the words as an article prints them, addressed as in W3C Web Annotation."""

from __future__ import annotations

from attrs import frozen

from claimtrack.model.fields import ActorRef, LanguageTag, Text
from claimtrack.model.words import EditKind, TranslationKind


@frozen(kw_only=True, weakref_slot=False)
class Translation:
    """A rendering of a quote in another language."""

    language: LanguageTag
    """The language of the rendering."""
    text: Text
    """The rendering."""
    by: ActorRef | None = None
    """Who made it."""
    kind: TranslationKind | None = None
    """Who answers for it."""


@frozen(kw_only=True, weakref_slot=False)
class QuoteEdit:
    """What the article, or the recorder, did to the speaker's words."""

    kind: EditKind
    """Omitted, inserted or substituted."""
    text: Text
    """The words concerned."""


@frozen(kw_only=True, weakref_slot=False)
class Quote:
    """A passage of the captured text (W3C Web Annotation, TextQuoteSelector)."""

    exact: Text
    """The words; `[…]`, `[...]`, `…` and `...` mark an omission, `[words]` an insertion."""
    prefix: str | None = None
    """Text right before, which chooses between several places."""
    suffix: str | None = None
    """Text right after."""
    language: LanguageTag | None = None
    """The language of the words; the article's where it is left out."""
    translations: tuple[Translation, ...] = ()
    """Renderings in other languages."""
    edits: tuple[QuoteEdit, ...] = ()
    """Declared omissions, insertions and substitutions."""
