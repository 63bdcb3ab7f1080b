"""Keys that are one group, where no task holds all links: connected components by stars.

Large-star and small-star operations by turns, until nothing changes (Kiveris et al., "Connected
Components in MapReduce and Beyond", SoCC 2014): every node then has one edge, to the least node of
its component, which is the key that stands for the group. Nothing changes where no node has both a
smaller and a larger neighbour, and none two smaller ones: those are stars. A task holds the edges
of the nodes of its partition.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from claimtrack.engine.spread.executor import Executor
from claimtrack.engine.spread.plan import Plan
from claimtrack.engine.spread.segments import Segments
from claimtrack.rule import Key

Node = tuple[int, str, tuple[str, ...]]
"""The place of a family, and a key of it."""


class Edges(NamedTuple):
    """Edges in files: their list, the channel and how many slots a file has."""

    listed: str
    channel: int
    slots: int


class _Round(NamedTuple):
    """What one task gave of an operation."""

    file: str
    used: int
    changed: bool
    """Whether there was an edge that did not stay as it was."""


def add_edge(plan: Plan, segments: Segments, channel: int, one: Node, other: Node) -> None:
    """Write an edge for the partitions of both its nodes."""
    for node, neighbour in ((one, other), (other, one)):
        segments.add(_slot(plan, channel, node), json.dumps([node, neighbour[1:]]))


def components(
    plan: Plan, stage: int, edges: Edges, used: int, executor: Executor
) -> tuple[Edges, int]:
    """The edges of the stars into which some edges can be turned, and the bits of their slots."""
    changed, turn = True, 0
    while changed:
        changed = False
        for operation in (large_star, small_star):
            name = f"{operation.__name__}-{stage}-{turn}"
            work = partial(operation, plan, name, edges)
            found = [*executor.each(work, plan.filled(used, edges.channel))]
            listed = plan.enlist(f"{name}.json", [one.file for one in found])
            edges, used = Edges(listed, 0, plan.partitions), 0
            for one in found:
                used |= one.used
                changed |= one.changed
        turn += 1
    return edges, used


def large_star(plan: Plan, name: str, edges: Edges, partition: int) -> _Round:
    """Join the larger neighbours of each node to its least one, itself among them."""
    segments = Segments(plan.partitions)
    changed = False
    for node, neighbours in _neighbours(plan, edges, partition).items():
        least = min(node, *neighbours)
        for other in neighbours:
            if other > node:
                segments.add(_slot(plan, 0, other), json.dumps([other, least[1:]]))
                changed |= least != node
    file = plan.write(f"{name}-{partition}", segments)
    return _Round(file, segments.used, changed)


def small_star(plan: Plan, name: str, edges: Edges, partition: int) -> _Round:
    """Join each node and its smaller neighbours to the least of them."""
    segments = Segments(plan.partitions)
    changed = False
    for node, neighbours in _neighbours(plan, edges, partition).items():
        least = min(neighbours)
        changed |= len(neighbours) > 1
        for other in {node, *neighbours} - {least}:
            add_edge(plan, segments, 0, other, least)
    file = plan.write(f"{name}-{partition}", segments)
    return _Round(file, segments.used, changed)


def roots(plan: Plan, stars: Edges | None, partition: int) -> dict[tuple[int, Key], Key]:
    """The keys of a partition in whose place another stands, with that one."""
    if stars is None:
        return {}
    return {
        (node[0], Key(*node[1:])): Key(*other[1:])
        for node, other in _edges(plan, stars, partition)
        if other < node
    }


def _neighbours(plan: Plan, edges: Edges, partition: int) -> dict[Node, set[Node]]:
    found: defaultdict[Node, set[Node]] = defaultdict(set)
    for node, neighbour in _edges(plan, edges, partition):
        found[node].add(neighbour)
    return found


def _edges(plan: Plan, edges: Edges, partition: int) -> Iterator[tuple[Node, Node]]:
    for line in plan.gather(edges.listed, edges.channel, partition, edges.slots):
        (place, space, parts), (other_space, other_parts) = json.loads(line)
        yield (place, space, tuple(parts)), (place, other_space, tuple(other_parts))


def _slot(plan: Plan, channel: int, node: Node) -> int:
    return plan.slot(channel, *node[2])
