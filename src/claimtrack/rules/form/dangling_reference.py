"""CT006: a reference to a record that the ledger does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Severity
from claimtrack.model import (
    Actor,
    Article,
    Claim,
    Decision,
    Identifiers,
    Occasion,
    Proposition,
    Record,
    references,
)
from claimtrack.model.references import Path
from claimtrack.rule import Fixable, Group, Rule
from claimtrack.rules import keys
from claimtrack.text.near import nearest

Kinds = tuple[str, ...]
"""The kinds of record of which one would do."""


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
    )
    unread = keys.WORDING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each thing that is not there, with every place that refers to it."""
        for record in group.members:
            for (kinds, name), paths in _named(record).items():
                if not any(group.holds(kind, name) for kind in kinds):
                    yield self._dangles(group, record, kinds, name, paths)

    def _dangles(
        self, group: Group, record: Record, kinds: Kinds, name: str, paths: Iterable[Path]
    ) -> Finding:
        key = keys.one_of(kinds, name)
        near = _nearest(group, kinds, name)
        message = f"no {key.space} has the identifier {name!r}"
        if near is not None:
            message += f"; did you mean {near!r}?"
        places = [record.where(*path, message=f"refers to {name!r}") for path in paths]
        edits = tuple(Edit(p.file, p.pointer, "replace", near or "") for p in places)
        return self.finding(
            group,
            message,
            places,
            help=f"write {near!r}, or record {name!r}" if near else f"record {name!r}",
            fix=Fix(f"write {near!r}", edits) if near else None,
            about=str(key),
        )


def _named(record: Record) -> Mapping[tuple[Kinds, str], list[Path]]:
    """What a record refers to, and where."""
    found: defaultdict[tuple[Kinds, str], list[Path]] = defaultdict(list)
    for reference in references(record):
        found[reference.kinds, reference.name].append(reference.path)
    return found


def _nearest(group: Group, kinds: Kinds, name: str) -> str | None:
    known: set[str] = set()
    for kind in kinds:
        identifiers = group.find(Identifiers, kind)
        if identifiers is not None:
            known |= identifiers.like(name)
    return _nearest_among(name, frozenset(known))


@lru_cache(maxsize=1024)
def _nearest_among(name: str, known: frozenset[str]) -> str | None:
    """The nearest of some names, found once for all who refer to one that is not there."""
    return nearest(name, known)
