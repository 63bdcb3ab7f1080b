"""What somebody must do: corrections that are owed, decisions that reopened or run out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from claimtrack.model import Decision
from claimtrack.reports.claim_views import date_run
from claimtrack.reports.edition import Due
from claimtrack.reports.finding_view import FindingView
from claimtrack.reports.marks import FindingRef, Ref
from claimtrack.reports.names import Names
from claimtrack.reports.runs import code_run
from claimtrack.text.dates import Date

SORTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "retracted-in-use": "correction",
        "correction-not-propagated": "correction",
        "suspect-dependent": "suspect",
        "text-changed-since-review": "suspect",
        "review-stale": "suspect",
        "decision-reopened": "reopened",
    }
)
"""Rules whose findings ask for something to be done, by name, and the sort of it."""

ORDER: Final = ("correction", "reopened", "expired", "expires", "suspect")
"""Sorts of what is due, the most urgent first; words of the messages' table `due`."""

SOON: Final = 30
"""Days before its end from which a decision is said to run out."""


def due(findings: Sequence[FindingView], names: Names, as_of: Date) -> tuple[Due, ...]:
    """What is due on a day, the most urgent first."""
    found = [*_of_findings(findings), *_of_decisions(names, as_of)]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.sort)))


def _of_findings(findings: Sequence[FindingView]) -> Iterator[Due]:
    for finding in findings:
        if finding.name in SORTS:
            ref = FindingRef(finding.anchor, finding.code, finding.name, finding.severity)
            records = (place.record for place in finding.places if place.record)
            yield Due(
                SORTS[finding.name], ref, finding.message, None, tuple(dict.fromkeys(records))
            )


def _of_decisions(names: Names, as_of: Date) -> Iterator[Due]:
    for decision in names.ledger.decisions:
        if decision.expires is None:
            continue
        over = decision.expires.before(as_of)
        if not over and as_of.gap_days(decision.expires) > SOON:
            continue
        label = names.text(decision.why) or code_run(decision.id)
        date = date_run(decision.expires)
        yield Due("expired" if over else "expires", None, label.short, date, _seen(names, decision))


def _seen(names: Names, decision: Decision) -> tuple[Ref, ...]:
    refs = (names.record(ref) for ref, _ in decision.seen)
    return tuple(ref for ref in refs if ref is not None)
