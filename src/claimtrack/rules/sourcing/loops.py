"""Finds the ways upstream that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimtrack.model import Article, Claim, Loop, Station
from claimtrack.model.sourcing import Edge, SourcingGraph, Step, Stop, Via
from claimtrack.rules.loops import knots, shortest_loop
from claimtrack.rules.sourcing.voices import is_grounded

_INFERRED = frozenset({Via.CITES, Via.SPEAKER})


def loops_of(sourcing: SourcingGraph) -> Iterator[Loop]:
    """One loop of each knot that a live claim leads to: a shortest one.

    Articles that reprint each other are a loop without any claim, and not among them.
    """
    leaps: dict[Stop, tuple[list[Edge], int]] = {}

    def following(stop: Stop) -> list[Stop]:
        if stop not in leaps:
            leaps[stop] = _open(sourcing, stop)
        return [other for _, other in leaps[stop][0]]

    starts = (Stop("claim", name) for name, one in sourcing.claims.items() if one.is_live)
    for knot in knots(starts, following):
        if len(knot) == 1 and knot[0] not in following(knot[0]):
            continue
        first = min(knot, key=lambda stop: (stop.kind != "claim", stop.name, stop.place))
        loop = shortest_loop(first, knot, following, lambda stop: leaps[stop][1]) or knot
        if _has_claims(sourcing, loop):
            stations = tuple(_stations(sourcing, list(_each_step(sourcing, loop))))
            yield Loop(first=f"{first.kind}:{first.name}", stations=stations)


def _open(sourcing: SourcingGraph, stop: Stop) -> tuple[list[Edge], int]:
    """The edges of a stop, and their length; none through an article with an origin of its own."""
    edges, length = sourcing.leap(stop)
    if stop.kind == "article" and any(
        is_grounded(sourcing, other.name) for _, other in edges if other.kind == "claim"
    ):
        return [], 1
    return edges, length


def _step(sourcing: SourcingGraph, stop: Stop, other: Stop) -> Step | None:
    """The field that leads from one stop to the other; None where nothing does at once."""
    return next((step for step, end in sourcing.upstream(stop) if end == other), None)


def _each_step(sourcing: SourcingGraph, loop: list[Stop]) -> Iterator[Stop]:
    """A loop with every article of its lines of reprints."""
    for stop, other in pairwise([*loop, loop[0]]):
        here = stop
        yield here
        while _step(sourcing, here, other) is None:
            ((_, here),) = sourcing.upstream(here)
            yield here


def _stations(sourcing: SourcingGraph, loop: list[Stop]) -> Iterator[Station]:
    """The steps of a loop that a field states, in order."""
    for stop, other in pairwise([*loop, loop[0]]):
        step = _step(sourcing, stop, other)
        if step is None or step.via is Via.SAYS:
            continue
        claim = None if stop.kind == "article" else sourcing.claims[stop.name]
        of_claim = claim is not None and stop.kind == "claim"
        article = claim.article if claim is not None and of_claim else sourcing.passes(stop)
        of_article = step.via in (Via.CITES, Via.SYNDICATED)
        record: Claim | Article | None = sourcing.article(article) if of_article else claim
        if record is not None:
            place = record.where(*step.path)
            yield Station(article, place, step.via in _INFERRED, sourcing.passes(other))


def _has_claims(sourcing: SourcingGraph, loop: list[Stop]) -> bool:
    """Whether it is more than articles that reprint each other: they are a loop by themselves."""
    return any(
        step.via not in (Via.SYNDICATED, Via.SAYS)
        for stop, other in pairwise([*loop, loop[0]])
        for step, end in sourcing.leap(stop)[0]
        if end == other
    )
