"""The records of an index, taken down one by one, with the changes of a run laid over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.cache.database import Database
from claimtrack.cache.packed import bucket_of, having, sound
from claimtrack.engine.index.units import naming, numbers_of
from claimtrack.model import Record
from claimtrack.model.rows import record_of

_BATCH = 500


class Shelf:
    """Gives records by number and by hash, as they were and as they are now."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, Record | None] = {}
        self._numbers: dict[int, int] = {}
        self._buckets: dict[int, bytes] = {}
        self._posted: defaultdict[int, list[int]] = defaultdict(list)
        self._before: dict[int, int] = {}
        self.removed: dict[int, Record] = {}
        self.added: dict[int, Record] = {}

    def of_file(self, file: int) -> dict[int, str]:
        """The rows of a file's records as they were, by number."""
        numbers = numbers_of(file)
        query = "SELECT id, row FROM records WHERE id BETWEEN ? AND ? ORDER BY id"
        return dict(self._database.rows(query, numbers[0], numbers[-1]))

    def take_in(self, rows: Mapping[int, str]) -> dict[int, Record]:
        """The records of some rows, which need not be read again."""
        return {number: self._keep(number, row) for number, row in rows.items()}

    def remove(self, number: int, record: Record) -> None:
        """A record is not there any more."""
        self.removed[number] = record

    def replace(self, number: int, old: Record, new: Record, posts: Iterable[int]) -> None:
        """A record is another now, and keeps its number: what it asked for is noted under that.

        As it was, it has a number below zero as long as this run takes.
        """
        self._before[number] = before = -1 - number
        self._known[before] = old
        self._numbers[id(old)] = before
        self.remove(before, old)
        self.add(number, new, posts)

    def add(self, number: int, record: Record, posts: Iterable[int] = ()) -> None:
        """A record is there now; `posts` are hashes under which it is found besides its name."""
        self.added[number] = record
        self._known[number] = record
        self._numbers[id(record)] = number
        self.post(number, [naming(record.KIND, record.id), *posts])

    def post(self, number: int, hashes: Iterable[int]) -> None:
        """Let a record be found under some hashes."""
        for one in hashes:
            self._posted[one].append(number)

    @property
    def posted(self) -> Mapping[int, list[int]]:
        """What this run has posted, by hash."""
        return self._posted

    def number(self, record: Record) -> int:
        """The number of a record that came from here."""
        return self._numbers[id(record)]

    def is_there(self, number: int) -> bool:
        """Whether a number is that of a record as things are now."""
        return number in self.added or number not in self.removed

    def having(self, *hashes: int) -> list[tuple[int, Record]]:
        """The records that are, or were, found under some hashes, each once."""
        numbers: dict[int, None] = {}
        for one in hashes:
            numbers.update(dict.fromkeys(having(self.bucket(bucket_of(one)), one)))
            numbers.update(dict.fromkeys(self._posted.get(one, ())))
        return [*self.records(numbers)]

    def records(self, numbers: Iterable[int]) -> Iterator[tuple[int, Record]]:
        """The records of some numbers; those that exist no more are passed over."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._known]
        for start in range(0, len(missing), _BATCH):
            part = missing[start : start + _BATCH]
            self._known.update(dict.fromkeys(part))
            marks = ", ".join("?" * len(part))
            query = f"SELECT id, row FROM records WHERE id IN ({marks})"  # noqa: S608 - marks only
            for number, row in self._database.rows(query, *part):
                self._keep(number, row)
        for number in wanted:
            record = self._known[number]
            if record is not None:
                yield number, record
            if number in self._before:
                yield from self.records([self._before[number]])

    def bucket(self, bucket: int) -> bytes:
        """The pairs of a bucket as they were."""
        found = self._buckets.get(bucket)
        if found is None:
            data = self._database.value("SELECT data FROM postings WHERE bucket = ?", bucket)
            found = self._buckets[bucket] = sound(data or b"")
        return found

    def was_there(self, number: int) -> bool:
        """Whether a number is that of a record as things were."""
        return number not in self.added

    def named(self, kind: str, name: str, *, before: bool = False) -> list[Record]:
        """The records that have a kind and an identifier now, or had them before."""
        counts = self.was_there if before else self.is_there
        return [
            record
            for number, record in self.having(naming(kind, name))
            if counts(number) and kind == record.KIND and record.id == name
        ]

    def lookup(self, cls: type[Record], name: str) -> Record | None:
        """The record of a kind and an identifier; of two, the one whose place comes first."""
        found = [one for one in self.named(cls.KIND, name) if type(one) is cls]
        return min(found, key=lambda one: one.origin.sort_key) if found else None

    def _keep(self, number: int, row: str) -> Record:
        record = self._known.get(number)
        if record is None:
            made: Record = record_of(row)
            self._known[number] = record = made
            self._numbers[id(record)] = number
        return record
