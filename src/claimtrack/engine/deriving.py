"""Records that follow from others: made before rules run, for those rules that need them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from claimtrack.engine.grouping import RULE_FAULTS, assemble, crash
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import AnyDeriver, AnyGatherer, Group, Key

Gather = Callable[[Key, list[Record]], Group]
"""Makes the group of a key."""


class Derived(NamedTuple):
    """What was derived, and what came up on the way."""

    records: list[Record]
    crashes: list[RuleCrash]


def derived(
    gatherers: Iterable[AnyGatherer], records: Sequence[Record], gather: Gather
) -> Iterable[Derived]:
    """What each deriver makes that some gatherers need, one after the other.

    A deriver sees what those made that it needs itself. One that raises loses that group only, and
    all of it.
    """
    known = list(records)
    for deriver in needed(gatherers):
        made = _made(deriver, known, gather)
        known += made.records
        yield made


def needed(gatherers: Iterable[AnyGatherer]) -> list[AnyDeriver]:
    """The derivers that some gatherers need, each once and after those that it needs itself."""
    found: dict[type[AnyDeriver], AnyDeriver] = {}

    def visit(kinds: Iterable[type[AnyDeriver]]) -> None:
        for kind in kinds:
            if kind not in found:
                visit(kind.needs)
                found[kind] = kind()

    for gatherer in gatherers:
        visit(gatherer.needs)
    return list(found.values())


def _made(deriver: AnyDeriver, records: Sequence[Record], gather: Gather) -> Derived:
    assembly = assemble([deriver], records)
    made = Derived([], assembly.crashes)
    for position, key in sorted(assembly.groups):
        group = gather(key, assembly.groups[position, key])
        try:
            made.records.extend([_sound(record) for record in deriver.derive(group)])
        except RULE_FAULTS as error:
            made.crashes.append(crash(deriver, str(key), error, group.members[-1]))
    return made


def _sound(record: Any) -> Record:
    if isinstance(record, Record):
        return record
    raise TypeError(f"expected a Record, found {record!r}")
