"""Which groups a change touches, and which records are in them now and were in them before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.engine.families import Family, families
from claimtrack.engine.grouping import RULE_FAULTS, Keys, Said, asker, assemble
from claimtrack.engine.index.shelf import Shelf
from claimtrack.engine.index.units import Altered, posting
from claimtrack.model import Record
from claimtrack.rule import AnyGatherer, Key


class UnsureError(Exception):
    """The index cannot say what a full run would: one is to be made."""


class Touched(NamedTuple):
    """The groups of some rules, or of a deriver, that must be looked at again."""

    family: Family
    before: set[Key]
    """Those that there were."""
    now: dict[Key, list[Record]]
    """Those that there are."""


class Finder:
    """Finds touched groups on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._ask: dict[AnyGatherer, Callable[[Record], Said]] = {}
        self._said: dict[tuple[AnyGatherer, int], Keys] = {}

    def keys(self, family: Family, record: Record) -> Keys:
        """The keys and links that some rules or a deriver give a record.

        Raises `UnsureError` where one raises: a full run reports that.
        """
        asked = (family.first, id(record))
        known = self._said.get(asked)
        if known is None:
            ask = self._ask.get(family.first)
            if ask is None:
                ask = self._ask[family.first] = asker(family)
            try:
                known = Keys(*ask(record))
            except RULE_FAULTS as error:
                raise UnsureError(f"{family.first.code}: {type(error).__name__}") from error
            self._said[asked] = known
        return known

    def touched(
        self, gatherers: Sequence[AnyGatherer], records: Iterable[tuple[Record, Altered]]
    ) -> Iterator[Touched]:
        """The groups in which some records are or were, for those who see what is altered."""
        every = families(gatherers)
        seeds: dict[Family, set[Key]] = {family: set() for family in every}
        seeing: dict[Family, set[AnyGatherer]] = {family: set() for family in every}
        readers = readers_of(every)
        for record, fields in records:
            for family in readers.get(type(record), ()):
                some = [one for one in family.members if fields is None or fields - one.unread]
                if some:
                    seeing[family].update(some)
                    seeds[family].update(self.keys(family, record).every)
        for family, keys in seeds.items():
            if keys:
                some = [one for one in family.members if one in seeing[family]]
                yield self._split(Family(tuple(some)), *self._closure(family, keys))

    def skips(self, gatherers: Sequence[AnyGatherer], records: Iterable[Record]) -> Counter[str]:
        """How often each reason is given for which some records belong to no group."""
        readers = readers_of(families(gatherers))
        found: Counter[str] = Counter()
        for record in records:
            for family in readers.get(type(record), ()):
                for reason in self.keys(family, record).skips:
                    found[reason] += len(family.members)
        return found

    def every_key(self, readers: Readers, record: Record) -> set[Key]:
        """Every key under which a record could come into a group of those who read it."""
        found = readers.get(type(record), ())
        return {key for family in found for key in self.keys(family, record).every}

    def _closure(self, family: Family, seeds: set[Key]) -> tuple[set[Key], dict[int, Record]]:
        """Some keys with all that links join to them, now or before, and the records of these.

        A record under two keys that nothing joins stands in two groups: the other is not touched.
        """
        reads = frozenset(family.reads)
        members: dict[int, Record] = {}
        seen, waiting = set(seeds), list(seeds)
        while waiting:
            key = waiting.pop()
            for number, record in self._shelf.having(posting(key)):
                if type(record) not in reads:
                    continue
                keys = self.keys(family, record)
                joined = {end for link in keys.links if key in link for end in link}
                if joined or key in keys.own:
                    members[number] = record
                    waiting += joined - seen
                    seen |= joined
        return seen, members

    def _split(self, family: Family, keys: set[Key], members: dict[int, Record]) -> Touched:
        shelf = self._shelf
        before = [one for number, one in members.items() if shelf.was_there(number)]
        now = [one for number, one in members.items() if shelf.is_there(number)]
        groups = _joined if family.joins else self._by_key
        return Touched(family, {*groups(family, before, keys)}, groups(family, now, keys))

    def _by_key(
        self, family: Family, records: Sequence[Record], wanted: set[Key]
    ) -> dict[Key, list[Record]]:
        groups: defaultdict[Key, list[Record]] = defaultdict(list)
        for record in records:
            for key in self.keys(family, record).own:
                if key in wanted:
                    groups[key].append(record)
        return groups


def _joined(family: Family, records: Sequence[Record], wanted: set[Key]) -> dict[Key, list[Record]]:
    (groups,) = assemble([family.first], records).groups
    return {key: found for key, found in groups.items() if key in wanted}


Readers = Mapping[type[Record], Sequence[Family]]
"""The families that read each kind of record."""


def readers_of(every: Sequence[Family]) -> Readers:
    """The families that read each kind of record, in their order."""
    readers: defaultdict[type[Record], list[Family]] = defaultdict(list)
    for family in every:
        for kind in family.reads:
            readers[kind].append(family)
    return readers
