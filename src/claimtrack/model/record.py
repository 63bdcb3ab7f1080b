"""What every record of a ledger has: an identity, a place, notes, and what silences a rule."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from attrs import field, frozen

from claimtrack.findings import Location, pointer, steps
from claimtrack.model.fields import SeenFingerprint, Text
from claimtrack.text.dates import Date


class Origin(NamedTuple):
    """Where a record stands: its file, and the RFC 6901 pointer of its mapping in that file.

    `shortened` names the lists of which not every entry could be read: the pointer of each inside
    the record, and the position in the file of each entry that the record still has. Without it a
    finding, or worse a fix, would be at the neighbour of what it means.
    """

    file: str
    pointer: str
    shortened: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def inside(self, *path: str | int) -> str:
        """The pointer in the file of a path inside the record."""
        if not self.shortened:
            return self.pointer + pointer(*path)
        kept, found = dict(self.shortened), ""
        for step in path:
            places = kept.get(found, ())
            if isinstance(step, int) and step < len(places):
                step = places[step]  # noqa: PLW2901 - the same step, as the file counts
            found += pointer(step)
        return self.pointer + found

    @property
    def sort_key(self) -> tuple[str, tuple[tuple[int, str], ...]]:
        """By file and place in it: the third entry of a list stands before the tenth."""
        path = (step for step in steps(self.pointer))
        return self.file, tuple((int(s), "") if s.isdecimal() else (-1, s) for s in path)


NOWHERE = Origin("", "")


@frozen(kw_only=True, weakref_slot=False)
class Ignore:
    """Silences one rule for the record that carries it; unused or expired, it is a finding."""

    rule: Text
    """The rule's code (`CT301`) or name (`value-conflict`)."""
    reason: Text
    """Why the rule does not apply here."""
    until: Date | None = None
    """The last day on which it silences."""
    by: Text | None = None
    """Who decided so."""


@frozen(kw_only=True, weakref_slot=False)
class Review:
    """What a person saw when they approved the record; written by `claimtrack review` only."""

    by: Text
    """Who approved it."""
    at: Date
    """When."""
    why: Text | None = None
    """What was looked at, in the reviewer's words."""
    fingerprint: SeenFingerprint
    """The fingerprint of the record's content as it was seen."""
    seen: tuple[tuple[str, SeenFingerprint], ...] = ()
    """What the record rested on: pairs of record (`article:a1`) and its fingerprint then."""


@frozen(kw_only=True, weakref_slot=False)
class Record:
    """The base of all records: what a ledger holds and rules look at."""

    KIND: ClassVar[str] = "record"
    ONE_OF: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Sets of fields of which at least one must be given."""
    TOGETHER: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of fields of which the first asks for the second."""

    note: Text | None = None
    """Anything that a colleague should know."""
    tags: tuple[Text, ...] = ()
    """Free labels."""
    ignore: tuple[Ignore, ...] = ()
    """Rules that are silenced for this record."""
    review: Review | None = None
    """The approval of this record's content."""
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    @property
    def id(self) -> str:
        """The identifier, unique among records of one kind in the whole ledger."""
        return ""

    @property
    def ref(self) -> str:
        """Kind and identifier, as findings name a record: `claim:a1-toll`."""
        return f"{self.KIND}:{self.id}"

    def where(self, *path: str | int, message: str = "") -> Location:
        """The place of one of this record's fields: `claim.where("quotes", 0, "exact")`.

        Without a path it is the record itself. `message` says what stands there.
        """
        return Location(self.origin.file, self.origin.inside(*path), self.ref, message)
