"""Propositions that are one, and what follows from them, within a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.model import Claim, Proposition
from claimtrack.rule import Group, Key
from claimtrack.rules import keys

Graph = Mapping[str, Mapping[str, None]]
"""Where edges lead from a proposition, in their order; one without edges is not a key."""


def linked(record: Claim | Proposition, *fields: str) -> Iterable[tuple[Key, Key]]:
    """Joins a proposition with those that it names in some fields, and with the same as it."""
    yield from keys.same_proposition(record)
    if isinstance(record, Proposition):
        for field in fields:
            for other in _named(record, field):
                yield keys.proposition(record.id), keys.proposition(other)


def _named(record: Proposition, field: str) -> tuple[str, ...]:
    """The propositions that a field names: several, one or none."""
    named = getattr(record, field)
    return (named,) if isinstance(named, str) else tuple(named or ())


def one_names(group: Group) -> dict[str, str]:
    """One identifier, the least, for each proposition of several: by `same_as`, over any steps.

    A proposition that is the same as no other is not in it.
    """
    edges: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for record in group.of(Proposition):
        for other in record.same_as:
            edges[record.id][other] = None
            edges[other][record.id] = None
    names: dict[str, str] = {}
    for name in sorted(edges):
        if name not in names:
            names.update(dict.fromkeys((name, *reached(edges, name)), name))
    return names


def edges_of(group: Group, field: str, names: Mapping[str, str], *, back: bool) -> Graph:
    """The edges of a field between propositions under their one names.

    With `back` they run from what is named to what names it.
    """
    edges: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for record in group.of(Proposition):
        one = names.get(record.id, record.id)
        for name in _named(record, field):
            other = names.get(name, name)
            if one != other:
                start, end = (other, one) if back else (one, other)
                edges[start][end] = None
    return edges


def reached(edges: Graph, start: str, most: int | None = None) -> dict[str, str]:
    """What can be reached from a proposition, nearest first, each with the step before it.

    With `most`, the nearest so many.
    """
    before: dict[str, str] = {}
    waiting = [start]
    for name in waiting:  # grows as it is walked
        for following in edges.get(name, ()):
            if following not in before and following != start:
                if len(before) == most:
                    return before
                before[following] = name
                waiting.append(following)
    return before


def path(before: Mapping[str, str], end: str) -> Iterator[str]:
    """The steps back from what was reached to where the walk began."""
    yield end
    while end in before:
        end = before[end]
        yield end
