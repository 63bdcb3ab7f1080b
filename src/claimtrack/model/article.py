"""Articles: published pieces in which claims stand, and their captured text."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from claimtrack.model.fields import (
    ActorRef,
    ClaimRef,
    Identifier,
    LanguageTag,
    OutletOrArticleRef,
    RelativePath,
    Sha256,
    Text,
    Url,
)
from claimtrack.model.localized import Localized
from claimtrack.model.record import Record
from claimtrack.model.words import ArticleKind, ArticleStatus
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class Version:
    """One capture of an article that was changed after it was published."""

    retrieved: Date
    """When it was captured."""
    text: RelativePath
    """Path of the captured plain text."""
    sha256: Sha256 | None = None
    """Digest of that file's bytes when captured."""


@frozen(kw_only=True, weakref_slot=False)
class Correction:
    """A correction that the outlet published."""

    date: Date
    """When it was published."""
    text: Text
    """What it says."""
    affects: tuple[ClaimRef, ...] = ()
    """The claims that it corrects."""


@frozen(kw_only=True, weakref_slot=False)
class Article(Record):
    """A published piece: the medium through which words reach the ledger."""

    KIND: ClassVar[str] = "article"

    id: Identifier
    """The identifier, unique among articles."""
    outlet: ActorRef
    """Who published it: an actor of kind `outlet`."""
    title: Localized
    """The headline."""
    language: LanguageTag
    """The language it is written in."""
    published: Date
    """When it was published."""
    url: Url | None = None
    """Its web address."""
    kind: ArticleKind = ArticleKind.NEWS
    """Its form."""
    byline: Text | None = None
    """Who signed it, as printed."""
    text: RelativePath | None = None
    """Path of the captured plain text, relative to the claim file."""
    sha256: Sha256 | None = None
    """Digest of that file's bytes when captured."""
    versions: tuple[Version, ...] = ()
    """Its captures, oldest first; the last is current."""
    syndicated_from: OutletOrArticleRef | None = None
    """The outlet or article that it reprints."""
    cites: tuple[OutletOrArticleRef, ...] = ()
    """Outlets or articles that it credits."""
    status: ArticleStatus = ArticleStatus.USABLE
    """What its publisher says of it today."""
    corrections: tuple[Correction, ...] = ()
    """Corrections that it carries."""
    archived: Url | None = None
    """Address of an archived copy."""
