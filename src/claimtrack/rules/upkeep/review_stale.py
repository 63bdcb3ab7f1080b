"""CT801: a record that is not any more what somebody approved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import KINDS, Record, changed_fields, is_as_seen
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules.upkeep.reviews import field_places, review_place, reviewed


class ReviewStale(Rule[Record]):
    """A record changed after it was reviewed.

    The approval is of what the reviewer saw, and stands in the file beside something else. `note`,
    `tags` and `ignore` say nothing of what the record says, and may change.

    What to do: read the change (`git log -p` has it), and review the record again, or take it back.
    """

    code = "CT801"
    name = "review-stale"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = tuple(KINDS.values())

    def keys(self, record: Record) -> Iterable[Key]:
        """The record itself, where it was reviewed."""
        return reviewed(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each record."""
        for record in group.members:
            review = record.review
            if review is None or is_as_seen(record, review.fingerprint):
                continue
            fields = changed_fields(record, review.fingerprint)
            what = ", ".join(fields) or "something"
            yield self.finding(
                group,
                f"{what} changed since {review.by} reviewed this on {review.at}",
                [*field_places(record, fields), review_place(record)],
                help="read the change, and review it again: "
                f'`claimtrack review {record.ref} --why "…"`',
            )
