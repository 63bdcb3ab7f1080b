"""What the search page looks in: every record in one line, and the table that folds a query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from markupsafe import Markup

from claimtrack.reports.html.places import SingleLinks, SiteLinks
from claimtrack.reports.messages import Messages
from claimtrack.reports.view import Entry, Report
from claimtrack.text.folding import EVERY_SIGN

MOST_CLAIMS = 20_000
"""Claims that are searched, the newest: with more the page would be too large to open at once."""
KINDS = ("proposition", "actor", "article", "claim")


def search_data(report: Report, to: SiteLinks | SingleLinks, m: Messages) -> Markup:
    """The data block of the search page, in which nothing can end the element that holds it."""
    kinds = _json({kind: m(f"kind.{kind}") for kind in KINDS})
    entries = ",\n".join(_json(entry) for entry in _entries(report, to))
    return Markup(  # noqa: S704 - JSON in a data block
        f'{{"signs":{_signs()},"kinds":{kinds},"entries":[{entries}]}}'
    )


def _json(value: Any) -> str:
    """JSON in which no `<` could end the element: it stands in strings alone."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


@cache
def _signs() -> str:
    """Every sign that a folding changes, and what it becomes: the product's own table.

    In ASCII, since some of the signs would turn the text of the page around.
    """
    table = {chr(code): new for code, new in sorted(EVERY_SIGN.items())}
    return json.dumps(table, separators=(",", ":"))


def _entries(report: Report, to: SiteLinks | SingleLinks) -> Iterator[list[Any]]:
    index = report.index
    newest = index.claims[-MOST_CLAIMS:]
    for entries in (index.propositions, index.actors, index.articles, newest):
        for entry in entries:
            yield _line(entry, to.ref(entry.ref))


def _line(entry: Entry, place: str) -> list[Any]:
    label = entry.ref.label
    detail = entry.outlet.label if entry.outlet else None
    more = [detail.text, detail.lang, detail.dir] if detail else ["", "", "ltr"]
    return [place, entry.ref.kind, label.text, label.lang, label.dir, *more, entry.words]
