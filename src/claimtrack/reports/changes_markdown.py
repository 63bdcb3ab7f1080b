"""What changed between two ledgers, in Markdown for a pull request (CommonMark, GFM's strike).

Nothing that comes from a ledger is read as Markdown or HTML, and right-to-left words are isolated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.findings import Finding
from claimtrack.model.changes import Facet, RecordChange
from claimtrack.reports.changes import (
    Difference,
    Told,
    by_code,
    summary_line,
    told,
    told_new,
)
from claimtrack.reports.claim_lines import title_of
from claimtrack.reports.commonmark import escaped, said
from claimtrack.reports.runs import code_run, run_of
from claimtrack.text.worddiff import Change

MOST = 60_000
"""Characters that are written; a comment on a pull request holds 65,536."""


def render(difference: Difference) -> Iterator[str]:
    """The summary, then each record with what changed in it, then the findings.

    What does not fit into a comment is counted.
    """
    names = f"{said(code_run(difference.old_name))} → {said(code_run(difference.new_name))}"
    yield f"### Claims: {names}\n\n{escaped(summary_line(difference))}\n"
    room = MOST
    for done, change in enumerate(difference.changes):
        block = "".join(f"{line}\n" for line in _lines(difference, change))
        room -= len(block)
        if room < 0:
            left = len(difference.changes) - done
            yield f"\n*{left} more changed record{'' if left == 1 else 's'}*\n"
            break
        yield ("\n" if done == 0 else "") + block
    for title, findings in (
        ("Findings that are new", difference.appeared),
        ("Findings that are gone", difference.gone),
    ):
        yield from _findings(title, findings, room)


def _lines(difference: Difference, change: RecordChange) -> Iterator[str]:
    record = change.record
    title = said(run_of(title_of(difference.ledger_of(change), record)))
    yield f"- **{', '.join(change.facets)}** {said(code_run(record.ref))}: {title}"
    gone = change.facets[0] is Facet.REMOVED
    for one in (*map(told, change.fields), *(told_new(change) if not change.fields else ())):
        yield f"  - {said(code_run(one.field))}: {_shown(one, gone=gone)}"


def _shown(one: Told, *, gone: bool) -> str:
    if not one.stretches:
        old = _marked("~~", one.old)
        new = _marked("~~" if gone else "**", one.new)
        return " → ".join(part for part in (old, new) if part)
    parts = []
    for stretch in one.stretches:
        if stretch.change is Change.SAME:
            parts.append(said(run_of(stretch.first)))
        else:
            parts += [_marked("~~", stretch.first), _marked("**", stretch.second)]
    return " ".join(part for part in parts if part)


def _marked(mark: str, text: str) -> str:
    words = said(run_of(text.strip()))
    return f"{mark}{words}{mark}" if words else ""


def _findings(title: str, findings: Sequence[Finding], room: int) -> Iterator[str]:
    if not findings:
        return
    yield f"\n**{title}:** {escaped(by_code(findings))}\n\n"
    for done, finding in enumerate(findings):
        at = finding.primary
        place = f"{said(code_run(at.file))}:{at.line}"
        message = said(run_of(finding.message))
        line = f"- **{finding.severity}** {escaped(finding.code)} {message} ({place})\n"
        room -= len(line)
        if room < 0:
            yield f"- *{len(findings) - done} more*\n"
            return
        yield line
