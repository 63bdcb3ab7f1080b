"""The findings by rule, each with the rule's own page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimtrack.reports.finding_view import FindingView, RuleView
from claimtrack.reports.pages import page_text
from claimtrack.reports.runs import cleaned
from claimtrack.rule import AnyRule


def rule_views(findings: Sequence[FindingView], rules: Iterable[AnyRule]) -> tuple[RuleView, ...]:
    """The rules that found something, gravest first, then by code."""
    pages = {rule.code: tuple(page_text(rule).split("\n\n")) for rule in rules}
    found: defaultdict[str, list[FindingView]] = defaultdict(list)
    for finding in findings:
        found[finding.code].append(finding)
    # Findings come gravest first, so a rule stands where its gravest finding does.
    order = sorted(found, key=lambda code: (_weight(found[code]), code))
    return tuple(
        RuleView(
            code=code,
            name=found[code][0].name,
            severity=found[code][0].severity,
            page=tuple(map(cleaned, pages.get(code, ()))),
            findings=tuple(found[code]),
        )
        for code in order
    )


def _weight(findings: Sequence[FindingView]) -> int:
    return ("error", "warning", "info").index(findings[0].severity.word)
