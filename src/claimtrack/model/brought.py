"""Which findings a change of a ledger brought, and at which of their places it shows.

Everything is compared; only what is shown is chosen. A place is new where its record is not as it
was, or was not there: records are compared as in `claimtrack.model.changes`, by what they say. Of a
record that changed, an entry of a list (a verdict, a quote, an event of a history) that stood there
as it is now is no new place.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import has

from claimtrack.findings import Finding, Location, pointer, steps
from claimtrack.model.changes import RecordChange, appeared, changes
from claimtrack.model.content import keys_of
from claimtrack.model.ledger import Ledger
from claimtrack.model.record import Origin

IsNew = Callable[[Location], bool]
"""Whether a change made a place what it is."""


def brought(
    before: Sequence[Finding], after: Sequence[Finding], old: Ledger, new: Ledger
) -> list[Finding]:
    """The findings of `after` that the change from `old` to `new` brought, in their order.

    A finding is brought where `before` lacks its fingerprint, unless it is what remains of one: a
    conflict that lost a party and is otherwise as it was. Each is shown at its first new place, and
    the others follow in their order; without a new place (a text that changed, a decision that is
    gone) it stays where it is. Linear in both ledgers and in the places of the findings.
    """
    found = appeared(before, after)
    if not found:
        return []
    is_new = _NewPlaces(old, new)
    remains = _remains(before, is_new)
    return [_at_new_place(finding, is_new) for finding in found if not remains(finding)]


def _at_new_place(finding: Finding, is_new: IsNew) -> Finding:
    if is_new(finding.primary):
        return finding
    first = next((place for place in finding.related if is_new(place)), finding.primary)
    others = tuple(place for place in finding.places if place is not first)
    return finding._replace(primary=first, related=others)


def _remains(before: Iterable[Finding], is_new: IsNew) -> Callable[[Finding], bool]:
    """A test whether a finding is an earlier one that lost some of its records, and no more."""
    earlier: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    sizes: list[int] = []
    for number, finding in enumerate(before):
        records = {place.record for place in finding.places}
        sizes.append(len(records))
        for record in records:
            earlier[finding.code, record].add(number)

    def remains(finding: Finding) -> bool:
        if any(map(is_new, finding.places)):
            return False
        records = {place.record for place in finding.places}
        known = sorted((earlier[finding.code, record] for record in records), key=len)
        return any(sizes[number] > len(records) for number in known[0].intersection(*known[1:]))

    return remains


class _NewPlaces:
    """A test whether a place is new; it is asked of findings on the new ledger."""

    def __init__(self, old: Ledger, new: Ledger) -> None:
        self.changes = {
            (change.new.origin.file, change.new.origin.pointer): change
            for change in changes(old, new)
            if change.new is not None
        }
        self.entries: dict[tuple[str, str], frozenset[Any]] = {}

    def __call__(self, place: Location) -> bool:
        end = len(place.pointer)
        while end > 0:  # the pointer of the record that holds the place is a beginning of its own
            change = self.changes.get((place.file, place.pointer[:end]))
            if change is not None:
                return not self.stood(change, place.pointer[end:])
            end = place.pointer.rfind("/", 0, end)
        return False

    def stood(self, change: RecordChange, inside: str) -> bool:
        """Whether a place is in an entry of a list that the old record has just as the new one."""
        old: Any = change.old
        new: Any = change.new
        origin: Origin = change.record.origin
        path = ""
        for step in steps(inside):
            if old is None:
                return False
            if isinstance(new, tuple):
                place = (origin.file, origin.pointer + path)
                if place not in self.entries:
                    self.entries[place] = frozenset(old)
                position = _position(origin, path, step)
                return position < len(new) and new[position] in self.entries[place]
            name = next((name for name, key, _ in keys_of(new.__class__) if key == step), "")
            old, new = getattr(old, name, None), getattr(new, name, None)
            path += pointer(step)
            if not (isinstance(new, tuple) or has(type(new))):
                return False
        return False


def _position(origin: Origin, path: str, step: str) -> int:
    """The position in a record's list of what stands at another one in its file.

    Beyond every list for what the record does not have: an entry that could not be read.
    """
    kept = dict(origin.shortened).get(path)
    if not step.isdecimal() or (kept is not None and int(step) not in kept):
        return sys.maxsize
    return int(step) if kept is None else kept.index(int(step))
