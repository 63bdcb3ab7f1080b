"""The pages of a report, one after another: each with its template and what that is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from claimtrack.reports.dossier_views import Row
from claimtrack.reports.html.places import FINDINGS_A_PAGE, numbered, page_name, rule_page
from claimtrack.reports.marks import Ref
from claimtrack.reports.messages import Messages
from claimtrack.reports.names import anchor_of
from claimtrack.reports.runs import Run
from claimtrack.reports.view import Index, Report

NAVIGATION: Final = (
    "index",
    "propositions",
    "matrix",
    "speakers",
    "articles",
    "corrections",
    "findings",
    "search",
)
"""The pages that every page links to, in order."""

ENTRIES_A_PAGE: Final = 200
ROWS_A_PAGE: Final = 25
DOSSIERS_A_PAGE: Final = 25


@frozen(kw_only=True)
class Page:
    """One page: what makes it is asked for only when it is written."""

    name: str
    """Its path without an ending; of several parts of one list the first one's."""
    template: str
    nav: str
    """The page of the navigation to which it belongs."""
    anchor: str
    """Its place where all pages stand in one file."""
    title: Run | str
    """What it is called, or the message that says so."""
    make: Callable[[], dict[str, Any]] = dict
    """Gives what the template shows besides the report."""
    number: int = 1
    of: int = 1
    """Which part of how many it is."""

    @property
    def path(self) -> str:
        """The path of its file."""
        return f"{numbered(self.name, self.number)}.html"

    def title_of(self, m: Messages) -> str:
        """Its title in the language of the interface."""
        return m(self.title) if isinstance(self.title, str) else self.title.cut(80).text


def pages(report: Report) -> Iterator[Page]:
    """Every page of a report, the front page first."""
    yield _listed("index", "index.html")
    yield from _indexes(report.index)
    yield from _chunks("matrix", "matrix.html", report.matrix, ROWS_A_PAGE, _matrix)
    yield from _chunks(
        "corrections", "corrections.html", report.corrected, DOSSIERS_A_PAGE, _named("items")
    )
    yield _listed("findings", "findings.html")
    yield _listed("search", "search.html")
    if report.unassigned:
        yield from _chunks(
            "unassigned", "unassigned.html", report.unassigned, ENTRIES_A_PAGE, _named("claims")
        )
    yield from _rules(report)
    yield from _records(
        "proposition", "propositions", report.propositions, report.index.propositions
    )
    yield from _records("actor", "speakers", report.actors, report.index.actors)
    yield from _records("article", "articles", report.articles, report.index.articles)
    yield from _records("claim", "propositions", report.claims, report.index.claims)


def _listed(name: str, template: str) -> Page:
    return Page(name=name, template=template, nav=name, anchor=f"page-{name}", title=f"page.{name}")


def _indexes(index: Index) -> Iterator[Page]:
    lists = (
        ("propositions", index.propositions),
        ("speakers", index.actors),
        ("articles", index.articles),
    )
    for name, entries in lists:
        yield from _chunks(name, "entries.html", entries, ENTRIES_A_PAGE, _named("entries"))


def _named(name: str) -> Callable[[Sequence[Any]], dict[str, Any]]:
    return lambda shown: {name: shown}


def _matrix(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows of one page, and the outlets that have a cell in any, in the order of the rows."""
    shown = list(rows)
    outlets: dict[Ref, None] = dict.fromkeys(cell.outlet for row in shown for cell in row.cells)
    cells = ({cell.outlet: cell for cell in row.cells} for row in shown)
    lines = [[found.get(outlet) for outlet in outlets] for found in cells]
    return {"rows": list(zip(shown, lines, strict=True)), "outlets": list(outlets)}


def _chunks(
    name: str,
    template: str,
    shown: Sequence[Any],
    size: int,
    given: Callable[[Sequence[Any]], dict[str, Any]],
) -> Iterator[Page]:
    """A list over as many pages as it needs, one at least."""
    of = max(1, -(-len(shown) // size))
    for number in range(1, of + 1):
        part = shown[(number - 1) * size : number * size]
        yield Page(
            name=name,
            template=template,
            nav="propositions" if name == "unassigned" else name,
            anchor=f"page-{numbered(name, number)}",
            title="label.unassigned" if name == "unassigned" else f"page.{name}",
            make=_bound(given, part),
            number=number,
            of=of,
        )


def _bound(given: Callable[[Any], dict[str, Any]], part: Any) -> Callable[[], dict[str, Any]]:
    return lambda: given(part)


def _rules(report: Report) -> Iterator[Page]:
    for rule in report.rules:
        of = -(-len(rule.findings) // FINDINGS_A_PAGE)
        anchor = anchor_of("rule", rule.code.lower())
        for number in range(1, of + 1):
            start = (number - 1) * FINDINGS_A_PAGE
            found = rule.findings[start : start + FINDINGS_A_PAGE]
            yield Page(
                name=rule_page(rule.code),
                template="rule.html",
                nav="findings",
                anchor=numbered(anchor, number),
                title=Run(f"{rule.code} {rule.name}", "", "ltr"),
                make=_bound(lambda given: {"rule": given[0], "findings": given[1]}, (rule, found)),
                number=number,
                of=of,
            )


def _records(kind: str, nav: str, views: Sequence[Any], entries: Sequence[Any]) -> Iterator[Page]:
    """One page for each record; view and entry of a record stand at the same place."""
    for place, entry in enumerate(entries):
        yield Page(
            name=page_name(kind, entry.ref.anchor),
            template=f"{kind}.html",
            nav=nav,
            anchor=entry.ref.anchor,
            title=entry.ref.label,
            make=_bound(lambda at: {"item": views[at]}, place),
        )
