"""CT401: each has it from the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar, NamedTuple

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Record
from claimtrack.model.sourcing import Edge, SourcingGraph, Step, Stop, Via
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules.keys import WORDING
from claimtrack.rules.loops import knots, shortest_loop
from claimtrack.rules.sourcing import graph
from claimtrack.rules.sourcing.lineages import is_grounded

_INFERRED = frozenset({Via.CITES, Via.SPEAKER})
_SHOWN = 6


class _Station(NamedTuple):
    """One place on a loop: who says by which field that it was taken from elsewhere."""

    record: Claim | Article
    article: str
    step: Step
    upstream: str


class CircularSourcing(Rule[Article | Claim]):
    """A way upstream that leads back to where it began: each has it from the other.

    What is followed: `based_on`, the hops of a chain that are articles, and `syndicated_from`.
    Through an article it goes on with the claims in it that say the same. An article that also has
    a claim of its own to the same effect, from a speaker or on the spot, closes no loop. Where a
    claim says nothing of its sourcing, the articles that its article credits (`cites`) are followed
    as well; a loop with such a step is a warning, because the credit may be for something else.

    An outlet that is named without an article is not followed. Of two articles that credit each
    other's outlets the earlier one has it from something older still, which the ledger does not
    hold: a gap, and no loop. Neither counts as a root.

    However many articles stand on a loop, they are no evidence: nobody on it says where it came in.

    What to do: find out who had it first, and give that claim its origin; or, where a page was
    changed later, record what it said before as a claim of its own.
    """

    code = "CT401"
    name = "circular-sourcing"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim)
    unread = WORDING

    def keys(self, record: Article | Claim) -> Iterable[Key | Skip]:
        """The component of the sourcing graph."""
        return graph.component(record)

    def links(self, record: Article | Claim) -> Iterable[tuple[Key, Key]]:
        """What a record has from elsewhere."""
        return graph.steps(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each knot of loops: a shortest one of them."""
        sourcing = graph.graph_of(group)
        leaps: dict[Stop, tuple[list[Edge], int]] = {}

        def following(stop: Stop) -> list[Stop]:
            if stop not in leaps:
                leaps[stop] = _open(sourcing, stop)
            return [other for _, other in leaps[stop][0]]

        starts = [Stop("article", article.id) for article in group.of(Article)]
        starts += [Stop("claim", name) for name, one in sourcing.claims.items() if one.is_live]
        for knot in knots(starts, following):
            if len(knot) == 1 and knot[0] not in following(knot[0]):
                continue
            first = min(knot, key=lambda stop: (stop.kind != "claim", stop.name, stop.place))
            loop = shortest_loop(first, knot, following, lambda stop: leaps[stop][1]) or knot
            if _is_told_once(sourcing, loop):
                stations = list(_stations(sourcing, list(_each_step(sourcing, loop))))
                yield self._finding(group, _newest_first(group, stations))

    def _finding(self, group: Group, stations: list[_Station]) -> Finding:
        names = [_called(group, station.article) for station in stations]
        told = [f"{names[0]} has it from {names[1 % len(names)]}"]
        told += [f"that from {name}" for name in [*names[2:], names[0]][: _SHOWN - 1]]
        more = len(names) - len(told)
        text = ", ".join(told) if names[1:] else f"{names[0]} has it from itself"
        inferred = any(station.step.via in _INFERRED for station in stations)
        return self.finding(
            group,
            text + (f", and so on, over {more} more, round to the first" if more > 0 else ""),
            [_place(group, station) for station in stations],
            severity=Severity.WARNING if inferred else self.severity,
            about="loop",
            help="find who had it first, and record where they have it from",
        )


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


def _stations(sourcing: SourcingGraph, loop: list[Stop]) -> Iterator[_Station]:
    """The steps of a loop that a field states, in order."""
    for stop, other in pairwise([*loop, loop[0]]):
        step = _step(sourcing, stop, other)
        if step is None or step.via is Via.SAYS:
            continue
        record: Claim | Article
        if stop.kind == "article":
            record = sourcing.articles[stop.name]
            article = stop.name
        else:
            claim = sourcing.claims[stop.name]
            is_line = step.via in (Via.CITES, Via.SYNDICATED)
            record = sourcing.articles[claim.article] if is_line else claim
            article = claim.article if stop.kind == "claim" else sourcing.passes(stop)
        yield _Station(record, article, step, sourcing.passes(other))


def _is_told_once(sourcing: SourcingGraph, loop: list[Stop]) -> bool:
    """Whether a loop is not told already: reprints of each other are a loop without any claim."""
    if all(stop.kind == "article" and stop.said is None for stop in loop):
        return True
    return any(
        step.via not in (Via.SYNDICATED, Via.SAYS)
        for stop, other in pairwise([*loop, loop[0]])
        for step, end in sourcing.leap(stop)[0]
        if end == other
    )


def _newest_first(group: Group, stations: list[_Station]) -> list[_Station]:
    """The stations in the order of the loop, from the newest article on."""
    ages = [_age(group, station) for station in stations]
    first = ages.index(max(ages))
    return stations[first:] + stations[:first]


def _age(group: Group, station: _Station) -> tuple[tuple[int, int, str], str, str]:
    article = group.find(Article, station.article)
    when = article.published.sort_key if article is not None else (-(2**63), 0, "")
    return when, station.article, station.record.id


def _called(group: Group, name: str) -> str:
    """An article by its outlet and day."""
    article = group.find(Article, name)
    if article is None:
        return name
    return f"{group.name(article.outlet)} ({article.published.day()})"


def _place(group: Group, station: _Station) -> Location:
    message = f"{_called(group, station.article)}: has it from {station.upstream}"
    return station.record.where(*station.step.path, message=message)
