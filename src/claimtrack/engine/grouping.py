"""Bringing together the records that a rule wants to see together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from claimtrack.findings import Skip
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import AnyGatherer, Gatherer, Key

RULE_FAULTS = (Exception, SystemExit)
"""What a rule may raise without ending the run; a rule that calls `exit` must not make it green."""

_LONGEST = 500


class Assembly(NamedTuple):
    """The groups of a run, by rule and key, and what came up while their keys were asked for."""

    groups: dict[tuple[int, Key], list[Record]]
    skipped: Counter[str]
    crashes: list[RuleCrash]


Posted = Callable[[Record, Iterable[Key]], None]
"""Is shown a record, and every key under which it could come into a group, by links as well."""


def assemble(
    rules: Sequence[AnyGatherer], records: Iterable[Record], posted: Posted | None = None
) -> Assembly:
    """Ask every rule (or deriver) for the keys of every record that it reads, and group by them.

    Groups carry the rule's position in `rules`. A rule that raises here loses that record only,
    and all of it: half of its keys would say something that nobody meant.
    """
    readers = _readers(rules)
    joining = {at for at, rule in enumerate(rules) if type(rule).links is not Gatherer.links}
    groups: defaultdict[tuple[int, Key], list[Record]] = defaultdict(list)
    joins: defaultdict[int, Joined] = defaultdict(Joined)
    assembly = Assembly(groups, Counter(), [])
    for record in records:
        mine: set[Key] = set()
        for position, rule in readers.get(type(record), ()):
            try:
                keys = [sound_key(key) for key in dict.fromkeys(rule.keys(record))]
                links = (
                    [(sound_key(one), sound_key(other)) for one, other in rule.links(record)]
                    if position in joining
                    else ()
                )
            except RULE_FAULTS as error:
                assembly.crashes.append(crash(rule, record.ref, error, record))
                continue
            for key in keys:
                if isinstance(key, Skip):
                    assembly.skipped[key.reason] += 1
                else:
                    groups[position, key].append(record)
                    mine.add(key)
            for one, other in links:
                joins[position].join(one, other)
                mine.update((one, other))
        if posted is not None:
            posted(record, mine)
    return assembly if not joins else assembly._replace(groups=_joined(groups, joins))


def sound_key(key: Any) -> Any:
    """A key or a skip as it is; raises `TypeError` for what cannot be grouped or put in order."""
    if isinstance(key, Skip):
        sound = isinstance(key.reason, str)
    else:
        sound = (
            isinstance(key, Key)
            and isinstance(key.space, str)
            and isinstance(key.parts, tuple)
            and all(isinstance(part, str) for part in key.parts)
        )
    if sound:
        return key
    raise TypeError(f"expected a Key of texts or a Skip, found {key!r}")


def _readers(rules: Sequence[AnyGatherer]) -> dict[type[Record], list[tuple[int, AnyGatherer]]]:
    readers: defaultdict[type[Record], list[tuple[int, AnyGatherer]]] = defaultdict(list)
    for position, rule in enumerate(rules):
        for kind in rule.reads:
            readers[kind].append((position, rule))
    return readers


class Joined:
    """Keys that are one group, by union and find with path halving (Tarjan, van Leeuwen 1984)."""

    def __init__(self) -> None:
        self._parents: dict[Key, Key] = {}

    def join(self, one: Key, other: Key) -> None:
        """Make one group of two keys. The least key stands for all, whatever the order of calls."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first

    def root(self, key: Key) -> Key:
        """The key that stands for the group of a key."""
        parents = self._parents
        parent = parents.get(key, key)
        while parent != key:
            above = parents.get(parent, parent)
            parents[key] = above
            key, parent = parent, above
        return key


def _joined(
    groups: dict[tuple[int, Key], list[Record]], joins: dict[int, Joined]
) -> dict[tuple[int, Key], list[Record]]:
    whole: dict[tuple[int, Key], list[Record]] = {}
    for (position, key), members in groups.items():
        root = joins[position].root(key) if position in joins else key
        whole.setdefault((position, root), []).extend(members)
    # A record whose own keys were joined stands in one group once.
    return {
        key: list({id(member): member for member in members}.values())
        if len(members) > 1
        else members
        for key, members in whole.items()
    }


def crash(rule: AnyGatherer, key: str, error: BaseException, where: Record) -> RuleCrash:
    """The fact that a rule raised, with the line of its code that did."""
    line = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        line = f" in {code.co_name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return RuleCrash(
        rule=rule.code,
        rule_name=rule.name,
        key=key,
        error=f"{type(error).__name__}: {_words(error)}{line}",
        newest=where,
        origin=where.origin,
    )


def _words(error: BaseException) -> str:
    """What an exception says, where it can say it, at a bearable length."""
    try:
        text = str(error)
    except RULE_FAULTS:
        return "(its message cannot be shown)"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
