"""CT006: a reference to a record that the ledger does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Severity
from claimtrack.model import (
    Actor,
    Article,
    Claim,
    Decision,
    Document,
    Identifiers,
    Occasion,
    Proposition,
    Record,
    reference_kinds,
    references,
)
from claimtrack.model.references import Path
from claimtrack.rule import Fixable, Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.remembered import remembered
from claimtrack.text.near import nearest


class DanglingReference(Rule[Record]):
    """A record refers to an identifier that no record of the right kind has.

    Whatever hangs on the reference is not checked: a claim whose proposition does not exist meets
    no other claim. Where a field takes records of several kinds (`based_on`: claims or articles),
    one of any of them is enough. Reserved words and web addresses refer to nothing in the ledger;
    a record that is there but too broken to be read is not reported a second time.

    What to do: correct the identifier (the nearest one that exists is suggested), or write the
    record.
    """

    code = "CT006"
    name = "dangling-reference"
    severity = Severity.ERROR
    fix = Fixable.SUGGESTION
    reads: ClassVar[tuple[type[Record], ...]] = (
        Actor,
        Article,
        Occasion,
        Proposition,
        Claim,
        Decision,
        Document,
    )
    unread = keys.WORDING

    def keys(self, record: Record) -> Iterable[Key]:
        """Kinds and identifier: of what the record defines, and of each thing it refers to."""
        if isinstance(record, Document):
            for kind, name in record.broken:
                yield from _defines(kind, name)
            return
        yield from _defines(record.KIND, record.id)
        for reference in references(record):
            yield keys.one_of(reference.kinds, reference.name)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each record that refers to something that is not there."""
        if any(_is_defined_by(record, group.key) for record in group.members):
            return
        kinds, name = group.key.space, group.key.parts[0]
        near = _nearest(group, name)
        message = f"no {kinds} has the identifier {name!r}"
        if near is not None:
            message += f"; did you mean {near!r}?"
        for record in group.members:
            paths = _paths(record)[group.key]
            places = [record.where(*path, message=f"refers to {name!r}") for path in paths]
            edits = tuple(Edit(p.file, p.pointer, "replace", near or "") for p in places)
            yield self.finding(
                group,
                message,
                places,
                help=f"write {near!r}, or record {name!r}" if near else f"record {name!r}",
                fix=Fix(f"write {near!r}", edits) if near else None,
            )


@remembered  # a record whose every reference dangles meets one group for each
def _paths(of: Record) -> Mapping[Key, list[Path]]:
    """Where a record refers to what, by key."""
    found: defaultdict[Key, list[Path]] = defaultdict(list)
    for reference in references(of):
        found[keys.one_of(reference.kinds, reference.name)].append(reference.path)
    return found


def _defines(kind: str, name: str) -> Iterable[Key]:
    return (keys.one_of(kinds, name) for kinds in reference_kinds(kind))


def _is_defined_by(record: Record, key: Key) -> bool:
    """Whether a member of a group is what the group's references look for."""
    if isinstance(record, Document):
        return True
    return record.id == key.parts[0] and record.KIND in keys.kinds_of(key)


def _nearest(group: Group, name: str) -> str | None:
    known: set[str] = set()
    for kind in keys.kinds_of(group.key):
        identifiers = group.find(Identifiers, kind)
        if identifiers is not None:
            known |= identifiers.like(name)
    return nearest(name, known)
