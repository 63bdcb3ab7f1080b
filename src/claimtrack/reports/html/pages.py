"""The pages of a report, one after another: each with its template and what that is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from claimtrack.reports.dossier_views import Row
from claimtrack.reports.html.places import FINDINGS_A_PAGE, numbered, page_name, rule_page
from claimtrack.reports.marks import Ref
from claimtrack.reports.messages import Messages
from claimtrack.reports.names import anchor_of
from claimtrack.reports.runs import Run
from claimtrack.reports.view import ActorView, ArticleView, Index, PropositionView, Report

_UNDER: Final[Mapping[str, str]] = MappingProxyType(
    {"unassigned": "propositions", "changes": "index", "due": "index"}
)
"""Pages without a place in the navigation, and the page to which they belong."""

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
LINES_A_PAGE: Final = 100
"""Claims of a record that stand on one page."""
WIDEST: Final = 12
"""Columns of a table of outlets; with more, each proposition lists those that spoke."""
_STRIDES: Final = 10
"""Into how many strides a pager divides a long list."""
_BESIDE: Final = 2
"""Pages before and after the one shown to which a pager leads."""


@frozen(kw_only=True)
class Page:
    """One page: what makes it is asked for only when it is written."""

    name: str
    """Its path without an ending; of several parts of one list the first one's."""
    template: str
    nav: str
    """The page of the navigation to which it belongs."""
    anchor: str
    """Its place where all pages stand in one file; of several parts the first one's."""
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

    @property
    def section(self) -> str:
        """The identifier of its section where all pages stand in one file."""
        return numbered(self.anchor, self.number)

    @property
    def stops(self) -> Sequence[int]:
        """The parts to which a pager leads: the ends, those beside it, and some far apart."""
        beside = range(self.number - _BESIDE, self.number + _BESIDE + 1)
        apart = range(1, self.of, max(1, self.of // _STRIDES))
        return sorted(n for n in {1, self.of, *apart, *beside} if 1 <= n <= self.of)

    def title_of(self, m: Messages) -> str:
        """Its title in the language of the interface, with its number where it goes on."""
        title = m(self.title) if isinstance(self.title, str) else self.title.cut(80).text
        return title if self.number == 1 else f"{title} ({self.number})"


def pages(report: Report) -> Iterator[Page]:
    """Every page of a report, the front page first."""
    yield _listed("index", "index.html")
    yield from _overflow(report)
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


def _overflow(report: Report) -> Iterator[Page]:
    """What the front page shows the first of: all that changed, and all that is due."""
    if report.edition.since is not None:
        changes = [(holding.sort, one) for holding in report.changed for one in holding.news]
        yield from _chunks("changes", "changes.html", changes, ENTRIES_A_PAGE, _by_sort)
    if report.due:
        due = [(one.sort, one) for one in report.due]
        yield from _chunks("due", "due.html", due, ENTRIES_A_PAGE, _by_sort)


def _by_sort(shown: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """What is shown, a section for each sort."""
    sections = ((sort, [one for _, one in some]) for sort, some in groupby(shown, itemgetter(0)))
    return {"sections": list(sections)}


def _matrix(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows of one page, and the outlets that have a cell in any, in the order of the rows.

    Where they are too many for the columns of a table there are none.
    """
    shown = list(rows)
    outlets: dict[Ref, None] = dict.fromkeys(cell.outlet for row in shown for cell in row.cells)
    if len(outlets) > WIDEST:
        return {"rows": [(row, ()) for row in shown], "outlets": ()}
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
            nav=_UNDER.get(name, name),
            anchor=f"page-{name}",
            title=f"page.{name}",
            make=partial(given, part),
            number=number,
            of=of,
        )


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
                anchor=anchor,
                title=Run(f"{rule.code} {rule.name}", "", "ltr"),
                make=partial(dict, rule=rule, findings=found),
                number=number,
                of=of,
            )


def _records(kind: str, nav: str, views: Sequence[Any], entries: Sequence[Any]) -> Iterator[Page]:
    """The pages of each record; view and entry of a record stand at the same place."""
    view = lru_cache(maxsize=1)(views.__getitem__)  # one for all pages of a record
    for place, entry in enumerate(entries):
        of = max(1, -(-entry.lines // LINES_A_PAGE))
        for number in range(1, of + 1):
            yield Page(
                name=page_name(kind, entry.ref.anchor),
                template=f"{kind}.html",
                nav=nav,
                anchor=entry.ref.anchor,
                title=entry.ref.label,
                make=partial(_record, kind, view, place, (number - 1) * LINES_A_PAGE),
                number=number,
                of=of,
            )


def _record(kind: str, view: Callable[[int], Any], place: int, start: int) -> dict[str, Any]:
    item, lines = view(place), _LINES.get(kind)
    listed = {} if lines is None else lines(item, start, start + LINES_A_PAGE)
    return {"item": item, **listed}


def _claims(item: PropositionView | ArticleView, start: int, stop: int) -> dict[str, Any]:
    return {"claims": item.claims[start:stop]}


def _lanes(item: ActorView, start: int, stop: int) -> dict[str, Any]:
    """The lines of an actor: its lanes one after another, then what it prints in its own voice."""
    shown, contents, done = [], [], 0
    for lane in item.lanes:
        contents.append((lane.topic, len(lane.turns), done // LINES_A_PAGE + 1))
        turns = lane.turns[max(0, start - done) : max(0, stop - done)]
        if turns:
            shown.append((lane.topic, turns))
        done += len(lane.turns)
    own = item.own_voice[max(0, start - done) : max(0, stop - done)]
    return {"lanes": shown, "own_voice": own, "contents": contents}


_LINES: Final[Mapping[str, Callable[[Any, int, int], dict[str, Any]]]] = MappingProxyType(
    {"proposition": _claims, "article": _claims, "actor": _lanes}
)
"""By kind of record, what its page lists, from one number to another. A claim lists nothing."""
