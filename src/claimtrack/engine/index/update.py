"""Bringing an index up to date: only the groups that a change touches are looked at again."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from claimtrack.cache.database import Database
from claimtrack.config import Config
from claimtrack.engine.checking import Checker, check_group, derive_group
from claimtrack.engine.deriving import needed
from claimtrack.engine.families import families
from claimtrack.engine.index.facts import Facts
from claimtrack.engine.index.shelf import Shelf
from claimtrack.engine.index.touched import Finder, Touched, UnsureError, readers_of
from claimtrack.engine.index.units import (
    FILE_BITS,
    Altered,
    Change,
    altered,
    asking,
    findings_of,
    findings_row,
    group_id,
    numbers_of,
    posting,
)
from claimtrack.engine.order import Name
from claimtrack.engine.run import About, concluded
from claimtrack.engine.selection import selected
from claimtrack.engine.view import Asked, View
from claimtrack.findings import Finding
from claimtrack.model import KINDS, Day, Document, Holding, Identifiers, Record, SameActors
from claimtrack.model.rows import row_of
from claimtrack.result import Result
from claimtrack.rule import AnyGatherer, AnyRule, Deriver, Group
from claimtrack.text.dates import Date, parse_date


class Update:
    """One run over what changed.

    Raises `UnsureError` where only a full run can tell, and whatever a damaged index leads to: see
    `CACHE_FAULTS` and `BadRowError`.
    """

    def __init__(
        self, database: Database, rules: Sequence[AnyRule], config: Config, as_of: Date
    ) -> None:
        self.database = database
        self.config = config
        self.as_of = as_of
        self.every_rule = rules
        self.rules = selected(rules, config)
        self.shelf = Shelf(database)
        self.finder = Finder(self.shelf)
        self.readers = readers_of(families([*needed(self.rules), *self.rules]))
        self.free = int(database.meta("free"))
        counts = database.meta("counts")
        self.checks = int(counts["checks"])
        self.skipped: Counter[str] = Counter(counts["skipped"])
        self.kinds: Counter[str] = Counter(counts["kinds"])
        self.flawed = int(database.meta("flawed"))
        self.asked = Asked(self._lookup)
        self.view = View(self._lookup, config, self.asked, self._ordered)
        self.names: dict[tuple[str, str], Altered] = {}
        """What somebody may have asked for that is another now."""
        self.dropped: dict[str, set[int]] = {"findings": set(), "skips": set(), "made": set()}
        self.put: dict[str, dict[int, str]] = {"findings": {}, "skips": {}, "made": {}}
        self.looked_at = 0
        self.changes: dict[int, Change] = {}
        self.facts = Facts(database, self.shelf, self.changes, as_of)

    def run(self, changes: Sequence[Change]) -> None:
        """Look at everything that the changes touch."""
        self.changes.update({change.file: change for change in changes})
        for change in changes:
            self._take_in(change)
        self._doubt()
        day = self.database.meta("day")
        if day != self.as_of.text:
            self.names[Day.KIND, ""] = None
        facts = self.facts
        if facts.judged(parse_date(day), before=True) != facts.judged(self.as_of):
            self.names[SameActors.KIND, ""] = None
        for deriver in needed(self.rules):
            for touched in self._touched([deriver]):
                self._derive(touched)
        for touched in self._touched(self.rules):
            self._check(touched)
        shelf = self.shelf
        for sign, records in ((-1, shelf.removed.values()), (1, shelf.added.values())):
            for reason, number in self.finder.skips(self.rules, records).items():
                self.skipped[reason] += sign * number
            for record in records:
                self._count(record, sign)

    def _count(self, record: Record, sign: int) -> None:
        if isinstance(record, Document):
            self.flawed += sign * bool(record.problems)
        for name, cls in KINDS.items():
            if type(record) is cls:
                self.kinds[name] += sign

    def _take_in(self, change: Change) -> None:
        """Lay one file's change over the shelf: a record whose row is the same did not change."""
        old = self.shelf.of_file(change.file)
        by_row: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in old.items():
            by_row[row].append(number)
        fresh: list[Record] = []
        for record in change.unit.every if change.unit is not None else ():
            same = by_row.get(row_of(record))
            if same:
                old.pop(same.pop())
            else:
                fresh.append(record)
        gone = self.shelf.take_in(old)
        fresh = self._replace(gone, fresh)
        for number, record in gone.items():
            self._gone(number, record)
        last = self.database.value(
            "SELECT max(id) FROM records WHERE id BETWEEN ? AND ?",
            numbers_of(change.file)[0],
            numbers_of(change.file)[-1],
        )
        free = change.file << FILE_BITS if last is None else int(last) + 1
        for number, record in enumerate(fresh, free):
            self._come(number, record)
        self._note_names(change)

    def _note_names(self, change: Change) -> None:
        before = {(kind, name) for kind, name in change.names}
        now = set(change.unit.names) if change.unit is not None else set()
        for kind, name in before ^ now:
            self.names[Identifiers.KIND, kind] = None
            self.names[Holding.KIND, f"{kind}:{name}"] = None

    def _replace(self, gone: dict[int, Record], fresh: Sequence[Record]) -> list[Record]:
        """Let records take the place of the one of their name, where there is no doubt which.

        Gives those that took none; what is replaced is not `gone` any more.
        """
        numbers = {(old.KIND, old.id): number for number, old in gone.items()}
        counts = Counter((new.KIND, new.id) for new in fresh)
        left: list[Record] = []
        for new in fresh:
            name = (new.KIND, new.id)
            number = numbers.get(name)
            alone = counts[name] == 1 and len(self.shelf.named(*name, before=True)) == 1
            if number is None or not alone:
                left.append(new)
                continue
            old = gone.pop(number)
            self.shelf.replace(number, old, new, self._posts(new))
            self.names.setdefault(name, altered(old, new))
        return left

    def _doubt(self) -> None:
        """Where two records share a name, all of it counts: their content puts them in order."""
        for name in [name for name, fields in self.names.items() if fields is not None]:
            if len(self.shelf.named(*name)) > 1:
                self.names[name] = None

    def _posts(self, record: Record) -> Iterable[int]:
        """The hashes of the keys under which a record is found."""
        return map(posting, self.finder.every_key(self.readers, record))

    def _gone(self, number: int, record: Record) -> None:
        self.shelf.remove(number, record)
        self.names[record.KIND, record.id] = None

    def _come(self, number: int, record: Record) -> None:
        self.shelf.add(number, record, self._posts(record))
        self.names[record.KIND, record.id] = None

    def _touched(self, gatherers: Sequence[AnyGatherer]) -> Iterable[Touched]:
        """The groups of changed records, and of those that asked for something that changed."""
        shelf = self.shelf
        seeds = [
            (record, self.names[record.KIND, record.id])
            for record in (*shelf.removed.values(), *shelf.added.values())
        ]
        for (kind, name), fields in sorted(self.names.items()):
            for number, record in shelf.having(asking(kind, name)):
                if shelf.is_there(number):
                    seeds.append((record, fields))
        return self.finder.touched(gatherers, seeds)

    def _derive(self, touched: Touched) -> None:
        deriver = touched.family.first
        assert isinstance(deriver, Deriver)  # noqa: S101 - the caller gives derivers only
        old: dict[str, list[int]] = defaultdict(list)
        for key in touched.before:
            known = group_id(deriver, key)
            self.dropped["made"].add(known)
            row = self.database.value("SELECT data FROM made WHERE id = ?", known)
            for number, record in self.shelf.records(json.loads(row or "[]")):
                old[row_of(record)].append(number)
        for key, members in sorted(touched.now.items()):
            group = self.view.group(key, members)
            made = derive_group(deriver, group)
            self._ask(group.members)
            if made.crash is not None:
                raise UnsureError(made.crash.error)
            numbers = [self._number(record, old) for record in made.records]
            if numbers:
                self.put["made"][group_id(deriver, key)] = json.dumps(numbers)
        for numbers in old.values():
            for number, record in self.shelf.records(numbers):
                self._gone(number, record)

    def _number(self, record: Record, old: Mapping[str, list[int]]) -> int:
        """The number of a derived record: that of the same one, where it was there before."""
        same = old.get(row_of(record))
        if same:
            return same.pop()
        number = self.free
        self.free += 1
        self._come(number, record)
        return number

    def _check(self, touched: Touched) -> None:
        rules: Sequence[Any] = touched.family.members
        for key in touched.before:
            self._forget([group_id(rule, key) for rule in rules])
        self.checks += len(rules) * (len(touched.now) - len(touched.before))
        self.looked_at += len(rules) * len(touched.now)
        for key, members in sorted(touched.now.items()):
            group = self.view.group(key, members)
            for rule in rules:
                self._outcome(rule, group)
            self._ask(group.members)

    def _forget(self, groups: Sequence[int]) -> None:
        """What came of some groups as they were counts no more."""
        for group in groups:
            self.dropped["findings"].add(group)
            self.dropped["skips"].add(group)
            row = self.database.value("SELECT data FROM skips WHERE id = ?", group)
            self.skipped.subtract(json.loads(row or "[]"))

    def _outcome(self, rule: AnyRule, group: Group) -> None:
        outcome = check_group(rule, group)
        if outcome.crash is not None:
            raise UnsureError(outcome.crash.error)
        self.skipped.update(outcome.skips)
        if outcome.findings:
            self.put["findings"][group_id(rule, group.key)] = findings_row(outcome.findings)
        if outcome.skips:
            self.put["skips"][group_id(rule, group.key)] = json.dumps(outcome.skips)

    def _ordered(self, record: Record, name: Name) -> None:
        self.shelf.post(self.shelf.number(record), [asking(name[0].KIND, name[1])])

    def _ask(self, members: Sequence[Record]) -> None:
        hashes = [asking(cls.KIND, name) for cls, name in self.asked.take()]
        self.shelf.post(self.shelf.number(members[0]), hashes)

    def _lookup(self, cls: type[Record], name: str) -> Record | None:
        found = self.facts.get(cls, name)
        return self.shelf.lookup(cls, name) if found is None else found

    def conclude(
        self, inside: Iterable[tuple[str, str]], baseline: AbstractSet[str], *, in_part: bool
    ) -> Result:
        """The result, as a full run would give it.

        `inside` are the claim files with their paths seen from the configuration's folder;
        `in_part` says whether the configured ledger was asked for in part only.
        """
        checker = Checker(self.rules, View(self._lookup, self.config), {})
        checker.checks = self.checks
        checker.skipped = Counter(self.skipped)
        files = int(self.database.value("SELECT count(*) FROM files"))
        for change in self.changes.values():
            files += (change.unit is not None) - change.was_there
        about = About(
            records=self.facts.special(),
            inside=inside,
            is_whole=not in_part and not self.flawed,
            files=files,
            counts={name: self.kinds[name] for name in KINDS},
        )
        result = concluded(
            about,
            self._findings(),
            checker,
            self.every_rule,
            as_of=self.as_of,
            baseline=baseline,
        )
        return result._replace(summary=result.summary._replace(checks_made=self.looked_at))

    def _findings(self) -> list[Finding]:
        """Those that were kept, and those of this run."""
        dropped, put = self.dropped["findings"], self.put["findings"]
        kept = (
            row
            for group, row in self.database.rows("SELECT id, data FROM findings")
            if group not in dropped and group not in put
        )
        return [one for row in (*kept, *put.values()) for one in findings_of(row)]
