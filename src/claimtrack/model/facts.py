"""What the program itself notices, as records, so that a rule reports it like anything else.

A file that cannot be read in full, an `ignore` that silenced nothing, a rule that raised: the
store and the engine make a fact of each, and one rule reads it. Likewise which identifiers there
are: a rule looks them up to suggest one.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from claimtrack.findings import Finding
from claimtrack.model.decision import Decision
from claimtrack.model.record import Ignore, Record
from claimtrack.model.seen import Change
from claimtrack.text.dates import Date


@frozen(kw_only=True, weakref_slot=False)
class Document(Record):
    """A claim file as such, with everything that its reading found."""

    KIND: ClassVar[str] = "file"

    path: str
    """Its path, relative to the working folder, with forward slashes."""
    inside: str = ""
    """The same, relative to the configuration's folder; empty where that is not another folder."""
    problems: tuple[Finding, ...] = field(default=(), repr=False)
    """What is wrong with its form."""
    broken: tuple[tuple[str, str], ...] = ()
    """Kind and identifier of records too broken to be made: a reference to them does not dangle."""

    @property
    def id(self) -> str:
        """The path."""
        return self.path


@frozen(kw_only=True, weakref_slot=False)
class UnusedIgnore(Record):
    """An `ignore` of a record that silenced nothing in this run, or whose time has passed."""

    KIND: ClassVar[str] = "unused-ignore"

    record: Record
    """The record that carries it."""
    position: int
    """Its place in the record's `ignore` list, from 0."""
    entry: Ignore
    """The entry itself."""
    reason: str
    """Why it did nothing: a clause that follows "this ignore"."""
    certain: bool = True
    """Whether that is so for every reader of the ledger.

    An `ignore` of which this run saw too little may be of use to others: its rule is not installed
    here, or what it silences stands in what was not read.
    """

    @property
    def id(self) -> str:
        """The record's own reference and the entry's position."""
        return f"{self.record.ref}#{self.position}"


@frozen(kw_only=True, weakref_slot=False)
class IdleDecision(Record):
    """A decision on a finding that does not hold any more, or that settles nothing in this run."""

    KIND: ClassVar[str] = "idle-decision"

    decision: Decision
    """The newest decision on that finding."""
    finding: Finding | None = None
    """The finding, which is shown again; None where the run has none of that fingerprint."""
    expired: bool = False
    """Whether its last day has passed."""
    changed: tuple[Change, ...] = ()
    """What is not as it was when the decision was made."""

    @property
    def id(self) -> str:
        """The fingerprint that the decision is about."""
        return self.decision.id


@frozen(kw_only=True, weakref_slot=False)
class RuleCrash(Record):
    """A rule raised an exception on one group or record; the run went on without it."""

    KIND: ClassVar[str] = "rule-crash"

    rule: str
    """The code of the rule that raised."""
    rule_name: str
    """Its name."""
    key: str
    """The group, or the record, on which it raised."""
    error: str
    """The exception's type and message, with the line of code that raised it."""
    newest: Record | None = None
    """The newest record of that group."""

    @property
    def id(self) -> str:
        """Rule and group."""
        return f"{self.rule}/{self.key}"


@frozen(kw_only=True, weakref_slot=False)
class Identifiers(Record):
    """All identifiers of one kind of record, for "did you mean"."""

    KIND: ClassVar[str] = "identifiers"

    kind: str
    """The kind of the records: `actor`."""
    names: tuple[str, ...]
    """Their identifiers, each once, in the order of code points."""

    @property
    def id(self) -> str:
        """The kind."""
        return self.kind

    def has(self, name: str) -> bool:
        """Whether one of them is this."""
        place = bisect_left(self.names, name)
        return self.names[place : place + 1] == (name,)

    def like(self, name: str, count: int = 10) -> frozenset[str]:
        """Up to `4 * count` identifiers that share the longest beginning or ending with a name.

        A slip leaves either what stands before it or what follows it as it was, so the identifier
        that was meant is among them; and a ledger with many slips need not compare each with all.
        """
        found: set[str] = set()
        for names, word in ((self.names, name), (self._mirrored, name[::-1])):
            place = bisect_left(names, word)
            near = names[max(0, place - count) : place + count]
            found.update(near if names is self.names else (other[::-1] for other in near))
        return frozenset(found)

    @cached_property
    def _mirrored(self) -> tuple[str, ...]:
        return tuple(sorted(name[::-1] for name in self.names))


@frozen(kw_only=True, weakref_slot=False)
class Holding(Record):
    """That the ledger holds a record of some kind and identifier, if too broken to be made.

    It is looked up under both, as `actor:maruvia`. Unlike the record itself it does not change when
    the record does.
    """

    KIND: ClassVar[str] = "holding"


HOLDING = Holding()
"""All of them are one."""


@frozen(kw_only=True, weakref_slot=False)
class Day(Record):
    """The day on which the ledger is judged: rules read no clock."""

    KIND: ClassVar[str] = "day"

    date: Date
