"""Where the pages of a report show each record, and how one page links to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimtrack.reports.marks import Ref
from claimtrack.reports.names import anchor_of
from claimtrack.reports.view import Report

if TYPE_CHECKING:
    from claimtrack.reports.html.pages import Page

FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claim": "claims",
        "proposition": "propositions",
        "actor": "speakers",
        "article": "articles",
        "rule": "rules",
    }
)
"""The folder of the pages of each kind of record."""

FINDINGS_A_PAGE: Final = 100
"""Findings of one rule that stand on one page."""

# Windows opens a device, not a file, by these names, whatever their ending.
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST: Final = 120


def page_name(kind: str, anchor: str) -> str:
    """The path of a record's page without its ending: `claims/a1-toll`."""
    name = anchor.removeprefix(f"{kind}-")
    if _DEVICE.fullmatch(name):
        # An underscore begins no identifier, and a digest is longer.
        name = f"_{name}"
    elif len(name) > _LONGEST:
        name = anchor_of("long", name + " ").removeprefix("long-")
    return f"{FOLDERS[kind]}/{name}"


def numbered(name: str, number: int) -> str:
    """The name of one page of several; the first has none of its own.

    A tilde stands in no identifier, and before a letter in no anchor: no record has that name.
    """
    return name if number == 1 else f"{name}~p{number}"


class Places:
    """The page on which each finding of a report stands."""

    def __init__(self, report: Report) -> None:
        self.finding: dict[str, str] = {}
        for rule in report.rules:
            name = rule_page(rule.code)
            for place, finding in enumerate(rule.findings):
                page = numbered(name, place // FINDINGS_A_PAGE + 1)
                self.finding[finding.anchor] = page


def rule_page(code: str) -> str:
    """The path of a rule's page without its ending."""
    return page_name("rule", anchor_of("rule", code.lower()))


class SiteLinks:
    """Links of a page of a folder: relative, so that it may lie anywhere."""

    def __init__(self, places: Places, here: str = "") -> None:
        self._places = places
        self._up = "../" * here.count("/")

    def __call__(self, kind: str, anchor: str) -> str:
        """The address of a record or a finding; empty where no page shows it."""
        if kind == "finding":
            page = self._places.finding.get(anchor)
            return f"{self._up}{page}.html#{anchor}" if page else ""
        if not anchor or kind not in FOLDERS:
            return ""
        return f"{self._up}{page_name(kind, anchor)}.html"

    def ref(self, ref: Ref) -> str:
        """The address of a mention."""
        return self(ref.kind, ref.anchor)

    def rule(self, code: str) -> str:
        """The address of a rule's page."""
        return f"{self._up}{rule_page(code)}.html"

    def page(self, name: str) -> str:
        """The address of a page by its name."""
        return f"{self._up}{name}.html"

    def severity(self, word: str) -> str:
        """The address of the findings of a severity."""
        return f"{self.page('findings')}#findings-{word}"

    def part(self, page: Page, number: int) -> str:
        """The address of another page of the same list."""
        return f"{self._up}{numbered(page.name, number)}.html"


class SingleLinks:
    """Links inside one file."""

    def __call__(self, kind: str, anchor: str) -> str:
        """The address of a record or a finding; empty where nothing shows it."""
        shown = anchor and (kind == "finding" or kind in FOLDERS)
        return f"#{anchor}" if shown else ""

    def ref(self, ref: Ref) -> str:
        """The address of a mention."""
        return self(ref.kind, ref.anchor)

    def rule(self, code: str) -> str:
        """The address of a rule's page."""
        return f"#{anchor_of('rule', code.lower())}"

    def page(self, name: str) -> str:
        """The address of a page by its name."""
        return f"#page-{name}"

    def severity(self, word: str) -> str:
        """The address of the findings of a severity."""
        return f"#findings-{word}"

    def part(self, page: Page, number: int) -> str:
        """The address of another page of the same list."""
        return f"#{numbered(page.anchor, number)}"
