"""CT802: a reviewed record whose ground has moved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import KINDS, Record, Review
from claimtrack.model.seen import Change, changes_since
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules.judgements import seen_in
from claimtrack.rules.upkeep.reviews import field_places, review_place, reviewed

_OF_NO_ACCOUNT = {
    "article": frozenset({"url", "archived", "byline", "cites"}),
    "proposition": frozenset({"verdicts", "topics", "parties"}),
}
"""What may change in a record without a reason to doubt those that rest on it."""


class SuspectDependent(Rule[Record]):
    """What a reviewed record rests on has changed since the review.

    The record is as it was approved; the article in which it stands, the proposition that it is
    about, or what it was taken from is not. It is suspect, not wrong: nobody has looked since. A
    new verdict on the proposition, or another address of the article, is no such change.

    What to do: look at what changed, and review the record again if it still stands.
    """

    code = "CT802"
    name = "suspect-dependent"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = tuple(KINDS.values())

    def keys(self, record: Record) -> Iterable[Key]:
        """The record itself, where it was reviewed."""
        return reviewed(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each record and each ground that changed."""
        find = seen_in(group)
        for record in group.members:
            if record.review is not None:
                for change in changes_since(record.review.seen, find):
                    if change.record is not None and _is_of_account(change):
                        yield self._suspect(group, record, record.review, change, change.record)

    def _suspect(
        self, group: Group, record: Record, review: Review, change: Change, ground: Record
    ) -> Finding:
        return self.finding(
            group,
            f"{change} since {review.by} reviewed this on {review.at}",
            [
                review_place(record, "seen", change.ref),
                *field_places(ground, change.fields),
            ],
            help="look at what changed; if this still stands, review it again: "
            f'`claimtrack review {record.ref} --why "…"`',
            about=f"{record.ref}|{change.ref}",
        )


def _is_of_account(change: Change) -> bool:
    """Whether a change is one to look at; one whose fields cannot be told is."""
    kind = change.ref.partition(":")[0]
    return not change.fields or bool(set(change.fields) - _OF_NO_ACCOUNT.get(kind, frozenset()))
