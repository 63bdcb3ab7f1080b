"""The findings by rule, each with the rule's own page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.reports.finding_view import FindingView, RuleView, by_rule
from claimtrack.reports.pages import page_text
from claimtrack.reports.runs import cleaned
from claimtrack.rule import AnyRule


def rule_views(findings: Sequence[FindingView], rules: Iterable[AnyRule]) -> tuple[RuleView, ...]:
    """The rules that found something: by the rank of their first finding, then by code."""
    pages = {rule.code: tuple(page_text(rule).split("\n\n")) for rule in rules}
    return tuple(
        RuleView(
            code=found[0].code,
            name=found[0].name,
            severity=found[0].severity,
            page=tuple(map(cleaned, pages.get(found[0].code, ()))),
            findings=found,
        )
        for found in by_rule(findings)
    )
