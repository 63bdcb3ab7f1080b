"""What changed between two states of a ledger: in records and what they say, not in lines of files.

Records are compared by kind and identifier, fields by their values. A record that only moved, to
another file or place, and text that was only set in another way in YAML, are no change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from attrs import NOTHING, frozen, has

from claimtrack.findings import Finding
from claimtrack.model.content import Plain, content, keys_of, plain
from claimtrack.model.ledger import KINDS, Ledger
from claimtrack.model.localized import Localized
from claimtrack.model.record import Record
from claimtrack.model.words import Lifecycle
from claimtrack.text.dates import Date
from claimtrack.text.words import words

Path = tuple[str | int, ...]
"""Keys and positions from a record to a value, as `Record.where` takes them."""


class Facet(StrEnum):
    """What sort of change it is, in the words of whoever reviews it."""

    NEW = "new"
    """The record was not there."""
    REMOVED = "removed"
    """The record is not there any more."""
    WITHDRAWN = "withdrawn"
    """The claim was taken back: its lifecycle is now `retracted` or `withdrawn`."""
    REWORDED = "reworded"
    """Other words: a statement, the words of a quote, a proposition's text, a title, a name."""
    VALUE = "value"
    """Another value, or the date at which it holds; how a proposition's values are read."""
    STANCE = "stance"
    """Another side is taken."""
    STATUS = "status"
    """Another answer to "did they say it?" or "is it live?", or another history."""
    QUOTES = "quotes"
    """Quotes were added or removed, or are addressed or translated in another way."""
    ATTRIBUTION = "attribution"
    """Said by somebody else, by another cue, or through other hands."""
    VERDICTS = "verdicts"
    """Judgements on a proposition."""
    DETAILS = "details"
    """Anything else."""


class FieldChange(NamedTuple):
    """One value that changed: where, from what, to what; None where there is nothing."""

    path: Path
    old: Plain | None
    new: Plain | None
    facet: Facet


@frozen
class RecordChange:
    """A record that is new, gone, or says something else."""

    old: Record | None
    new: Record | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is now, else as it was."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise ValueError("a change has a record before or after it")
        return found

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What sorts of change there are, each once, in the order of `Facet`."""
        if self.old is None or self.new is None:
            return (Facet.NEW if self.old is None else Facet.REMOVED,)
        found = {change.facet for change in self.fields}
        return tuple(facet for facet in Facet if facet in found)


_FACETS = {
    ("claim", "statement"): Facet.REWORDED,
    ("claim", "value"): Facet.VALUE,
    ("claim", "as_of"): Facet.VALUE,
    ("claim", "stance"): Facet.STANCE,
    ("claim", "status"): Facet.STATUS,
    ("claim", "history"): Facet.STATUS,
    ("claim", "quotes"): Facet.QUOTES,
    ("claim", "speaker"): Facet.ATTRIBUTION,
    ("claim", "attribution"): Facet.ATTRIBUTION,
    ("proposition", "text"): Facet.REWORDED,
    ("proposition", "value"): Facet.VALUE,
    ("proposition", "verdicts"): Facet.VERDICTS,
    ("article", "title"): Facet.REWORDED,
    ("article", "status"): Facet.STATUS,
    ("article", "corrections"): Facet.STATUS,
    ("actor", "name"): Facet.REWORDED,
}
"""By kind of record and key; what is not here is a detail."""

_TAKEN_BACK = (Lifecycle.RETRACTED, Lifecycle.WITHDRAWN)
ORDER = ("claims", "propositions", "articles", "occasions", "actors", "decisions")
"""The kinds of records, by the name of their list, in the order in which changes are told."""
_RANK = {KINDS[name]: rank for rank, name in enumerate(ORDER)}


def changes(old: Ledger, new: Ledger) -> tuple[RecordChange, ...]:
    """The records that differ: claims first, in the order of files.

    Of several records with one identifier, those that are equal are the same; the others are
    compared in the order of their places. Linear in the size of both ledgers.
    """
    before, after = _by_ref(old), _by_ref(new)
    found: list[RecordChange] = []
    for ref in before.keys() | after.keys():
        gone, came = _unmatched(before.get(ref, []), after.get(ref, []))
        for place in range(max(len(gone), len(came))):
            one = gone[place] if place < len(gone) else None
            other = came[place] if place < len(came) else None
            both = one is not None and other is not None
            fields = tuple(_fields(one, other)) if both else ()
            # Texts in another order of languages say the same.
            if fields or not both:
                found.append(RecordChange(one, other, fields))
    return tuple(sorted(found, key=_place))


def appeared(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings of `after` that `before` does not have, in their order, by fingerprint."""
    known = Counter(finding.fingerprint for finding in before)
    found = []
    for finding in after:
        if known[finding.fingerprint]:
            known[finding.fingerprint] -= 1
        else:
            found.append(finding)
    return found


