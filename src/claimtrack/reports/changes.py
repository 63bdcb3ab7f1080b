"""What changed between two ledgers: for a person at a terminal, and for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import frozen

from claimtrack.findings import Finding
from claimtrack.model import KINDS, Claim, Ledger, content
from claimtrack.model.changes import ORDER, Facet, FieldChange, RecordChange
from claimtrack.model.content import Plain
from claimtrack.reports.claim_lines import title_of
from claimtrack.reports.json import finding_data, json_text
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.reports.text import headline
from claimtrack.text.terminal import can_show
from claimtrack.text.worddiff import LONGEST, Change, Stretch, shown, word_diff

SCHEMA = "claimtrack-changes/1"
"""Names the shape; it changes when a field changes its meaning."""

_PROSE = ("statement", "text", "title", "name", "exact", "why", "note")
"""Keys whose values are compared word by word."""


@frozen(kw_only=True)
class Difference:
    """Two states of a ledger, what changed in records, and which findings came and went."""

    old_name: str
    new_name: str
    old: Ledger
    new: Ledger
    changes: tuple[RecordChange, ...]
    appeared: Sequence[Finding]
    gone: Sequence[Finding]

    def ledger_of(self, change: RecordChange) -> Ledger:
        """The state in which the record of a change is looked up."""
        return self.old if change.new is None else self.new


class Told(NamedTuple):
    """One changed value in words: the field, what stood and stands there, the difference if any."""

    field: str
    old: str
    new: str
    stretches: tuple[Stretch, ...] = ()


def told(change: FieldChange) -> Told:
    """A changed value, with its difference word by word where it is prose."""
    field = ".".join(str(step) for step in change.path)
    old, new = compact(change.old), compact(change.new)
    stretches: tuple[Stretch, ...] = ()
    if old and new and any(step in _PROSE for step in change.path):
        stretches = tuple(word_diff(old, new))
        differs = any(stretch.change is not Change.SAME for stretch in stretches)
        longest = max(len(old.split()), len(new.split()))
        if not differs or longest > LONGEST:
            stretches = ()
    return Told(field, old, new, stretches)


def told_new(change: RecordChange) -> Iterator[Told]:
    """The words of a claim that came or went."""
    claim = change.record
    if isinstance(claim, Claim):
        for place, quote in enumerate(claim.quotes):
            yield Told(f"quotes.{place}", "", quote.exact)


def compact(value: Plain | None) -> str:
    """A value on one line: `exact: a red line; language: en`."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {compact(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(compact, value))
    return ("yes" if value else "no") if isinstance(value, bool) else value


def summary(difference: Difference) -> dict[str, dict[str, int]]:
    """How many records have each sort of change, by the name of their list in a claim file."""
    counts = Counter(
        (type(change.record), facet) for change in difference.changes for facet in change.facets
    )
    names = {
        name: {str(facet): counts[cls, facet] for facet in Facet if counts[cls, facet]}
        for name, cls in ((name, KINDS[name]) for name in ORDER)
    }
    return {name: found for name, found in names.items() if found}


def summary_line(difference: Difference) -> str:
    """The summary in words: `claims: 1 new, 2 reworded; propositions: 1 verdicts`."""
    listed = "; ".join(
        f"{name}: " + ", ".join(f"{count} {facet}" for facet, count in facets.items())
        for name, facets in summary(difference).items()
    )
    return listed or "no record changed"


def by_code(findings: Sequence[Finding]) -> str:
    """How many findings there are of each code, in the order of codes."""
    counts = Counter(finding.code for finding in findings)
    return ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))


def render_text(difference: Difference, paint: Paint = PLAIN) -> Iterator[str]:
    """Each record with what changed in it, the findings that came and went, and the summary."""
    for change in difference.changes:
        yield "".join(f"{line}\n" for line in _lines(difference, change, paint))
    for verb, findings in (("new", difference.appeared), ("gone", difference.gone)):
        if findings:
            yield paint.strong(f"findings {verb}: {by_code(findings)}") + "\n"
            yield "".join(f"  {headline(finding, paint)}\n" for finding in findings)
    yield f"{summary_line(difference)}\n"


def _lines(difference: Difference, change: RecordChange, paint: Paint) -> Iterator[str]:
    what = paint.strong(", ".join(change.facets))
    record = change.record
    sign = {Facet.NEW: "+", Facet.REMOVED: "-"}.get(change.facets[0], "~")
    yield f"{sign} {paint.text(record.ref)}  {what}  {paint.place(paint.text(record.origin.file))}"
    yield f"    {paint.text(title_of(difference.ledger_of(change), record))}"
    for one in (*map(told, change.fields), *(told_new(change) if not change.fields else ())):
        yield f"    {paint.dim(one.field + ':')} {_shown(one, paint)}"


def _shown(one: Told, paint: Paint) -> str:
    if one.stretches:
        return paint.text(shown(one.stretches))
    if not one.old or not one.new:
        return f"{'+' if one.new else '-'} {paint.text(one.new or one.old)}"
    arrow = "→" if can_show("→", paint.encoding) else "->"
    return f"{paint.text(one.old)} {arrow} {paint.text(one.new)}"


def render_json(difference: Difference, *, plain: bool = False) -> Iterator[str]:
    """The same as one document (`claimtrack-changes/1`); a `plain` one is ASCII."""
    document = {
        "schema": SCHEMA,
        "from": difference.old_name,
        "to": difference.new_name,
        "summary": summary(difference),
        "changes": [_data(change) for change in difference.changes],
        "findings": {
            "appeared": [finding_data(finding) for finding in difference.appeared],
            "disappeared": [finding_data(finding) for finding in difference.gone],
        },
    }
    yield json_text(document, plain, indent=2) + "\n"


def _data(change: RecordChange) -> dict[str, Any]:
    return {
        "record": change.record.ref,
        "changes": [str(facet) for facet in change.facets],
        "file": change.record.origin.file,
        "fields": [
            {
                "path": list(one.path),
                "change": str(one.facet),
                "old": one.old,
                "new": one.new,
            }
            for one in change.fields
        ],
        "content": content(change.record) if not change.fields else None,
    }
