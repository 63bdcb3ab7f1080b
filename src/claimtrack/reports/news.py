"""What changed since an earlier edition, sorted as an editor asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from claimtrack.model import Claim, Ledger
from claimtrack.model.changes import Facet, FieldChange, RecordChange, changes
from claimtrack.model.content import Plain
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.differences import parts_of
from claimtrack.reports.dossier_views import Part
from claimtrack.reports.edition import Altered, Holding, News
from claimtrack.reports.names import Names
from claimtrack.reports.runs import Run, code_run, run_of

SORTS: Final[Mapping[str, tuple[Facet, ...]]] = MappingProxyType(
    {
        "withdrawn": (Facet.WITHDRAWN, Facet.REMOVED),
        "status": (Facet.STATUS, Facet.VERDICTS),
        "reworded": (Facet.REWORDED, Facet.QUOTES),
        "said": (Facet.VALUE, Facet.STANCE, Facet.ATTRIBUTION),
        "new": (Facet.NEW,),
        "details": (Facet.DETAILS,),
    }
)
"""Sorts of change, the gravest first; a record stands under the first of its own."""


def news(claims: Claims, old: Ledger | None) -> tuple[Holding, ...]:
    """What differs from an earlier state, by sort; nothing without an earlier state."""
    if old is None:
        return ()
    names = claims.names
    found: dict[str, list[News]] = {sort: [] for sort in SORTS}
    for change in changes(old, names.ledger):
        if change.record.KIND != "decision" and names.scope.holds(
            change.record.KIND, change.record.id
        ):
            found[_sort(change)].append(_news(claims, change))
    return tuple(Holding(sort, tuple(some)) for sort, some in found.items() if some)


def _sort(change: RecordChange) -> str:
    facets = change.facets
    return next(sort for sort, among in SORTS.items() if any(one in among for one in facets))


def _news(claims: Claims, change: RecordChange) -> News:
    names, record = claims.names, change.record
    altered = tuple(_altered(change.fields))
    if not isinstance(record, Claim):
        return News(names.ref(record.KIND, record.id), None, None, altered)
    about = names.ref("proposition", record.proposition).label if record.proposition else None
    ref = claims.ref(record) if change.new is not None else names.ref("claim", record.id)
    return News(ref, names.speaker(record), about or _stated(names, record), altered)


def _stated(names: Names, claim: Claim) -> Run | None:
    if claim.statement is None:
        return None
    tag, words = claim.statement.best(names.language)
    return run_of(words, tag).short


def _altered(fields: Iterable[FieldChange]) -> Iterator[Altered]:
    for change in fields:
        field = code_run(".".join(map(str, change.path)))
        yield Altered(field, _parts(change.old, change.new))


def _parts(old: Plain | None, new: Plain | None) -> tuple[Part, ...]:
    if isinstance(old, str) and isinstance(new, str) and " " in old and " " in new:
        return parts_of(old, new)
    sides: tuple[tuple[str, Plain | None], ...] = (("old", old), ("new", new))
    return tuple(
        Part("old" if side == "old" else "new", run_of(_flat(value)).short)
        for side, value in sides
        if value not in (None, "")
    )


def _flat(value: Plain | None) -> str:
    """A value on one line: the words of it, without the keys."""
    waiting: list[Plain | None] = [value]
    words: list[str] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += reversed([*one.values()])
        elif isinstance(one, list):
            waiting += reversed(one)
        elif one is not None:
            words.append(str(one))
    return " · ".join(words)
