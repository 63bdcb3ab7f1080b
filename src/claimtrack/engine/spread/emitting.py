"""Writing records to the partitions of their keys and of their names."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from claimtrack.engine.families import Family, families
from claimtrack.engine.grouping import RULE_FAULTS, Joined, Said, asker, crash
from claimtrack.engine.index.units import is_special
from claimtrack.engine.spread.plan import EDGES, JOINING, PLAIN, Plan, channel_of
from claimtrack.engine.spread.segments import Segments
from claimtrack.engine.spread.stars import add_edge
from claimtrack.errors import ClaimtrackError
from claimtrack.model import KINDS, CapturedText, Document, Record, RuleCrash
from claimtrack.model.rows import row_of
from claimtrack.rule import Key

_CHUNK_BITS = 32


class Mapped(NamedTuple):
    """What is known of a chunk once its records are written."""

    file: str
    """The file in which they are."""
    used: int
    """The slots that hold something, as bits."""
    skipped: Counter[str]
    crashes: list[RuleCrash]
    files: int = 0
    flawed: int = 0
    """Claim files with something wrong in their form."""
    kinds: Sequence[tuple[str, int]] = ()
    """Records, by the name of their list in a claim file."""
    special: Sequence[tuple[int, Record]] = ()
    """Those that must be known to conclude the run, by number."""
    aside: Any = None


def map_chunk(plan: Plan, task: tuple[int, Any]) -> Mapped:
    """Read a chunk, by its place among all chunks, and write its records."""
    place, chunk = task
    loaded = plan.load(chunk)
    emitter = Emitter(plan)
    number = place << _CHUNK_BITS
    special: list[tuple[int, Record]] = []
    kinds: Counter[str] = Counter()
    for unit in loaded.units:
        for broken in unit.document.broken:
            emitter.name(*broken)
        for record in unit.every:
            emitter.emit(number, record)
            if is_special(record):
                special.append((number, record))
            number += 1
        kinds.update(type(record).KIND for record in unit.records)
    return emitter.written(f"map-{place}")._replace(
        files=len(loaded.units),
        flawed=sum(bool(unit.document.problems) for unit in loaded.units),
        kinds=[(name, kinds[cls.KIND]) for name, cls in KINDS.items()],
        special=special,
        aside=loaded.aside,
    )


Reader = tuple[int, int, Family, Callable[[Record], Said]]


class Emitter:
    """Writes records for the stages that come after one."""

    def __init__(self, plan: Plan, after: int = -1) -> None:
        self._plan = plan
        self._rules = plan.depth - 1
        self._segments = Segments(plan.slots)
        self._readers: defaultdict[type[Record], list[Reader]] = defaultdict(list)
        self._joins: defaultdict[tuple[int, int], Joined] = defaultdict(Joined)
        self._linked: defaultdict[tuple[int, int], set[Key]] = defaultdict(set)
        self._skipped: Counter[str] = Counter()
        self._crashes: list[RuleCrash] = []
        for stage, gatherers in enumerate(plan.stages):
            if stage > after:
                for place, family in enumerate(families(gatherers)):
                    for kind in family.reads:
                        self._readers[kind].append((stage, place, family, asker(family)))

    def emit(self, number: int, record: Record) -> None:
        """Write a record for each partition in which it has a key, and for its name.

        Families share partitions: where a record has one key for many, it is written once.
        """
        slots: defaultdict[int, list[tuple[int, Key]]] = defaultdict(list)
        partitions: dict[Key, int] = {}  # most of its keys are those of many families
        for stage, place, family, ask in self._readers.get(type(record), ()):
            try:
                own, links, skips = ask(record)
            except RULE_FAULTS as error:
                found = [crash(rule, record.ref, error, record) for rule in family.members]
                self._crashes += found
                continue
            if stage == self._rules:
                for reason in skips:
                    self._skipped[reason] += len(family.members)
            base = channel_of(stage, JOINING if family.joins else PLAIN) * self._plan.partitions
            for key in own:
                if key not in partitions:
                    partitions[key] = self._plan.slot(0, *key.parts)
                slots[base + partitions[key]].append((place, key))
            for link in links:
                self._joins[stage, place].join(*link)
                self._linked[stage, place].update(link)
        row = _row(record)
        for slot, entries in slots.items():
            self._segments.add(slot, member_line(number, row, entries))
        if not isinstance(record, (Document, CapturedText)):  # no group can ask for these
            self.name(record.KIND, record.id, number, row)

    def name(self, kind: str, name: str, number: int = -1, row: str = "") -> None:
        """Write what a name stands for; a record too broken to be made has a name and no row."""
        slot = self._plan.slot(self._plan.names, kind, name)
        self._segments.add(slot, f"{number}\t{json.dumps([kind, name])}\t{row}")

    def written(self, name: str) -> Mapped:
        """Write the file."""
        for (stage, place), joined in self._joins.items():
            channel = channel_of(stage, EDGES)
            for key in self._linked[stage, place]:
                root = joined.root(key)
                if root != key:
                    add_edge(self._plan, self._segments, channel, (place, *key), (place, *root))
        self._plan.write(name, self._segments)
        return Mapped(name, self._segments.used, self._skipped, self._crashes)


def member_line(number: int, row: str, entries: Iterable[tuple[int, Key]]) -> str:
    """A record, and the families and keys for which it stands in a partition."""
    return f"{number}\t{json.dumps([[place, *key] for place, key in entries])}\t{row}"


def member_of(line: str) -> tuple[int, str, list[tuple[int, Key]]]:
    """Number, row, and families and keys of such a line."""
    number, entries, row = line.split("\t", 2)
    found = [(place, Key(space, tuple(parts))) for place, space, parts in json.loads(entries)]
    return int(number), row, found


def _row(record: Record) -> str:
    try:
        return row_of(record)
    except TypeError as error:
        raise ClaimtrackError(
            f"{error}: a run in partitions writes every record to disk; leave out the rules that"
            " need it, or check without --cluster"
        ) from None
