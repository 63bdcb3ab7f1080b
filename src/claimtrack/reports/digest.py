"""The digest: what an editor must know this morning, as short Markdown for e-mail, chat or CI.

It has no links into the report, since it travels without it. Nothing of a ledger is read as
Markdown or HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from claimtrack.reports.commonmark import escaped, said
from claimtrack.reports.dossier_views import Part
from claimtrack.reports.edition import Due, Edition, Holding, News
from claimtrack.reports.finding_view import FindingView
from claimtrack.reports.messages import Messages, messages
from claimtrack.reports.view import Report

FILE = "digest.md"
MOST: Final = 10
"""Lines of one sort; how many more there are is said."""


def render(report: Report, language: str = "en") -> Iterator[str]:
    """The text, a line at a time; `language` is the interface's."""
    return (f"{line}\n" for line in _Digest(messages(language)).lines(report))


class _Digest:
    def __init__(self, m: Messages) -> None:
        self.m = m

    def lines(self, report: Report) -> Iterator[str]:
        m, counts = self.m, report.counts
        yield f"# {said(report.title)}"
        yield from ("", " · ".join(self.edition(report.edition)), "")
        levels = (("error", counts.errors), ("warning", counts.warnings), ("info", counts.infos))
        yield " · ".join(f"**{count:,}** {m('tile.' + word)}" for word, count in levels)
        if not counts.files:
            yield from ("", m("label.nothing_checked"))
        if report.edition.since is not None:
            yield from self.changed(report.changed)
        for title, groups in (("disagrees", report.disagreements), ("files", report.file_problems)):
            grave = [one for severity, found in groups if severity.word != "info" for one in found]
            yield from self.section(m(f"label.{title}"), map(self.finding, grave))
        for sort, due in groupby(report.due, key=lambda one: one.sort):
            yield from self.section(m(f"due.{sort}"), map(self.due, due))
        gaps = (f"- {gap.count:,} {escaped(m.gap(gap.why))}" for gap in report.gaps)
        yield from self.section(m("label.unchecked"), gaps)

    def edition(self, edition: Edition) -> Iterator[str]:
        m = self.m
        yield f"{m('label.as_of')} {said(edition.as_of)}"
        if edition.commit:
            dirty = f" ({m('label.dirty')})" if edition.dirty else ""
            yield f"{m('label.commit')} `{edition.commit}`{dirty}"
        if edition.since is not None:
            yield f"{m('label.since')} {said(edition.since)}"
        for sort, value in edition.filters:
            yield f"{m('filter.' + sort)} {said(value)}"
        yield f"{m('label.version')} {escaped(edition.version)}"

    def section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield from ("", f"## {title} ({len(found):,})", "")
            yield from found[:MOST]
        if len(found) > MOST:
            yield f"- … +{len(found) - MOST:,}"

    def changed(self, changed: Iterable[Holding]) -> Iterator[str]:
        holdings = list(changed)
        if not holdings:
            yield from ("", self.m("label.nothing_changed"))
        for holding in holdings:
            yield from self.section(self.m(f"change.{holding.sort}"), map(self.news, holding.news))

    def news(self, news: News) -> str:
        about = [self.m(f"kind.{news.ref.kind}")]
        about += [said(news.speaker.label)] if news.speaker else []
        about.append(said(news.ref.label))
        about += [said(news.subject)] if news.subject else []
        changes = "; ".join(filter(None, (self.parts(one.parts) for one in news.altered[:3])))
        return "- " + " · ".join(about) + (f": {changes}" if changes else "")

    def parts(self, parts: Iterable[Part]) -> str:
        marks = {"old": "~~{}~~", "new": "**{}**", "same": "{}"}
        return " ".join(marks[part.change].format(said(part.words)) for part in parts)

    def finding(self, finding: FindingView) -> str:
        rule = self.m.rules.get(finding.name)
        means = f"{escaped(rule.title)} " if rule else ""
        called = f"{escaped(finding.code)} {escaped(finding.name)}"
        return f"- {called}: {means}{said(finding.message.cut(300))}"

    def due(self, due: Due) -> str:
        date = f" ({said(due.date)})" if due.date else ""
        return f"- {said(due.message.cut(300))}{date}"
