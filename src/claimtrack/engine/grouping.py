"""Bringing together the records that a rule wants to see together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from claimtrack.engine.families import Family, families
from claimtrack.findings import Skip
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import AnyGatherer, Key

RULE_FAULTS = (Exception, SystemExit)
"""What a rule may raise without ending the run; a rule that calls `exit` must not make it green."""

_LONGEST = 500
_OURS = "claimtrack.rules."


Groups = dict[Key, list[Record]]
"""Records that belong together, by the key that they share."""


class Assembly(NamedTuple):
    """The groups of some rules, and what came up while their keys were asked for."""

    families: list[Family]
    groups: list[Groups]
    """Those of each family, in the order of the families."""
    skipped: Counter[str]
    crashes: list[RuleCrash]


Posted = Callable[[Record, Iterable[Key]], None]
"""Is shown a record, and every key under which it could come into a group, by links as well."""


def assemble(
    rules: Sequence[AnyGatherer], records: Iterable[Record], posted: Posted | None = None
) -> Assembly:
    """Ask every rule (or deriver) for the keys of every record that it reads, and group by them.

    A rule that raises here loses that record only, and all of it: half of its keys would say
    something that nobody meant.
    """
    every = families(rules)
    collected: list[defaultdict[Key, list[Record]]] = [defaultdict(list) for _ in every]
    joins: defaultdict[int, Joined] = defaultdict(Joined)
    assembly = Assembly(every, [*collected], Counter(), [])
    readers = _readers(every)
    for record in records:
        mine: list[Key] = []
        for place, family, ask in readers.get(type(record), ()):
            try:
                own, links, skips = ask(record)
            except RULE_FAULTS as error:
                crashes = [crash(rule, record.ref, error, record) for rule in family.members]
                assembly.crashes.extend(crashes)
                continue
            groups = collected[place]
            for key in own:
                groups[key].append(record)
            mine += own
            for reason in skips:
                assembly.skipped[reason] += len(family.members)
            for link in links:
                joins[place].join(*link)
                mine += link
        if posted is not None:
            posted(record, dict.fromkeys(mine))
    for place, joined in joins.items():
        _join(collected[place], joined)
    return assembly


class Keys(NamedTuple):
    """What a rule says of a record: where it belongs, what is joined, and what it is kept from."""

    own: Sequence[Key]
    links: Sequence[tuple[Key, Key]] = ()
    skips: Sequence[str] = ()

    @property
    def every(self) -> set[Key]:
        """Every key under which the record could come into a group."""
        return {*self.own, *(key for link in self.links for key in link)}


Said = tuple[Sequence[Key], Sequence[tuple[Key, Key]], Sequence[str]]
"""The fields of `Keys`: a plain tuple is made three times as fast."""


def asker(family: Family) -> Callable[[Record], Said]:
    """What asks some rules or a deriver for the keys of a record, each once, and for its links.

    It raises `TypeError` for what is no key, and whatever the rule raises.
    """
    give, link, joins = family.first.keys, family.first.links, family.joins
    # What the catalogue gives is sound, as its tests show: to look again takes a tenth of a run.
    is_ours = type(family.first).__module__.startswith(_OURS)

    def ask(record: Record) -> Said:
        given: list[Any] = [*give(record)] if is_ours else [sound_key(key) for key in give(record)]
        links = [(sound_key(a), sound_key(b)) for a, b in link(record)] if joins else ()
        if len(given) == 1 and given[0].__class__ is Key:  # nearly always
            return given, links, ()
        once = dict.fromkeys(given)
        own = [key for key in once if not isinstance(key, Skip)]
        skips = [key.reason for key in once if isinstance(key, Skip)]
        return own, links, skips

    return ask


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


Reader = tuple[int, Family, Callable[[Record], Said]]


def _readers(every: Sequence[Family]) -> dict[type[Record], list[Reader]]:
    readers: defaultdict[type[Record], list[Reader]] = defaultdict(list)
    for place, family in enumerate(every):
        for kind in family.reads:
            readers[kind].append((place, family, asker(family)))
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


def _join(groups: Groups, joined: Joined) -> None:
    """Make one group of those whose keys are joined; all others stay as they are."""
    wider: set[Key] = set()
    for key in list(groups):
        root = joined.root(key)
        if root != key:
            groups.setdefault(root, []).extend(groups.pop(key))
            wider.add(root)
    for root in wider:
        # A record whose own keys were joined stands in one group once.
        groups[root] = list({id(member): member for member in groups[root]}.values())


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
