"""Checking, or deriving from, the groups of one partition: a key at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from time import perf_counter
from typing import Any, NamedTuple

from claimtrack.engine.checking import check_group, derive_group
from claimtrack.engine.deriving import needed
from claimtrack.engine.families import families
from claimtrack.engine.spread.emitting import Emitter, Mapped, member_line, member_of
from claimtrack.engine.spread.facts import Known, Lookup
from claimtrack.engine.spread.plan import JOINING, PLAIN, Plan, channel_of
from claimtrack.engine.spread.segments import Segments
from claimtrack.engine.spread.stars import Edges, roots
from claimtrack.engine.view import View
from claimtrack.findings import Finding
from claimtrack.model import Record, RuleCrash
from claimtrack.model.rows import record_of
from claimtrack.rule import Group, Key

_DERIVED = 1 << 60
_STAGE_BITS, _PARTITION_BITS = 52, 28


class Stage(NamedTuple):
    """One stage, when its tasks can begin."""

    place: int
    listed: str
    """The files of records that there are by now."""
    stars: Edges | None
    """Which keys are one; None where no link was found."""
    moved: str | None
    """The files of members whose key has another in its place."""


class Checked(NamedTuple):
    """What came of the groups of a partition."""

    findings: list[Finding]
    checks: int
    skipped: Counter[str]
    crashes: list[RuleCrash]
    seconds: dict[str, float]


def move(plan: Plan, stage: Stage, partition: int) -> tuple[str, int]:
    """Write the members of joined keys for the partitions of the keys that stand for them."""
    segments = Segments(plan.partitions)
    instead = roots(plan, stage.stars, partition)
    for line in _lines(plan, stage, JOINING, partition) if instead else ():
        number, row, entries = member_of(line)
        slots: defaultdict[int, list[tuple[int, Key]]] = defaultdict(list)
        for place, key in entries:
            root = instead.get((place, key))
            if root is not None:
                slots[plan.slot(0, *root.parts)].append((place, root))
        for slot, found in slots.items():
            segments.add(slot, member_line(number, row, found))
    name = plan.write(f"moved-{stage.place}-{partition}", segments)
    return name, segments.used


def check_partition(plan: Plan, stage: Stage, known: Known, partition: int) -> Checked:
    """Check every group of a partition with every rule of its family."""
    every: Sequence[Sequence[Any]] = [one.members for one in families(plan.rules)]
    done = Checked([], 0, Counter(), [], {})
    checks = 0
    for place, group in _groups(plan, stage, known, partition):
        for rule in every[place]:
            start = perf_counter()
            outcome = check_group(rule, group)
            took = perf_counter() - start
            done.seconds[rule.code] = done.seconds.get(rule.code, 0.0) + took
            done.findings.extend(outcome.findings)
            done.skipped.update(outcome.skips)
            if outcome.crash is not None:
                done.crashes.append(outcome.crash)
            checks += 1
    return done._replace(checks=checks)


def derive_partition(plan: Plan, stage: Stage, known: Known, partition: int) -> Mapped:
    """Write what a deriver makes of the groups of a partition, for the stages after it."""
    deriver = needed(plan.rules)[stage.place]
    emitter = Emitter(plan, stage.place)
    number = _DERIVED + (stage.place << _STAGE_BITS) + (partition << _PARTITION_BITS)
    crashes: list[RuleCrash] = []
    for _, group in _groups(plan, stage, known, partition):
        made = derive_group(deriver, group)
        if made.crash is not None:
            crashes.append(made.crash)
        for record in made.records:
            emitter.emit(number, record)
            number += 1
    written = emitter.written(f"made-{stage.place}-{partition}")
    return written._replace(crashes=[*crashes, *written.crashes])


def _groups(plan: Plan, stage: Stage, known: Known, partition: int) -> Iterator[tuple[int, Group]]:
    """Each group of a partition, with the place of its family.

    All groups of a key are given in succession: of its members alone there are records, of all
    others only rows.
    """
    rows: dict[int, bytes] = {}  # of Arabic text, half of what a str takes
    entries: defaultdict[Key, list[tuple[int, int]]] = defaultdict(list)
    for number, row, keys in _members(plan, stage, partition):
        rows[number] = row.encode("utf-8", "surrogatepass")
        for place, key in keys:
            entries[key].append((place, number))
    lookup = Lookup(plan, known)
    try:
        here: dict[int, Record] = {}
        for key in sorted(entries, key=lambda key: (key.parts, key.space)):
            # Each member once, by however many of its keys it came; in the order of reading.
            members = sorted(set(entries.pop(key)))
            before = here  # keys of one name have much the same members
            here = {
                number: before.get(number) or record_of(rows[number])
                for number in sorted({one for _, one in members})
            }
            lookup.look_at(here)
            view = View(lookup, plan.config)
            for place, found in groupby(members, key=itemgetter(0)):
                yield place, view.group(key, (here[number] for _, number in found))
    finally:
        lookup.close()


def _members(
    plan: Plan, stage: Stage, partition: int
) -> Iterator[tuple[int, str, list[tuple[int, Key]]]]:
    for line in _lines(plan, stage, PLAIN, partition):
        yield member_of(line)
    gone = roots(plan, stage.stars, partition)
    for line in _lines(plan, stage, JOINING, partition):
        number, row, entries = member_of(line)
        stay = [entry for entry in entries if entry not in gone]
        if stay:
            yield number, row, stay
    if stage.moved is not None:
        for line in plan.gather(stage.moved, 0, partition, plan.partitions):
            yield member_of(line)


def _lines(plan: Plan, stage: Stage, what: int, partition: int) -> Iterator[str]:
    return plan.gather(stage.listed, channel_of(stage.place, what), partition)
