"""The sourcing graph of a proposition, laid out in a grid: origins at the start, claims at the end.

The graph is that of `claimtrack.model.sourcing`. A node's column is the length of the longest way
from it to a claim, found by peeling; what closes on itself ends where the peeling does. Nothing
recurses, and a graph is no larger than a page can show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claimtrack.model import Claim
from claimtrack.model.sourcing import Edge, SourcingGraph, Step, Stop, Via
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Graph, Knot, Thread
from claimtrack.reports.runs import code_run, run_of

MOST: Final = 60
"""Nodes of a graph; more could not be read."""
_PASSED: Final = 2
"""A hop is its article, and that says what its claims say: two steps that are one place."""


def graph_of(claims: Claims, sourcing: SourcingGraph, about: Iterable[Claim]) -> Graph | None:
    """Where some claims have it from; None where none of them has it from anywhere but itself."""
    starts = [Stop("claim", claim.id) for claim in about if claim.id in sourcing.claims]
    ways, left_out = _walked(sourcing, starts)
    if not any(ways.values()):
        return None
    columns = _columns(ways)
    last = max(columns.values())
    numbers = {stop: number for number, stop in enumerate(ways)}
    rows: Counter[int] = Counter()
    knots = []
    for stop in ways:
        column = last - columns[stop]
        knots.append(_knot(claims, sourcing, stop, numbers[stop], (column, rows[column])))
        rows[column] += 1
    threads = tuple(
        _thread(numbers[stop], numbers[other], step)
        for stop, edges in ways.items()
        for step, other in edges
        if other in numbers
    )
    return Graph(tuple(knots), threads, last + 1, max(rows.values()), left_out)


def _walked(sourcing: SourcingGraph, starts: Sequence[Stop]) -> tuple[dict[Stop, list[Edge]], int]:
    """Every stop upstream of some, each once, with its steps; and how many there is no room for."""
    waiting = dict.fromkeys(starts[:MOST])
    ways: dict[Stop, list[Edge]] = {}
    left_out = len(starts) - len(waiting)
    queue = list(waiting)
    for stop in queue:  # grows as it is walked
        ways[stop] = _upstream(sourcing, stop)
        for _, other in ways[stop]:
            if other in waiting:
                continue
            if len(waiting) < MOST:
                waiting[other] = None
                queue.append(other)
            else:
                left_out += 1
    return ways, left_out


def _upstream(sourcing: SourcingGraph, stop: Stop) -> list[Edge]:
    """The steps from a stop; an article that says the same is passed over for its claims."""
    edges: list[Edge] = []
    for step, other in sourcing.upstream(stop):
        ends = [other]
        for _ in range(_PASSED):
            ends = [last for end in ends for last in _claims_of(sourcing, end)]
        edges += ((step, end) for end in ends)
    return edges


def _claims_of(sourcing: SourcingGraph, stop: Stop) -> list[Stop]:
    further = sourcing.upstream(stop)
    if further and all(step.via is Via.SAYS for step, _ in further):
        return [other for _, other in further]
    return [stop]


def _columns(ways: Mapping[Stop, Sequence[Edge]]) -> dict[Stop, int]:
    """For each stop its longest way to a claim that nothing takes anything from."""
    takers = Counter(other for edges in ways.values() for _, other in edges if other in ways)
    columns = dict.fromkeys(ways, 0)
    ready = [stop for stop in ways if not takers[stop]]
    for stop in ready:  # grows as stops lose their last taker
        for _, other in ways[stop]:
            if other in ways:
                columns[other] = max(columns[other], columns[stop] + 1)
                takers[other] -= 1
                if not takers[other]:
                    ready.append(other)
    _open_loops(ways, columns, {*ways} - {*ready})
    return columns


def _open_loops(
    ways: Mapping[Stop, Sequence[Edge]], columns: dict[Stop, int], closed: set[Stop]
) -> None:
    """Give the stops of loops, and what lies upstream of them, columns in the order of a walk."""
    queue: list[Stop] = []
    seen: set[Stop] = set()
    for start in ways:
        if start not in closed or start in seen:
            continue
        seen.add(start)
        queue.append(start)
        while queue:
            stop = queue.pop(0)
            for _, other in ways[stop]:
                if other in closed and other not in seen:
                    seen.add(other)
                    columns[other] = columns[stop] + 1
                    queue.append(other)


def _knot(
    claims: Claims, sourcing: SourcingGraph, stop: Stop, number: int, place: tuple[int, int]
) -> Knot:
    names, name = claims.names, sourcing.passes(stop)
    if stop.kind == "claim":
        claim = sourcing.claims[name]
        article, ref = names.ledger.articles.get(claim.article), claims.ref(claim)
    else:
        article, ref = names.ledger.articles.get(name), names.any_ref(name, "article", "actor")
    kind = "missing" if ref.absence else {"actor": "outlet"}.get(ref.kind, ref.kind)
    column, row = place
    return Knot(
        number=number,
        kind=kind,
        label=ref.label if article is None else names.ref("actor", article.outlet).label,
        day=None if article is None else code_run(article.published.day().text),
        ref=ref,
        column=column,
        row=row,
    )


def _thread(taker: int, giver: int, step: Step) -> Thread:
    hop = step.hop
    verb = run_of(hop.verb) if hop is not None and hop.verb else None
    return Thread(giver, taker, str(step.via), verb, hop.consulted if hop is not None else None)
