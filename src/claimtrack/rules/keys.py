"""The keys that several rules share, and which claims they compare."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Skip
from claimtrack.model import Claim, Proposition
from claimtrack.model.words import Lifecycle
from claimtrack.rule import Key

NO_PROPOSITION = Skip("no-proposition")
NOT_LIVE = Skip("not-live")
WORDING = frozenset({"statement", "note", "tags"})
"""Fields in which the ledger speaks in its own words; a rule that reads none has them `unread`."""
_OR = " or "


def named(kind: str, name: str) -> Key:
    """The key of an identifier among records of one kind: what defines it, what refers to it."""
    return Key(kind, (name,))


def one_of(kinds: tuple[str, ...], name: str) -> Key:
    """The key of an identifier that may belong to a record of any of several kinds."""
    return Key(_OR.join(kinds), (name,))


def is_history(record: Claim) -> bool:
    """Whether a claim is neither live nor a draft."""
    return not record.is_live and record.status.lifecycle is not Lifecycle.DRAFT


def alone(record: Claim) -> Key | Skip:
    """The key of a claim that is checked on its own: live ones and drafts are, history is not."""
    return NOT_LIVE if is_history(record) else named(record.KIND, record.id)


def proposition(name: str) -> Key:
    """The key of everything about one proposition."""
    return Key("proposition", (name,))


def about(record: Claim | Proposition) -> Key | Skip:
    """The key of the proposition that a record is, or that a live claim is about.

    Drafts and history are not compared, and a claim without a proposition cannot be.
    """
    if isinstance(record, Proposition):
        return proposition(record.id)
    if not record.is_live:
        return NOT_LIVE
    if record.proposition is None:
        return NO_PROPOSITION
    return proposition(record.proposition)


def same_proposition(record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
    """Joins the records of one proposition that stands under several identifiers (`same_as`)."""
    if isinstance(record, Proposition):
        for other in record.same_as:
            yield proposition(record.id), proposition(other)
