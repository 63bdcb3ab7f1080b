"""What a record rests on, and how: what a review looks at, and what a correction reaches.

Which records a record names is known from its class (`references`). Here stands which of them it
would fall with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.model.record import Record
from claimtrack.model.references import Path, references


class Ground(NamedTuple):
    """One record on which another rests, and how."""

    relation: str
    """In words that stand between the two: `is based on`."""
    kinds: tuple[str, ...]
    """The kinds of record that the name may mean."""
    name: str
    """Its identifier."""
    path: Path
    """Where that is written, as `Record.where` takes it."""


STANDS_IN = "stands in"
BASED_ON = "is based on"
CAME_THROUGH = "came through"
REPRINTS = "reprints"
CREDITS = "credits"
CORRECTS = "corrects"
SUPERSEDES = "supersedes"

_RELATIONS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        ("claim", "article"): STANDS_IN,
        ("claim", "proposition"): "is about",
        ("claim", "occasion"): "was said at",
        ("claim", "based_on"): BASED_ON,
        ("claim", "attribution", "chain", "article"): CAME_THROUGH,
        ("claim", "corrects"): CORRECTS,
        ("claim", "supersedes"): SUPERSEDES,
        ("claim", "history", "evidence"): "changed its status on the evidence of",
        ("article", "syndicated_from"): REPRINTS,
        ("article", "cites"): CREDITS,
        ("occasion", "transcript"): "has its words from",
        ("proposition", "verdicts", "evidence"): "has a verdict that rests on",
    }
)
_NOT_LOOKED_AT = frozenset({CORRECTS, SUPERSEDES, CREDITS})


def grounds(record: Record) -> Iterator[Ground]:
    """Everything that a record rests on, in the order of its fields."""
    for reference in references(record):
        steps = (step for step in reference.path if isinstance(step, str))
        relation = _RELATIONS.get((record.KIND, *steps))
        if relation is not None:
            yield Ground(relation, reference.kinds, reference.name, reference.path)


def looked_at(record: Record) -> Iterator[Ground]:
    """What whoever reviews a record looks at besides: what it says, stands in, was taken from.

    Not what it corrects: that is put right already. Nor who speaks: a new alias or title of an
    actor says nothing of their words.
    """
    return (ground for ground in grounds(record) if ground.relation not in _NOT_LOOKED_AT)
