"""What a group may ask: records by kind and identifier, and facts about the ledger as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from claimtrack.config import Config
from claimtrack.engine.decided import same_actors
from claimtrack.engine.order import Lookup, Name, Noted, Order
from claimtrack.model import (
    HOLDING,
    KINDS,
    Actor,
    Day,
    Holding,
    Identifiers,
    Ledger,
    Record,
    SameActors,
)
from claimtrack.rule import Group, Key
from claimtrack.text.dates import Date

_CLASSES = {cls.KIND: cls for cls in KINDS.values()}


class Asked:
    """A look-up that notes what it is asked for."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.names: set[Name] = set()

    def __call__(self, cls: type[Record], name: str) -> Record | None:
        """Give the record, and note its name, whether or not there is one."""
        self.names.add((cls, name))
        return self.lookup(cls, name)

    def take(self) -> set[Name]:
        """What was asked for since the last call."""
        taken, self.names = self.names, set()
        return taken


class View:
    """Makes groups, each with what it may ask.

    Where a run is recorded, `asked` stands before the look-up, and `noted` is shown on what the
    order of records depends.
    """

    def __init__(
        self,
        lookup: Lookup,
        config: Config,
        asked: Asked | None = None,
        noted: Noted | None = None,
    ) -> None:
        self.lookup = lookup if asked is None else asked
        self.config = config
        self._order = Order(lookup, noted)

    def group(self, key: Key, members: Iterable[Record]) -> Group:
        """The group of a key, its members in order."""
        return Group(key, self._order.of(members), self.config, self.lookup)


def lookup_of(
    ledger: Ledger, as_of: Date, derived: Mapping[Name, Record] = MappingProxyType({})
) -> Lookup:
    """A look-up by kind and identifier; where two share one, the first place in the tree counts.

    It also gives what is `derived`, the `Holding` of a record, and the `Identifiers` of a kind, the
    `SameActors` and the `Day`, which are made when first asked for.
    """
    named: dict[Name, Record] = {}
    for record in ledger.records:
        key = (type(record), record.id)
        known = named.get(key)
        if known is None or record.origin.sort_key < known.origin.sort_key:
            named[key] = record

    def judged_same() -> SameActors:
        actors = {record.id for record in ledger.records if isinstance(record, Actor)}
        return same_actors(ledger.decisions, ledger.records, actors.__contains__, as_of)

    facts: dict[type[Record], Callable[[str], Record]] = {
        Identifiers: lambda kind: identifiers(ledger, kind),
        SameActors: lambda _: judged_same(),
        Day: lambda _: Day(date=as_of),
    }

    broken = {pair for document in ledger.documents for pair in document.broken}

    def holding(ref: str) -> Holding | None:
        kind, _, name = ref.partition(":")
        is_held = (_CLASSES.get(kind), name) in named or (kind, name) in broken
        return HOLDING if is_held else None

    def lookup(cls: type[Record], name: str) -> Record | None:
        if cls is Holding:  # asked for each reference of each record
            return holding(name)
        key = (cls, name)
        if cls in facts and key not in named:
            named[key] = facts[cls](name)
        return named.get(key) or derived.get(key)

    return lookup


def identifiers(ledger: Ledger, kind: str) -> Identifiers:
    """The identifiers of a kind, those of records too broken to be made included."""
    names = {record.id for record in ledger.records if kind == record.KIND}
    for document in ledger.documents:
        names.update(name for broken, name in document.broken if broken == kind)
    return Identifiers(kind=kind, names=tuple(sorted(names)))
