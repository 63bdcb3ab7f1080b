"""What the program itself notices, as records, so that a rule reports it like anything else.

A file that cannot be read in full, an `ignore` that silenced nothing, a rule that raised: the
store and the engine make a fact of each, and one rule reads it.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from claimtrack.findings import Finding
from claimtrack.model.record import Ignore, Record


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

    @property
    def id(self) -> str:
        """The record's own reference and the entry's position."""
        return f"{self.record.ref}#{self.position}"


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
