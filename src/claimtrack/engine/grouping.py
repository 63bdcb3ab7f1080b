"""Bringing together the records that a rule wants to see together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.findings import Skip
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import Key, Rule


class Assembly(NamedTuple):
    """The groups of a run, by rule and key, and what came up while their keys were asked for."""

    groups: dict[tuple[int, Key], list[Record]]
    skipped: Counter[str]
    crashes: list[RuleCrash]


def assemble(rules: Sequence[Rule], records: Iterable[Record]) -> Assembly:
    """Ask every rule for the keys of every record that it reads, and group by them.

    Groups carry the rule's position in `rules`. A rule that raises here loses that record only.
    """
    readers = _readers(rules)
    groups: defaultdict[tuple[int, Key], list[Record]] = defaultdict(list)
    joins: defaultdict[int, Joined] = defaultdict(Joined)
    assembly = Assembly(groups, Counter(), [])
    for record in records:
        for position, rule in readers.get(type(record), ()):
            try:
                for key in dict.fromkeys(rule.keys(record)):
                    if isinstance(key, Skip):
                        assembly.skipped[key.reason] += 1
                    else:
                        groups[position, key].append(record)
                for one, other in rule.links(record):
                    joins[position].join(one, other)
            except Exception as error:  # noqa: BLE001 - a rule may raise anything; see CT900
                assembly.crashes.append(crash(rule, record.ref, error, record))
    return assembly if not joins else assembly._replace(groups=_joined(groups, joins))


def _readers(rules: Sequence[Rule]) -> dict[type[Record], list[tuple[int, Rule]]]:
    readers: defaultdict[type[Record], list[tuple[int, Rule]]] = defaultdict(list)
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
    return {key: list({id(member): member for member in members}.values())
            for key, members in whole.items()}


def crash(rule: Rule, key: str, error: Exception, where: Record | None) -> RuleCrash:
    """The fact that a rule raised, with the line of its code that did."""
    line = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        line = f" in {code.co_name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    message = f"{type(error).__name__}: {error}{line}"
    return RuleCrash(rule=rule.code, rule_name=rule.name, key=key, error=message, where=where)


