"""What a correction reaches, as a person reads it in a terminal and as a program reads it.

The memo that an editor sends is in `memo`. All tell the same things in the same order: our own
articles first, since somebody must do something about them today.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from claimtrack.findings import Location
from claimtrack.impact import Copy, Impact, Loose, Reached
from claimtrack.model import Article, CapturedText, Claim, Localized, Proposition
from claimtrack.reports.json import finding_data
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.reports.text import headline
from claimtrack.text.excerpt import cut

SCHEMA = "claimtrack-impact/1"

Placed = Callable[[Location], Location]
"""Gives a place with its line and column."""


class Words:
    """How to say what is reached; `language` is that of the ledger, `names` calls an outlet."""

    def __init__(self, placed: Placed, names: Callable[[str], str], language: str = "en") -> None:
        self.placed = placed
        self.names = names
        self.language = language

    def at(self, place: Location) -> str:
        """A place as `file:line:column`."""
        found = self.placed(place)
        return f"{found.file}:{found.line}:{found.column}"

    def shown(self, text: Localized) -> str:
        """A text in the ledger's language, else in the first one written."""
        return text.best(self.language)[1]

    def article(self, article: Article) -> str:
        """Outlet, day and headline of an article."""
        title = cut(self.shown(article.title))
        return f"{self.names(article.outlet)}, {article.published.day()}: {title}"

    def target(self, impact: Impact) -> str:
        """What reaches so far: a correction, or what a captured text alone has."""
        record = impact.target
        if isinstance(record, CapturedText):
            return f"what stands only in the captured text {record.id}"
        return f"a correction of {record.ref}"

    def says(self, one: Reached) -> str:
        """What a reached record says."""
        record = one.record
        if isinstance(record, Claim):
            if record.quotes:
                return f"«{cut(record.quotes[0].exact)}»"
            if record.statement is not None:
                return cut(self.shown(record.statement))
            return f"{record.stance.replace('_', ' ')} {record.proposition}"
        if isinstance(record, Article):
            return cut(self.shown(record.title))
        return cut(self.shown(record.text)) if isinstance(record, Proposition) else ""


def render(impact: Impact, words: Words, paint: Paint = PLAIN) -> Iterator[str]:
    """The lines for a terminal: ours, the copies, quotes, policy, and everything by distance."""
    where = f" ({words.article(impact.article)})" if impact.article is not None else ""
    yield paint.strong(paint.text(f"{words.target(impact)}{where} reaches:")) + "\n"
    yield from _part("ours", [_reached(one, words, paint) for one in impact.ours], paint)
    copies = [_copy(one, words, paint) for one in impact.copies]
    yield from _part("copies and texts with its words", copies, paint)
    loose = [_loose(one, words, paint) for one in impact.loose]
    yield from _part("quotes that lose their anchor", loose, paint)
    dropped = [
        f"{headline(finding, paint)} ({paint.text(finding.primary.record)})"
        for finding in impact.dropped
    ]
    yield from _part("below the policy", dropped, paint)
    everything = [f"{one.distance} {_reached(one, words, paint)}" for one in impact.reached]
    yield from _part("everything, by distance", everything, paint)


def _part(title: str, lines: list[str], paint: Paint) -> Iterator[str]:
    yield f"\n{paint.strong(title)}\n"
    yield from (f"  {line}\n" for line in lines or ["none"])


def _reached(one: Reached, words: Words, paint: Paint) -> str:
    ended = "" if one.stands else " (history)"
    what = f"{one.record.ref} {one.relation} {one.on}{ended}: {words.says(one)}"
    return f"{paint.place(paint.text(words.at(one.place)))} {paint.text(what)}"


def _copy(one: Copy, words: Words, paint: Paint) -> str:
    state = "carries a notice" if one.has_notice else "carries no notice"
    credit = "" if one.is_declared else ", credits nobody"
    where = "".join(f"; its words at {words.at(place)}" for place in one.carries)
    return paint.text(f"{one.article.ref} ({words.article(one.article)}) {state}{credit}{where}")


def _loose(one: Loose, words: Words, paint: Paint) -> str:
    told = f"{one.claim.ref} «{cut(one.exact)}»; it stands at {words.at(one.found)}"
    return f"{paint.place(paint.text(words.at(one.place)))} {paint.text(told)}"


def render_json(impact: Impact, words: Words, *, plain: bool = False) -> Iterator[str]:
    """One JSON document; `plain` escapes all but ASCII."""
    table = {
        "schema": SCHEMA,
        "target": impact.target.ref,
        "article": None if impact.article is None else impact.article.id,
        "reaches_us": impact.reaches_us,
        "reached": [_reached_data(one, words) for one in impact.reached],
        "loose": [
            {
                "record": one.claim.ref,
                "exact": one.exact,
                "place": _place(one.place, words),
                "found": _place(one.found, words),
            }
            for one in impact.loose
        ],
        "copies": [
            {
                "article": one.article.id,
                "is_ours": one.is_ours,
                "is_declared": one.is_declared,
                "has_notice": one.has_notice,
                "carries": [_place(place, words) for place in one.carries],
            }
            for one in impact.copies
        ],
        "dropped": [finding_data(finding) for finding in impact.dropped],
    }
    yield json.dumps(table, ensure_ascii=plain, indent=2) + "\n"


def _reached_data(one: Reached, words: Words) -> dict[str, Any]:
    return {
        "record": one.record.ref,
        "distance": one.distance,
        "relation": one.relation,
        "on": one.on,
        "article": None if one.article is None else one.article.id,
        "is_ours": one.is_ours,
        "stands": one.stands,
        "says": words.says(one),
        "place": _place(one.place, words),
    }


def _place(place: Location, words: Words) -> dict[str, Any]:
    found = words.placed(place)
    return {"file": found.file, "line": found.line, "column": found.column}
