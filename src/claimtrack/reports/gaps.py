"""What a report must admit: what was not checked, not compared, or not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.model import Article, Claim, Ledger
from claimtrack.model.words import Lifecycle
from claimtrack.reports.runs import cleaned
from claimtrack.reports.view import Gap
from claimtrack.result import Summary


def unchecked(ledger: Ledger, summary: Summary) -> tuple[Gap, ...]:
    """What could not be read, then what was kept out of comparison, then what rules skipped."""
    skipped = summary.checks_skipped.items()
    return tuple(_counted([*_unread(ledger), *_uncompared(ledger), *skipped]))


def silenced(summary: Summary) -> tuple[Gap, ...]:
    """Findings that are not shown, by what silenced them."""
    return tuple(_counted(summary.suppressed.items()))


def _unread(ledger: Ledger) -> Iterator[tuple[str, int]]:
    yield "unread-files", sum(bool(document.problems) for document in ledger.documents)
    yield "broken-records", sum(len(document.broken) for document in ledger.documents)


def _uncompared(ledger: Ledger) -> Iterator[tuple[str, int]]:
    claims = [record for record in ledger.records if isinstance(record, Claim)]
    live = [claim for claim in claims if claim.is_live]
    drafts = sum(claim.status.lifecycle is Lifecycle.DRAFT for claim in claims)
    yield "without-proposition", sum(claim.proposition is None for claim in live)
    yield "drafts", drafts
    yield "history", len(claims) - len(live) - drafts
    read = {text.article for text in ledger.texts if text.is_current and text.content is not None}
    articles = (record for record in ledger.records if isinstance(record, Article))
    yield "without-text", sum(article.id not in read for article in articles)


def _counted(counts: Iterable[tuple[str, int]]) -> Iterator[Gap]:
    return (Gap(cleaned(why), count) for why, count in counts if count)
