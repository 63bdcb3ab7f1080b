"""Which groups a change touches, and which records are in them now and were in them before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.engine.grouping import RULE_FAULTS, assemble, sound_key
from claimtrack.engine.index.shelf import Shelf
from claimtrack.engine.index.units import posting
from claimtrack.findings import Skip
from claimtrack.model import Record
from claimtrack.rule import AnyGatherer, Gatherer, Key


class UnsureError(Exception):
    """The index cannot say what a full run would: one is to be made."""


class Touched(NamedTuple):
    """The groups of one rule or deriver that must be looked at again."""

    gatherer: AnyGatherer
    before: set[Key]
    """Those that there were."""
    now: dict[Key, list[Record]]
    """Those that there are."""


class Keys(NamedTuple):
    """What a rule says of a record."""

    own: tuple[Key, ...]
    links: tuple[tuple[Key, Key], ...]
    skips: tuple[str, ...]

    @property
    def every(self) -> set[Key]:
        """Every key under which the record could come into a group."""
        return {*self.own, *(key for link in self.links for key in link)}


class Finder:
    """Finds touched groups on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._said: dict[tuple[AnyGatherer, int], Keys] = {}

    def keys(self, gatherer: AnyGatherer, record: Record) -> Keys:
        """The keys and links that a rule or deriver gives a record; none of one it reads not.

        Raises `UnsureError` where it raises: a full run reports that.
        """
        known = self._said.get((gatherer, id(record)))
        if known is None:
            known = self._said[gatherer, id(record)] = _asked(gatherer, record)
        return known

    def touched(
        self, gatherers: Sequence[AnyGatherer], records: Iterable[Record]
    ) -> Iterator[Touched]:
        """The groups in which some records are or were."""
        seeds: defaultdict[AnyGatherer, set[Key]] = defaultdict(set)
        readers = _readers(gatherers)
        for record in records:
            for gatherer in readers.get(type(record), ()):
                seeds[gatherer].update(self.keys(gatherer, record).every)
        for gatherer in gatherers:
            if seeds[gatherer]:
                members = self._closure(gatherer, seeds[gatherer])
                yield self._split(gatherer, seeds[gatherer], members)

    def skips(self, gatherers: Sequence[AnyGatherer], records: Iterable[Record]) -> Counter[str]:
        """How often each reason is given for which some records belong to no group."""
        readers = _readers(gatherers)
        return Counter(
            reason
            for record in records
            for gatherer in readers.get(type(record), ())
            for reason in self.keys(gatherer, record).skips
        )

    def _closure(self, gatherer: AnyGatherer, seeds: set[Key]) -> dict[int, Record]:
        """The records of some keys, and of all that links join to them, now or before."""
        joins = type(gatherer).links is not Gatherer.links
        reads = frozenset(gatherer.reads)
        members: dict[int, Record] = {}
        seen, waiting = set(seeds), list(seeds)
        while waiting:
            key = waiting.pop()
            for number, record in self._shelf.having(posting(key)):
                if number in members or type(record) not in reads:
                    continue
                keys = self.keys(gatherer, record)
                if not joins:
                    if key in keys.own:
                        members[number] = record
                elif key in (every := keys.every):
                    members[number] = record
                    waiting += every - seen
                    seen |= every
        return members

    def _split(self, gatherer: AnyGatherer, seeds: set[Key], members: dict[int, Record]) -> Touched:
        shelf = self._shelf
        before = [one for number, one in members.items() if number not in shelf.added]
        now = [one for number, one in members.items() if shelf.is_there(number)]
        joins = type(gatherer).links is not Gatherer.links
        if joins:
            return Touched(gatherer, {*_joined(gatherer, before)}, _joined(gatherer, now))
        return Touched(
            gatherer, {*self._by_key(gatherer, before, seeds)}, self._by_key(gatherer, now, seeds)
        )

    def _by_key(
        self, gatherer: AnyGatherer, records: Sequence[Record], wanted: set[Key]
    ) -> dict[Key, list[Record]]:
        groups: defaultdict[Key, list[Record]] = defaultdict(list)
        for record in records:
            for key in self.keys(gatherer, record).own:
                if key in wanted:
                    groups[key].append(record)
        return groups


def _joined(gatherer: AnyGatherer, records: Sequence[Record]) -> dict[Key, list[Record]]:
    return {key: found for (_, key), found in assemble([gatherer], records).groups.items()}


def _asked(gatherer: AnyGatherer, record: Record) -> Keys:
    try:
        given = [sound_key(key) for key in dict.fromkeys(gatherer.keys(record))]
        links = tuple((sound_key(one), sound_key(other)) for one, other in gatherer.links(record))
    except RULE_FAULTS as error:
        raise UnsureError(f"{gatherer.code}: {type(error).__name__}") from error
    own = tuple(key for key in given if not isinstance(key, Skip))
    return Keys(own, links, tuple(key.reason for key in given if isinstance(key, Skip)))


def _readers(gatherers: Sequence[AnyGatherer]) -> dict[type[Record], list[AnyGatherer]]:
    readers: defaultdict[type[Record], list[AnyGatherer]] = defaultdict(list)
    for gatherer in gatherers:
        for kind in gatherer.reads:
            readers[kind].append(gatherer)
    return readers
