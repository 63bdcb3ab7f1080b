"""Findings for a person at a terminal: what, where, what stands in the other places, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from claimtrack.findings import Finding, Location, Severity
from claimtrack.reports.excerpt import excerpt
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.result import Result, Summary
from claimtrack.text.lines import lines_of

Read = Callable[[str], str | None]
"""Gives the text of a file of the ledger, or None."""

MOST_EXCERPTS = 5
"""Related places that are shown with their line; the rest are named."""


def render(result: Result, read: Read, paint: Paint = PLAIN) -> Iterator[str]:
    """The report, one block of lines at a time: each finding in full, then the account."""
    printer = _Printer(read, paint)
    for finding in result.findings:
        yield "\n".join(printer.finding(finding)) + "\n\n"
    yield from (line + "\n" for line in account(result.summary, paint))


def render_concise(result: Result, paint: Paint = PLAIN) -> Iterator[str]:
    """One line for each finding, then the account."""
    for finding in result.findings:
        yield headline(finding, paint) + "\n"
    yield from (line + "\n" for line in account(result.summary, paint))


def headline(finding: Finding, paint: Paint = PLAIN) -> str:
    """`file:line:column: CODE severity message`, on one line."""
    at = finding.primary
    where = paint.place(f"{paint.text(at.file)}:{at.line}:{at.column}:")
    what = paint.severity(f"{finding.code} {finding.severity}", finding.severity)
    return f"{where} {what} {paint.text(finding.message)}"


class _Printer:
    def __init__(self, read: Read, paint: Paint) -> None:
        self.paint = paint

        @cache
        def lines(file: str) -> list[str]:
            return lines_of(read(file) or "")

        self.lines = lines

    def finding(self, finding: Finding) -> Iterator[str]:
        paint = self.paint
        title = paint.severity(f"{finding.code} {finding.name}", finding.severity)
        level = paint.dim(f"[{finding.severity}]")
        yield f"{title} {level} {paint.strong(paint.text(finding.message))}"
        shown = finding.related[:MOST_EXCERPTS]
        gutter = max(len(str(place.line)) for place in (finding.primary, *shown))
        yield from self.place(finding.primary, gutter, "-->", "^", finding.severity)
        for place in shown:
            yield from self.place(place, gutter, ":::", "-", Severity.INFO)
        rest = finding.related[MOST_EXCERPTS:]
        if rest:
            yield f"{' ' * gutter} {paint.dim('=')} {_counted(len(rest), 'more place')}:"
            for place in rest:
                says = f": {paint.text(place.message)}" if place.message else ""
                yield f"{' ' * gutter}   {self.where(place)}{says}"
        if finding.help:
            advice = f"{paint.strong('help:')} {paint.text(finding.help)}"
            yield f"{' ' * gutter} {paint.dim('=')} {advice}"

    def where(self, place: Location) -> str:
        return f"{self.paint.text(place.file)}:{place.line}:{place.column}"

    def place(
        self, place: Location, gutter: int, arrow: str, mark: str, severity: Severity
    ) -> Iterator[str]:
        paint = self.paint
        yield f"{' ' * gutter}{paint.dim(arrow)} {paint.place(self.where(place))}"
        found = excerpt(self.lines(place.file), place, paint.encoding)
        says = paint.text(place.message)
        bar = paint.dim("|")
        if found is None or not found.text.strip():
            if says:
                yield f"{' ' * gutter} {bar} {says}"
            return
        yield f"{' ' * gutter} {bar}"
        yield f"{paint.dim(str(found.number).rjust(gutter))} {bar} {found.text}"
        marks = paint.severity(mark * found.length, severity)
        yield f"{' ' * gutter} {bar} {' ' * found.indent}{marks} {says}".rstrip()


def account(summary: Summary, paint: Paint = PLAIN) -> Iterator[str]:
    """How much was checked and what came of it; the last line is the one to read."""
    skipped = sum(summary.checks_skipped.values())
    held_back = paint.text(_listed(summary.suppressed))
    if held_back:
        yield paint.dim(f"not shown: {held_back}")
    if summary.unused_baseline:
        unused = _counted(summary.unused_baseline, "finding")
        yield paint.dim(f"accepted in the baseline, but not there any more: {unused}")
    found = ", ".join(
        paint.severity(_counted(count, level), Severity.parse(level))
        for level, count in summary.findings.items()
        if count
    )
    records = sum(summary.records.values())
    checked = (
        f"checked {_counted(records, 'record')} in {_counted(summary.files, 'file')} "
        f"with {_counted(summary.checks_run, 'check')}"
    )
    why = f"; skipped {skipped} ({paint.text(_listed(summary.checks_skipped))})" if skipped else ""
    yield f"{found or paint.good('no findings')}: {checked}{why}"


def _counted(count: int, noun: str) -> str:
    if noun == "info":
        return f"{count} info"
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _listed(counts: object) -> str:
    items: Iterable[tuple[str, int]] = getattr(counts, "items", dict)()
    return ", ".join(f"{name} {count}" for name, count in items if count)
