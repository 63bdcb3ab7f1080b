"""Renders the pages with Jinja2: autoescape, strict names, and no way out for a ledger's words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimtrack.reports.html.policy import policy, stylesheet
from claimtrack.reports.links import weburl
from claimtrack.reports.marks import Ref
from claimtrack.reports.messages import Messages, messages
from claimtrack.reports.runs import cleaned
from claimtrack.reports.view import Report

PAGES: Final = ("index", "propositions", "speakers", "articles", "findings")
"""The pages in the order of the navigation; each is a file `<page>.html` and its template."""

_PAGE_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "proposition": "propositions",
        "claim": "propositions",
        "actor": "speakers",
        "article": "articles",
        "finding": "findings",
    }
)


def render(report: Report, language: str = "en") -> dict[str, str]:
    """The text of each file of the report, by file name.

    `language` is the interface's. Raises `KeyError` where there are no messages in it. The same
    report always gives the same text.
    """
    environment = _environment()
    told: Messages = messages(language)
    return {
        f"{page}.html": environment.get_template(f"{page}.html").render(
            report=report,
            page=page,
            pages=PAGES,
            m=told,
            style=Markup(stylesheet()),  # noqa: S704 - our own file
            policy=policy(),
        )
        for page in PAGES
    }


def address(kind: str, anchor: str) -> str:
    """The address of a record's place in the report, from any of its pages; empty without one."""
    return f"{_PAGE_OF[kind]}.html#{anchor}" if anchor and kind in _PAGE_OF else ""


def _ref_address(ref: Ref) -> str:
    return address(ref.kind, ref.anchor)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimtrack.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = {"weburl": weburl, "cleaned": cleaned, "address": _ref_address}
    environment.filters.update(filters)
    environment.globals.update(address=address)
    return environment
