"""What an actor said through time, a lane for each topic, with every change of stance marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.model import Claim, Ledger
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Lane, Turn
from claimtrack.reports.lazily import Lazily
from claimtrack.reports.marks import Badge
from claimtrack.reports.matrix import answers
from claimtrack.text.dates import Date


class _Said(NamedTuple):
    """What a turn is made from."""

    claim: Claim
    changed_from: Badge | None
    place: int


def lanes(claims: Claims, said: Iterable[Claim]) -> tuple[Lane, ...]:
    """The lanes of an actor's claims, oldest first; a claim stands in each of its topics."""
    spoken = list(said)
    places = _places(claims, spoken)

    def turn(one: _Said) -> Turn:
        return Turn(claims.view(one.claim), one.changed_from, one.place)

    before: dict[str, Claim] = {}
    found: dict[str | None, list[_Said]] = {}
    for claim in spoken:
        one = _Said(claim, _changed(claim, before), places[id(claim)])
        for topic in _topics(claims.names.ledger, claim):
            found.setdefault(topic, []).append(one)
    order = sorted(found, key=lambda topic: (topic is None, -len(found[topic]), topic or ""))
    return tuple(
        Lane(
            None if topic is None else claims.names.topic(topic),
            Lazily(turn, found[topic]),
        )
        for topic in order
    )


def turns(ledger: Ledger, said: Iterable[Claim]) -> int:
    """How many turns the lanes of some claims have in all."""
    return sum(len(_topics(ledger, claim)) for claim in said)


def _topics(ledger: Ledger, claim: Claim) -> Sequence[str | None]:
    """The topics of what a claim is about: one at least, which is none."""
    proposition = ledger.propositions.get(claim.proposition or "")
    return (proposition.topics if proposition is not None else ()) or (None,)


def _changed(claim: Claim, before: dict[str, Claim]) -> Badge | None:
    """The stance taken before on the same proposition where it was another; noted for the next."""
    if claim.proposition is None or not claim.is_live or not answers(claim):
        return None
    last = before.get(claim.proposition)
    before[claim.proposition] = claim
    return badge(last.stance) if last is not None and last.stance is not claim.stance else None


def _places(claims: Claims, said: Iterable[Claim]) -> dict[int, int]:
    days = {id(claim): _day(claims.names.ledger.when(claim)) for claim in said}
    known = [day for day in days.values() if day is not None]
    first, last = min(known, default=0), max(known, default=0)
    span = max(last - first, 1)
    return {
        name: 0 if day is None else round(100 * (day - first) / span) for name, day in days.items()
    }


def _day(date: Date | None) -> int | None:
    return None if date is None else date.lower
