"""The report as a folder of pages, made one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.reports.html.environment import environment, own
from claimtrack.reports.html.inline import changes, linking
from claimtrack.reports.html.pages import NAVIGATION, Page, pages
from claimtrack.reports.html.places import Places, SiteLinks
from claimtrack.reports.html.policy import LIVE, SEARCH
from claimtrack.reports.html.search import MOST_CLAIMS, search_data
from claimtrack.reports.messages import messages
from claimtrack.reports.view import Report


class Site:
    """The pages of a report in the language of an interface.

    With `live`, pages look whether the ledger changed, for `claimtrack serve`. Raises `KeyError`
    where there are no messages in that language. The same report always gives the same text.
    """

    def __init__(self, report: Report, language: str = "en", *, live: bool = False) -> None:
        self.report = report
        self._m = messages(language)
        self._places = Places(report)
        self._live = (LIVE,) if live else ()

    def __iter__(self) -> Iterator[Page]:
        return pages(self.report)

    def render(self, page: Page) -> str:
        """The text of one page."""
        to = SiteLinks(self._places, page.name)
        scripts, given = self._live, page.make()
        if page.name == "search":
            scripts = (SEARCH, *self._live)
            given |= {"most_claims": MOST_CLAIMS, "index": search_data(self.report, to, self._m)}
        context: dict[str, Any] = {
            **own(*scripts),
            "link": linking(to, self._m),
            **changes(self._m),
            **given,
        }
        return (
            environment()
            .get_template("frame.html")
            .render(report=self.report, page=page, nav=NAVIGATION, m=self._m, to=to, **context)
        )


def render_site(report: Report, language: str = "en") -> Iterator[tuple[str, str]]:
    """The path and text of each page, the front page first."""
    site = Site(report, language)
    return ((page.path, site.render(page)) for page in site)