def _by_ref(ledger: Ledger) -> dict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in ledger.records:
        found[record.ref].append(record)
    return found


def _place(change: RecordChange) -> tuple[Any, ...]:
    record = change.record
    return _RANK[type(record)], *record.origin.sort_key, record.id


def _unmatched(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What each of two lists has that the other has not, however often."""
    if old == new:
        return [], []
    left, right = Counter(new), Counter(old)
    return _minus(old, left), _minus(new, right)


def _minus(items: Iterable[Any], known: Counter[Any]) -> list[Any]:
    rest = []
    for item in items:
        if known[item]:
            known[item] -= 1
        else:
            rest.append(item)
    return rest


def _fields(old: Any, new: Any) -> Iterator[FieldChange]:
    for name, key, _ in keys_of(new.__class__):
        for path, one, other in _values(getattr(old, name), getattr(new, name), (key,)):
            yield FieldChange(path, one, other, _facet(new.KIND, path, other))


def _facet(kind: str, path: Path, new: Plain | None) -> Facet:
    if kind == "claim" and path[:2] == ("status", "lifecycle") and new in _TAKEN_BACK:
        return Facet.WITHDRAWN
    if kind == "claim" and path[0] == "quotes" and path[-1] == "exact":
        return Facet.REWORDED
    return _FACETS.get((kind, str(path[0])), Facet.DETAILS)


_Change = tuple[Path, Plain | None, Plain | None]


def _values(old: Any, new: Any, path: Path) -> Iterator[_Change]:
    """The smallest values that differ; the model is finite, and so is the way down into it."""
    if old == new:
        return
    some = old if old is not None else new
    if isinstance(some, Localized):
        yield from _texts(old, new, path)
    elif isinstance(some, tuple):
        yield from _entries(old, new, path)
    elif has(type(some)) and not isinstance(some, Date):
        for name, key, default in keys_of(some.__class__):
            empty = None if default is NOTHING else default
            one = empty if old is None else getattr(old, name)
            other = empty if new is None else getattr(new, name)
            yield from _values(one, other, (*path, key))
    else:
        yield path, _plain(old), _plain(new)


def _plain(value: Any) -> Plain | None:
    return None if value is None else plain(value)


def _texts(old: Localized | None, new: Localized | None, path: Path) -> Iterator[_Change]:
    before, after = dict(old or ()), dict(new or ())
    for tag in {**before, **after}:
        if before.get(tag) != after.get(tag):
            yield (*path, tag), before.get(tag), after.get(tag)


def _entries(old: tuple[Any, ...], new: tuple[Any, ...], path: Path) -> Iterator[_Change]:
    """The entries of a list that differ; one whose most part stayed is the same, changed."""
    gone, came = _unmatched(old, new)
    if (not gone and not came) or isinstance((*old, *new)[0], tuple):
        yield path, plain(old), plain(new)
        return
    places = {id(entry): place for place, entry in enumerate(new)}
    one, other = 0, 0
    while one < len(gone) or other < len(came):
        left, right = len(gone) - one, len(came) - other
        if left and right and _is_alike(gone[one], came[other]):
            yield from _values(gone[one], came[other], (*path, places[id(came[other])]))
            one, other = one + 1, other + 1
            continue
        if left and left >= right:
            yield path, plain(gone[one]), None
            one += 1
        if right and right >= left:
            yield path, None, plain(came[other])
            other += 1


def _is_alike(old: Any, new: Any) -> bool:
    """Whether two entries have half in common, values or words, and so has their longest text."""
    if isinstance(old, str):
        return False
    one, other = content(old), content(new)
    likeness = {key: _likeness(one[key], other[key]) for key in one if key in other}
    longest = max(likeness, key=lambda key: len(str(one[key])), default="")
    shared = sum(likeness.values())
    return 2 * shared >= max(len(one), len(other)) and 2 * likeness.get(longest, 0) >= 1


def _likeness(old: Plain, new: Plain) -> float:
    if old == new:
        return 1
    if not isinstance(old, str) or not isinstance(new, str):
        return 0
    one, other = ({word.wide for word in words(text)} for text in (old, new))
    return len(one & other) / max(len(one), len(other), 1)
