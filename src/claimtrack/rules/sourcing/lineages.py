"""Derives where each claim comes from in the end, component by component of the sourcing graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from claimtrack.model import Article, Claim, End, EndKind, Lineage, Record, Tie, Tied
from claimtrack.model.sourcing import Edge, SourcingGraph, Stop
from claimtrack.model.words import ArticleKind
from claimtrack.rule import AnyDeriver, Deriver, Group, Key
from claimtrack.rules.keys import WORDING
from claimtrack.rules.loops import knots
from claimtrack.rules.sourcing import graph
from claimtrack.rules.sourcing.loops import loops_of
from claimtrack.rules.sourcing.ties import Ties
from claimtrack.rules.sourcing.voices import voice_of

MOST = 64
"""How many ends of one claim are kept, the first in their order."""

_ISSUED = frozenset({ArticleKind.PRESS_RELEASE, ArticleKind.POST})
"""Kinds of article that are the own words of whoever publishes them."""


class Lineages(Deriver[Article | Claim | Tied]):
    """A `Lineage` for each live claim on a proposition, and a `Loop` for each knot of loops.

    Each claim is visited once, and what is upstream of it before it; what is named is visited once
    for each thing that is followed through it. Time grows with the claims and their steps, however
    long a chain or a line of reprints is, and however often it closes on itself.
    """

    name = code = "lineages"
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim, Tied)
    unread = WORDING
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Ties,)

    def keys(self, record: Article | Claim | Tied) -> Iterable[Key]:
        """The component of the sourcing graph."""
        return graph.component(record)

    def links(self, record: Article | Claim | Tied) -> Iterable[tuple[Key, Key]]:
        """What a record has from elsewhere."""
        return graph.steps(record)

    def derive(self, group: Group) -> Iterable[Record]:
        """Follows every live claim upstream."""
        sourcing = graph.graph_of(group)
        live = [claim for claim in sourcing.claims.values() if claim.is_live]
        found = ends_of(sourcing, [Stop("claim", claim.id) for claim in live])
        for claim in live:
            if claim.proposition is not None:
                start = Stop("claim", claim.id)
                yield Lineage(
                    claim=claim.id,
                    article=claim.article,
                    proposition=claim.proposition,
                    stance=claim.stance,
                    ends=found.ends[start],
                    ties=tuple(
                        Tie(step.via, sourcing.passes(stop)) for step, stop in found.edges[start]
                    ),
                    origin=claim.origin,
                )
        # A copied text is a guess: it neither closes a loop nor hides one that credits close.
        is_copied = any(one.copied is not None for one in group.of(Tied))
        if found.is_closed or is_copied:
            uncopied = graph.graph_of(group, is_copied=False) if is_copied else sourcing
            yield from loops_of(uncopied)


class Upstream(NamedTuple):
    """What a walk upstream finds."""

    ends: dict[Stop, tuple[End, ...]]
    """The ends of the way from each stop."""
    edges: dict[Stop, list[Edge]]
    """The edges of each stop."""
    is_closed: bool
    """Whether some way leads back to where it began."""


def ends_of(sourcing: SourcingGraph, starts: Iterable[Stop]) -> Upstream:
    """What is upstream of some stops."""
    edges: dict[Stop, list[Edge]] = {}
    ends: dict[Stop, tuple[End, ...]] = {}
    is_closed = False

    def following(stop: Stop) -> list[Stop]:
        edges[stop], _ = sourcing.leap(stop)
        return [other for _, other in edges[stop]]

    for knot in knots(starts, following):
        found = {
            end
            for stop in knot
            for _, other in edges[stop]
            for end in ends.get(other, ())  # those of the knot itself are not there yet
        }
        is_loop = len(knot) > 1 or any(other == knot[0] for _, other in edges[knot[0]])
        is_closed = is_closed or is_loop
        if not found:
            found = {_end(sourcing, knot, is_loop=is_loop)}
        kept = tuple(sorted(found, key=_in_order)[:MOST])
        ends.update(dict.fromkeys(knot, kept))
    return Upstream(ends, edges, is_closed)


_RANK = {end: place for place, end in enumerate(EndKind)}


def _in_order(end: End) -> tuple[int, str]:
    return _RANK[end.kind], end.name


def _end(sourcing: SourcingGraph, knot: list[Stop], *, is_loop: bool) -> End:
    """What stands at a place from which nothing leads on, or only round and round."""
    if is_loop:
        claims = [stop.name for stop in knot if stop.kind == "claim"]
        return End(EndKind.LOOP, min(claims or [stop.name for stop in knot]))
    stop = knot[0]
    if stop.kind == "claim":
        return voice_of(sourcing, sourcing.claims[stop.name])
    name = sourcing.passes(stop)
    article = sourcing.article(name)
    if article is not None:
        if article.kind in _ISSUED:
            return End(EndKind.SPEAKER, article.outlet)
        return End(EndKind.ARTICLE, name)
    return End(EndKind.OUTLET if sourcing.is_outlet(name) else EndKind.ARTICLE, name)
