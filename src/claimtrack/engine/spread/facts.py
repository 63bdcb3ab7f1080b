"""What a task knows beyond its partition: records by name, and facts about the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from claimtrack.engine.decided import same_actors
from claimtrack.engine.spread.naming import Homes, Names
from claimtrack.engine.spread.plan import Plan
from claimtrack.model import HOLDING, Actor, Day, Decision, Holding, Identifiers, Record, SameActors
from claimtrack.model.rows import record_of

_FEW = 4096
"""Records that are kept from one key to the next."""


@frozen
class Known:
    """What the driver has found out, for all tasks of a stage."""

    homes: Sequence[Homes]
    same: SameActors

    def also(self, home: Homes) -> Known:
        """The same, with what a deriver has made."""
        return evolve(self, homes=[*self.homes, home])


class Lookup:
    """Gives records by kind and identifier, as the look-up of a run in memory does.

    Of a record there is one object at a time, whether a group holds it or asks for it: `here` are
    the members of the groups that are looked at.
    """

    def __init__(self, plan: Plan, known: Known) -> None:
        self._facts: dict[tuple[type[Record], str], Record] = {
            (Day, ""): Day(date=plan.as_of),
            (SameActors, ""): known.same,
        }
        self._names = Names(plan, known.homes)
        self._found: dict[tuple[type[Record], str], tuple[int, Record | None]] = {}
        self.here: Mapping[int, Record] = {}

    def __call__(self, cls: type[Record], name: str) -> Record | None:
        """Give the record; of two of one name, the one whose place comes first."""
        key = (cls, name)
        if cls is Identifiers and key not in self._facts:
            names = tuple(sorted(set(self._names.identifiers(name))))
            self._facts[key] = Identifiers(kind=name, names=names)
        if key in self._facts:
            return self._facts[key]
        if key not in self._found:
            self._found[key] = self._find(cls, name)
        number, record = self._found[key]
        return self.here.get(number, record)

    def _find(self, cls: type[Record], name: str) -> tuple[int, Record | None]:
        if cls is Holding:
            kind, _, identifier = name.partition(":")
            return -1, HOLDING if self._names.holds(kind, identifier) else None
        rows = self._names.named(cls.KIND, name)
        found = [(number, record_of(row)) for number, row in rows]
        alike = [(number, one) for number, one in found if type(one) is cls]
        return min(alike, key=lambda pair: pair[1].origin.sort_key, default=(-1, None))

    def look_at(self, here: Mapping[int, Record]) -> None:
        """Turn to the groups of other members."""
        self.here = here
        if len(self._found) > _FEW:
            self._found.clear()

    def close(self) -> None:
        """Let go of what is open."""
        self._names.close()


def facts_of(
    plan: Plan, home: Homes, special: Iterable[tuple[int, Record]]
) -> tuple[Known, list[Record]]:
    """What follows from the special records, and these with all that decisions have seen."""
    names = Names(plan, [home])
    found = dict(special)
    try:
        for record in list(found.values()):
            for ref, _ in record.seen if isinstance(record, Decision) else ():
                kind, _, name = ref.partition(":")
                for number, row in names.named(kind, name):
                    if number not in found:
                        found[number] = record_of(row)
        records = [found[number] for number in sorted(found)]
        decisions = [record for record in records if isinstance(record, Decision)]

        def is_actor(name: str) -> bool:
            return bool(names.named(Actor.KIND, name))

        same = same_actors(decisions, records, is_actor, plan.as_of)
    finally:
        names.close()
    return Known([home], same), records
