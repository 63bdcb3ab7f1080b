"""Faults within one record: a date, a reference, a history, a record too many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Claim, HistoryEntry
from claimtrack.model.words import ArticleKind, Lifecycle
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.fault import Planted
from claimtrack.text.dates import MAX, parse_date
from claimtrack.text.edtf import DAY

_FURTHEST = 60
_NEAREST = 3
"""Days after publication: beyond every zone on Earth, and beyond the margin of a doubtful day."""
_REFERENCES = ("article", "speaker", "proposition", "occasion")


def date_shifted(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """Words that were uttered after they had been printed."""
    article = bed.article(claim)
    if article.kind is ArticleKind.LIVE and not article.versions:
        return Skip("live-page-without-captures")
    last = max(d.upper for d in (article.published, *(v.retrieved for v in article.versions)))
    day = last // DAY + 1 + rng.randint(_NEAREST, _FURTHEST)
    if last == MAX or day > date.max.toordinal():
        return Skip("no-day-after-publication")
    said = parse_date(date.fromordinal(day).isoformat())
    changed = evolve(claim, said=said)
    says = f"said on {said}, published {article.published}"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def reference_broken(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A slip in the name of what a claim refers to."""
    fields = [field for field in _REFERENCES if getattr(claim, field) in bed.names]
    slips = [(field, slip) for field in fields for slip in _slips(bed, getattr(claim, field))]
    if not slips:
        return Skip("no-reference")
    field, slip = rng.choice(slips)
    written: dict[str, Any] = {field: slip}
    changed = evolve(claim, **written)
    says = f"{field} {getattr(claim, field)!r} written {slip!r}"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def _slips(bed: Bed, name: str) -> Iterator[str]:
    """The name with one of its characters twice, where nothing has that name."""
    for place, char in enumerate(name):
        slip = name[:place] + char + name[place:]
        if slip not in bed.names:
            yield slip


def final_state_left(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A claim that is taken back for good, and put back."""
    ended = rng.choice((Lifecycle.RETRACTED, Lifecycle.WITHDRAWN))
    when = claim.history[-1].date if claim.history else bed.article(claim).published
    entries = [
        HistoryEntry(date=when, lifecycle=state, why="planted")
        for state in (ended, Lifecycle.ACTIVE)
    ]
    changed = evolve(claim, history=(*claim.history, *entries))
    says = f"{ended}, then active again"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def claim_duplicated(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A statement that is recorded twice."""
    del rng  # there is one way
    if claim.proposition is None:
        return Skip("no-proposition")
    return Planted(says="recorded twice", record=claim.ref, added=(bed.copy(claim),))
