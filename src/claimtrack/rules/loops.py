"""Walks over a directed graph that may close on itself: without recursion, in n log n."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import TypeVar

NodeT = TypeVar("NodeT", bound=Hashable)
Following = Callable[[NodeT], Sequence[NodeT]]
"""Where edges lead from a node, in their order."""


def knots(starts: Iterable[NodeT], following: Following[NodeT]) -> Iterator[list[NodeT]]:
    """The strongly connected components of what can be reached, those that are led to first.

    A node on no loop is a component of its own. The algorithm is that of Tarjan (1972).
    """
    number: dict[NodeT, int] = {}
    low: dict[NodeT, int] = {}
    open_: dict[NodeT, None] = {}

    def entered(node: NodeT) -> tuple[NodeT, Iterator[NodeT]]:
        number[node] = low[node] = len(number)
        open_[node] = None
        return node, iter(following(node))

    for start in starts:
        path = [] if start in number else [entered(start)]
        while path:
            node, rest = path[-1]
            other = next((one for one in rest if one not in number or one in open_), None)
            if other is None:
                path.pop()
                for above, _ in path[-1:]:
                    low[above] = min(low[above], low[node])
                if low[node] == number[node]:
                    yield _closed(open_, node)
            elif other in number:
                low[node] = min(low[node], number[other])
            else:
                path.append(entered(other))


def _closed(open_: dict[NodeT, None], node: NodeT) -> list[NodeT]:
    """Takes out what was entered since a node, itself included."""
    knot: list[NodeT] = []
    while not knot or knot[-1] != node:
        knot.append(open_.popitem()[0])
    return knot


def shortest_loop(
    start: NodeT,
    inside: Collection[NodeT],
    following: Following[NodeT],
    length: Callable[[NodeT], int] = lambda _: 1,
) -> list[NodeT] | None:
    """The nodes of a shortest way from a node back to itself within a set; None where none is.

    `length` says how long the edges from a node are, at least 1. Among ways of one length it is the
    one that turns off first at the earliest edge. The distances are found by the algorithm of
    Dijkstra (1959), against the edges.
    """
    before: dict[NodeT, list[NodeT]] = {node: [] for node in inside}
    for node in before:
        for other in following(node):
            if other in before:
                before[other].append(node)
    left = _distances(start, before, length)
    ends = (other for other in following(start) if other in left)
    nearest = min(ends, key=left.__getitem__, default=None)
    if nearest is None:
        return None
    loop = [start]
    while nearest != start:
        loop.append(nearest)
        rest = left[nearest] - length(nearest)
        nearest = next(other for other in following(nearest) if left.get(other) == rest)
    return loop


def _distances(
    goal: NodeT, before: Mapping[NodeT, Iterable[NodeT]], length: Callable[[NodeT], int]
) -> dict[NodeT, int]:
    """How far each node is from a goal to which it leads."""
    left: dict[NodeT, int] = {}
    waiting = [(0, 0, goal)]
    pushed = count(1)
    while waiting:
        far, _, node = heappop(waiting)
        if node not in left:
            left[node] = far
            for other in before[node]:
                heappush(waiting, (far + length(other), next(pushed), other))
    return left
