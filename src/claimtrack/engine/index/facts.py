"""Facts about the whole ledger, as an index and the changes of a run give them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from claimtrack.cache.database import Database
from claimtrack.engine.decided import same_actors
from claimtrack.engine.index.shelf import Shelf
from claimtrack.engine.index.units import Change, is_special
from claimtrack.model import HOLDING, Actor, Day, Decision, Holding, Identifiers, Record, SameActors
from claimtrack.text.dates import Date


class Facts:
    """Makes each fact when it is first asked for."""

    def __init__(
        self, database: Database, shelf: Shelf, changes: Mapping[int, Change], as_of: Date
    ) -> None:
        self._database = database
        self._shelf = shelf
        self._changes = changes
        self._as_of = as_of
        self._known: dict[tuple[type[Record], str], Record] = {}

    def get(self, cls: type[Record], name: str) -> Record | None:
        """The fact of a kind and a name; None where it is no fact but a record."""
        if cls is Holding:
            kind, _, identifier = name.partition(":")
            return HOLDING if self._holds(kind, identifier) else None
        key = (cls, name)
        if key not in self._known:
            if cls is Day:
                self._known[key] = Day(date=self._as_of)
            elif cls is SameActors:
                self._known[key] = self.judged(self._as_of)
            elif cls is Identifiers:
                self._known[key] = self.identifiers(name)
            else:
                return None
        return self._known[key]

    def _holds(self, kind: str, name: str) -> bool:
        if self._shelf.named(kind, name):
            return True
        every = self.get(Identifiers, kind)  # the broken ones among them
        return isinstance(every, Identifiers) and every.has(name)

    def identifiers(self, kind: str) -> Identifiers:
        """Every identifier of a kind: asked for only where a reference leads nowhere."""
        names: set[str] = set()
        for file, row in self._database.rows("SELECT id, names FROM files"):
            if file not in self._changes:
                names.update(name for one, name in json.loads(row) if one == kind)
        for change in self._changes.values():
            if change.unit is not None:
                names.update(name for one, name in change.unit.names if one == kind)
        return Identifiers(kind=kind, names=tuple(sorted(names)))

    def special(self, *, before: bool = False) -> list[Record]:
        """The records of which each run must know, and those that decisions have seen."""
        shelf = self._shelf
        kept = [number for (number,) in self._database.rows("SELECT id FROM special ORDER BY id")]
        found = {
            number: record
            for number, record in shelf.records(kept)
            if before or shelf.is_there(number)
        }
        if not before:
            found |= {number: one for number, one in shelf.added.items() if is_special(one)}
        records = {id(record): record for record in found.values()}
        for record in list(records.values()):
            for ref, _ in record.seen if isinstance(record, Decision) else ():
                kind, _, name = ref.partition(":")
                records |= {id(one): one for one in shelf.named(kind, name, before=before)}
        return sorted(records.values(), key=lambda record: record.origin.sort_key)

    def judged(self, day: Date, *, before: bool = False) -> SameActors:
        """The actors that are one by judgements that hold on a day, or held then."""
        special = self.special(before=before)
        decisions = [one for one in special if isinstance(one, Decision) and one.same]

        def is_actor(name: str) -> bool:
            return bool(self._shelf.named(Actor.KIND, name, before=before))

        return same_actors(decisions, special, is_actor, day)
