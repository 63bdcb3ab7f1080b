"""Walks over a directed graph that may close on itself: without recursion, in linear time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
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
    start: NodeT, inside: set[NodeT], following: Following[NodeT]
) -> list[NodeT] | None:
    """The nodes of a shortest way from a node back to itself within a set; None where none is."""
    before: dict[NodeT, NodeT] = {}
    waiting = [start]
    for node in waiting:  # grows as it is walked
        for other in following(node):
            if other == start:
                loop = [node]
                while loop[-1] != start:
                    loop.append(before[loop[-1]])
                return loop[::-1]
            if other in inside and other not in before:
                before[other] = node
                waiting.append(other)
    return None
