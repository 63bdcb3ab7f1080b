"""The contract with an importer: pieces of text in, what becomes of each record out.

An importer reads no disk and no clock, and keeps nothing: what it must remember of a long feed, and
what the ledger holds already, it asks and writes down in `Known`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, Protocol

from attrs import frozen

from claimtrack.interop.feeds.window import Place
from claimtrack.model import Record, Verdict

UNDETERMINED = "und"
"""BCP 47's tag for a language of which nothing is known."""


class Known(Protocol):
    """What a ledger holds and what was imported so far, by keys of text such as `claim:a1-toll`."""

    def get(self, key: str) -> str | None:
        """What stands under a key, or None."""

    def put(self, key: str, value: str) -> None:
        """Write something down under a key, in the place of what stood there."""

    def among(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The keys that begin so, in order, without that beginning, and what stands there."""


class Matter(StrEnum):
    """What may be worth a look in a record that was imported all the same."""

    UNMAPPED = "labels without a counterpart (not mapped)"
    NO_LABEL = "reviews without a label"
    PARAGRAPH = "labels that are paragraphs"
    PLATFORM = "claimants that are platforms or people at large, recorded as unnamed"
    NO_CLAIMANT = "claims without a claimant, recorded as unnamed"
    KIND = "claimants of whom it is not said what they are, recorded as persons"
    NO_DATE = "claims without a date"
    NO_REVIEW_DATE = "reviews without a date, recorded as of the claim's day or later"
    BAD_DATE = "dates of claims that are no dates, left out"
    NO_TITLE = "articles without a title, recorded with their address"
    NO_LANGUAGE = "articles without a language, recorded as und"
    MARKUP = "texts with markup, recorded without it"
    INFERRED = "propositions of which every value is a quantity, recorded as such"
    UNTYPED = "values that are not compared: their proposition has no type of values"
    OTHER_TITLE = "articles with another title than before, which is kept"
    OTHER_VERDICT = "reviews that are known with another label, recorded beside it"
    UNREAD = "fields that have no place in a ledger"


class Remark(NamedTuple):
    """One such matter, and what it is about: a label, a name, a field."""

    matter: Matter
    about: str = ""


@frozen(kw_only=True)
class Imported:
    """A record of a feed that is recorded."""

    place: Place
    claims: tuple[str, ...]
    """The identifiers of its new claims."""
    records: tuple[Record, ...]
    """What is new in the ledger."""
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    """Verdicts on propositions that are there already, by the propositions' identifiers."""
    remarks: tuple[Remark, ...] = ()


class Repeated(NamedTuple):
    """A record of which the ledger, or an earlier place of the feed, has everything."""

    place: Place
    where: str


class Refused(NamedTuple):
    """A record, or a part of a feed, of which nothing is recorded, and why."""

    place: Place
    reason: str


Outcome = Imported | Repeated | Refused


class SettingsFile(NamedTuple):
    """A file that tells an importer how to read."""

    name: str
    """How messages call it."""
    text: str


@frozen(kw_only=True)
class Settings:
    """What somebody may tell an importer."""

    language: str = UNDETERMINED
    """Of articles of which the feed does not say it (BCP 47)."""
    crosswalk: SettingsFile | None = None
    """What labels mean, before the shipped table."""
    mapping: SettingsFile | None = None
    """What the columns of a table hold."""


Reader = Callable[[Iterable[str], Known], Iterator[Outcome]]
"""What becomes of each record of one feed, whose text comes in pieces.

Never raises on what a feed holds.
"""


@frozen(kw_only=True)
class Importer:
    """One format that a ledger can take in."""

    name: str
    """The word for it on the command line: small letters, digits and hyphens."""
    summary: str
    """One line on what it reads, with a full stop."""
    prepare: Callable[[Settings], Reader]
    """Gives what reads feeds under some settings; raises `ConfigError` for settings of no use."""
