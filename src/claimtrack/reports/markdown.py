"""The report as one Markdown file (CommonMark): for a chat, an e-mail, the summary of a CI run.

Nothing that comes from a ledger is read as Markdown or HTML. Right-to-left words are isolated with
Unicode's own characters (U+2067 … U+2069), since Markdown has no direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from claimtrack.reports.claim_view import ClaimView, QuoteView
from claimtrack.reports.commonmark import escaped, said
from claimtrack.reports.finding_view import FindingView, Place
from claimtrack.reports.links import weburl
from claimtrack.reports.marks import Badge, Ref
from claimtrack.reports.messages import Messages, messages
from claimtrack.reports.runs import cleaned
from claimtrack.reports.view import ActorView, ArticleView, PropositionView, Report, VerdictView

FILE = "report.md"


def render(report: Report, language: str = "en") -> Iterator[str]:
    """The text of the one file, a line at a time; `language` is the interface's."""
    return (f"{line}\n" for line in _Page(messages(language)).lines(report))


class _Page:
    def __init__(self, told: Messages) -> None:
        self.m = told

    def lines(self, report: Report) -> Iterator[str]:
        m = self.m
        yield f"# {said(report.title)}"
        yield ""
        counts = report.counts
        yield (
            f"{m('label.as_of')} {said(report.edition.as_of)} · {m.count('files', counts.files)} · "
            f"{m.count('checks', counts.checks)} · {m.count('claims', counts.claims)} · "
            f"{m('label.version')} {escaped(report.edition.version)}"
        )
        if not counts.files:
            yield from ("", m("label.nothing_checked"))
        yield from self.section(m("page.findings"), self.findings(report))
        yield from self.section(m("label.unchecked"), self.gaps(report))
        yield from self.section(m("page.propositions"), self.propositions(report))
        yield from self.section(m("page.speakers"), self.speakers(report.actors))
        yield from self.section(m("page.articles"), self.articles(report.articles))

    def section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        yield from ("", f"## {title}", "")
        empty = True
        for line in lines:
            empty = False
            yield line
        if empty:
            yield self.m("label.no_records")

    def findings(self, report: Report) -> Iterator[str]:
        if not report.findings:
            yield f"{self.m('label.nothing_found')} {self.m('label.not_checked_warning')}"
        for finding in report.findings:
            yield from self.finding(finding)

    def finding(self, finding: FindingView) -> Iterator[str]:
        rule = self.m.rules.get(finding.name)
        means = f"{escaped(rule.title)} " if rule else ""
        yield (
            f"- {_anchor(finding.anchor)}**{self.m.word(finding.severity)}** "
            f"{escaped(finding.code)} {escaped(finding.name)}: {means}{said(finding.message)}"
        )
        for place in finding.places:
            where = f"{said(place.file)}:{place.line}:{place.column}" if place.line else ""
            record = self.link(place.record) if place.record else ""
            printed = said(place.printed) if place.printed else ""
            parts = (where or said(place.file), record, printed, said(place.says))
            yield "  - " + " · ".join(part for part in parts if part)
            yield from self.side(place)
        todo = [escaped(rule.do)] if rule else []
        todo += [said(finding.help)] if finding.help.text else []
        if todo:
            yield f"  - *{self.m('label.what_to_do')}:* {' '.join(todo)}"

    def side(self, place: Place) -> Iterator[str]:
        """What stands at a place of a finding: by whom, and in which words."""
        m, saying = self.m, place.saying
        if place.notice:
            yield f"    - {m('label.notice')} “{said(place.notice)}”"
        if saying is None:
            return
        speaker = f"**{self.link(saying.speaker)}**{m('label.takes')}{m.word(saying.stance)}"
        topic = f"{m('label.upon')}{self.link(saying.proposition)}" if saying.proposition else ""
        yield f"    - {speaker}{topic}"
        if saying.words and saying.quoted:
            yield f"    - “{said(saying.words)}”"
        elif saying.words:
            yield f"    - {m('label.own_words')} {said(saying.words)}"

    def gaps(self, report: Report) -> Iterator[str]:
        for gap in report.gaps:
            yield f"- {gap.count:,} {escaped(self.m.gap(gap.why))}"
        if not report.gaps and report.counts.files:
            yield self.m("label.everything_checked")
        for gap in report.silenced:
            yield f"- {self.m('label.silenced')}: {gap.count:,} {escaped(self.m.gap(gap.why))}"

    def propositions(self, report: Report) -> Iterator[str]:
        for item in report.propositions:
            yield from self.proposition(item)
        if report.unassigned:
            yield from (f"### {self.m('page.unassigned')}", "")
            yield from self.claims(report.unassigned)

    def proposition(self, item: PropositionView) -> Iterator[str]:
        yield f"### {_anchor(item.anchor)}{said(item.text)}"
        yield ""
        for text in item.other_texts:
            yield from (said(text), "")
        if item.missing:
            yield from (f"*{self.m('label.missing_proposition')}*", "")
        for verdict in item.verdicts:
            yield self.verdict(verdict)
        yield from self.claims(item.claims)
        if not item.claims:
            yield from (self.m("label.no_claims"), "")

    def verdict(self, verdict: VerdictView) -> str:
        parts = [f"**{self.m.word(verdict.veracity)}**", self.link(verdict.reviewer)]
        parts.append(said(verdict.date))
        if verdict.lifecycle.word != "active":
            parts.append(self.m.word(verdict.lifecycle))
        if verdict.label:
            parts.append(f"“{said(verdict.label)}”")
        if verdict.url:
            parts.append(_web(verdict.url, self.m("label.review")))
        return f"- {self.m('axis.veracity')} " + ", ".join(parts)

    def claims(self, claims: Sequence[ClaimView]) -> Iterator[str]:
        for claim in claims:
            yield from self.claim(claim)
        if claims:
            yield ""

    def claim(self, claim: ClaimView) -> Iterator[str]:
        m = self.m
        when = f"{said(claim.said)}: " if claim.said else ""
        own = f" ({m('label.says_itself')})" if claim.own_voice else ""
        value = f" **{said(claim.value)}**" if claim.value else ""
        yield (
            f"- {_anchor(claim.anchor)}{when}**{self.link(claim.speaker)}**{own}"
            f"{m('label.takes')}{m.word(claim.stance)}{value}"
        )
        if claim.statement:
            yield f"  - {said(claim.statement)}"
        for quoted in claim.quotes:
            yield f"  - {self.quote(quoted)}"
        badges: tuple[Badge, ...] = (claim.attribution, claim.lifecycle)
        outlet = f", {self.link(claim.outlet)}" if claim.outlet else ""
        yield (
            f"  - {', '.join(map(m.word, badges))} · {m('label.in_article')} "
            f"{self.link(claim.article)}{outlet}"
        )
        if claim.note:
            yield f"  - {m('label.note')}: {said(claim.note)}"
        if claim.findings:
            found = (f"[{escaped(f.code)} {escaped(f.name)}](#{f.anchor})" for f in claim.findings)
            yield f"  - {m('page.findings')}: {', '.join(found)}"

    def quote(self, quoted: QuoteView) -> str:
        translations = (f" (“{said(t.text)}”)" for t in quoted.translations)
        return f"“{said(quoted.exact)}”" + "".join(translations)

    def speakers(self, actors: Iterable[ActorView]) -> Iterator[str]:
        for actor in actors:
            names = "".join(f" · {said(name)}" for name in actor.other_names)
            missing = f" *{self.m('label.missing')}*" if actor.missing else ""
            yield f"- {_anchor(actor.anchor)}**{said(actor.name)}**{names}{missing}"
            for claim in (*actor.claims, *actor.own_voice):
                topic = said(claim.proposition.label) if claim.proposition else ""
                topic = topic or (said(claim.statement.short) if claim.statement else "")
                topic = topic or said(claim.id)
                stance = f"{self.m.word(claim.stance)}{self.m('label.upon')}"
                yield f"  - {stance}[{topic}](#{claim.anchor})"

    def articles(self, articles: Iterable[ArticleView]) -> Iterator[str]:
        for item in articles:
            status = f" · {self.m.word(item.status)}" if item.status.word != "usable" else ""
            url = f" · {_web(item.url, self.m('label.original'))}" if item.url else ""
            yield (
                f"- {_anchor(item.anchor)}{said(item.published)} **{said(item.title)}**, "
                f"{self.link(item.outlet)} · {self.m.count('claims', len(item.claims))}"
                f"{status}{url}"
            )

    def link(self, ref: Ref) -> str:
        label = said(ref.label) or "…"
        text = f"[{label}](#{ref.anchor})" if ref.anchor else label
        return f"{text} ({self.m('label.' + ref.absence)})" if ref.absence else text


def _anchor(anchor: str) -> str:
    return f'<a id="{anchor}"></a>'


def _web(url: str, label: str) -> str:
    safe = weburl(url)
    return f"[{label}]({quote(safe, safe=_URL)})" if safe else escaped(cleaned(url))


_URL = "%/:?#@!$&'*+,;=~"
