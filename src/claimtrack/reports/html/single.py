"""The report as one file: every page a section of it, of which the browser shows the one asked for.

Without a script: the section that an address names is the one that is shown, else the front page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.reports.html.environment import environment, own
from claimtrack.reports.html.inline import changes, linking
from claimtrack.reports.html.pages import NAVIGATION, pages
from claimtrack.reports.html.places import SingleLinks
from claimtrack.reports.html.policy import SEARCH
from claimtrack.reports.html.search import MOST_CLAIMS, search_data
from claimtrack.reports.messages import messages
from claimtrack.reports.view import Report

FILE = "report.html"


def render_single(report: Report, language: str = "en") -> Iterator[str]:
    """The text of the file, a page at a time."""
    m, to = messages(language), SingleLinks()
    shared: dict[str, Any] = {
        **own(SEARCH),
        "report": report,
        "nav": NAVIGATION,
        "m": m,
        "to": to,
        "link": linking(to, m),
        **changes(m),
        "page": None,
    }
    templates = environment()
    yield templates.get_template("single_head.html").render(shared)
    section = templates.get_template("section.html")
    for page in pages(report):
        given = page.make()
        if page.name == "search":
            given |= {"most_claims": MOST_CLAIMS, "index": search_data(report, to, m)}
        yield section.render({**shared, **given, "page": page})
    yield templates.get_template("single_tail.html").render(shared)
