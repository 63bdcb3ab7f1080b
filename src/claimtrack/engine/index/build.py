"""Writing an index from a full run."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from claimtrack.cache.database import Database
from claimtrack.cache.packed import packed
from claimtrack.engine.checking import Outcome
from claimtrack.engine.index.units import (
    DERIVED,
    FILE_BITS,
    Unit,
    asking,
    findings_row,
    group_id,
    is_special,
    naming,
    posting,
)
from claimtrack.engine.order import Name
from claimtrack.model import KINDS, Holding, Record
from claimtrack.model.rows import row_of
from claimtrack.rule import AnyDeriver, AnyRule, Group, Key
from claimtrack.text.dates import Date


class _Taken(NamedTuple):
    """What one process recorded; records go by their numbers, which all processes share."""

    pairs: bytes
    asked: dict[Name, array[int]]
    findings: list[tuple[int, str]]
    skips: list[tuple[int, str]]


class Builder:
    """Watches a full run (see `Recorder`) and writes down what it saw."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = list(units)
        self._numbers: dict[int, int] = {}
        """By the identity of a record: all are alive as long as this is."""
        for file, unit in enumerate(self.units):
            for place, record in enumerate(unit.every):
                self._numbers[id(record)] = (file << FILE_BITS) + place
        self._free = count(DERIVED)
        self._pairs = array("q")
        """Hash and record, one after the other: postings of keys."""
        self._asked: defaultdict[Name, set[int]] = defaultdict(set)
        self._findings: list[tuple[int, str]] = []
        self._skips: list[tuple[int, str]] = []
        self._made: list[tuple[int, str]] = []
        self._derived: list[Record] = []
        self._meta: Mapping[str, Any] = {}
        self.is_sound = False

    def posted(self, record: Record, keys: Iterable[Key]) -> None:
        """Note the keys of a record."""
        number = self._numbers[id(record)]
        for key in keys:
            self._pairs.extend((posting(key), number))

    def ordered(self, record: Record, name: Name) -> None:
        """Note on what the place of a record depends, for all groups in which it stands."""
        self._asked[name].add(self._numbers[id(record)])

    def checked(self, rule: AnyRule, group: Group, outcome: Outcome, asked: set[Name]) -> None:
        """Note what came of a group, and whom to ask again when something changes."""
        self._ask(group, asked)
        if outcome.findings:
            self._findings.append((group_id(rule, group.key), findings_row(outcome.findings)))
        if outcome.skips:
            self._skips.append((group_id(rule, group.key), json.dumps(outcome.skips)))

    def derived(
        self, deriver: AnyDeriver, group: Group, made: Sequence[Record], asked: set[Name]
    ) -> None:
        """Note what was derived from a group."""
        self._ask(group, asked)
        numbers = [next(self._free) for _ in made]
        for number, record in zip(numbers, made, strict=True):
            self._numbers[id(record)] = number
            self._derived.append(record)
        if made:
            self._made.append((group_id(deriver, group.key), json.dumps(numbers)))

    def _ask(self, group: Group, asked: set[Name]) -> None:
        # Any member does: whoever looks for the group again goes through all groups of the member.
        if asked:
            first = self._numbers[id(group.members[0])]
            for name in asked:
                if name[0] is Holding:  # few ask for one, and nearly all of them once
                    self._pairs.extend((asking(Holding.KIND, name[1]), first))
                else:
                    self._asked[name].add(first)

    def take(self) -> _Taken:
        """What was recorded since the last call."""
        asked = {name: array("q", numbers) for name, numbers in self._asked.items()}
        taken = _Taken(self._pairs.tobytes(), asked, self._findings, self._skips)
        self._pairs, self._asked = array("q"), defaultdict(set)
        self._findings, self._skips = [], []
        return taken

    def put_back(self, taken: _Taken) -> None:
        """Record what another process took."""
        self._pairs.frombytes(taken.pairs)
        for name, numbers in taken.asked.items():
            self._asked[name].update(numbers)
        self._findings += taken.findings
        self._skips += taken.skips

    def counted(
        self, as_of: Date, checks: int, skipped: Mapping[str, int], *, has_crashed: bool
    ) -> None:
        """Note the counts of the run. What a crash left out is not known: nothing may be kept."""
        self.is_sound = not has_crashed
        kinds = Counter(type(record) for unit in self.units for record in unit.records)
        self._meta = {
            "day": as_of.text,
            "flawed": sum(bool(unit.document.problems) for unit in self.units),
            "counts": {
                "checks": checks,
                "skipped": dict(skipped),
                "kinds": {name: kinds[cls] for name, cls in KINDS.items()},
            },
        }

    def fill(self, database: Database) -> None:
        """Write everything into a new database. Raises `TypeError` for what cannot be kept."""
        database.put("records", ((number, row_of(record)) for number, record in self._every()))
        database.put(
            "special",
            ((number,) for number, record in self._every() if is_special(record)),
        )
        for table, rows in (
            ("findings", self._findings),
            ("skips", self._skips),
            ("made", self._made),
        ):
            database.put(table, sorted(rows))
        database.put("postings", packed(self._every_pair()))
        for name, value in self._meta.items():
            database.set_meta(name, value)
        database.set_meta("free", DERIVED + len(self._derived))

    def _every(self) -> Iterator[tuple[int, Record]]:
        for unit in self.units:
            for record in unit.every:
                yield self._numbers[id(record)], record
        for record in self._derived:
            yield self._numbers[id(record)], record

    def _every_pair(self) -> Iterator[tuple[int, int]]:
        yield from zip(self._pairs[::2], self._pairs[1::2], strict=True)
        for number, record in self._every():
            yield naming(record.KIND, record.id), number
        for (cls, name), askers in self._asked.items():
            found = asking(cls.KIND, name)
            for number in askers:
                yield found, number
