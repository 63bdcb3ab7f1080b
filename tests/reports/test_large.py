"""Records of which very much is said, and long lists: pages stay small, and nothing is lost."""

import posixpath

import pytest
from large_report import CLAIMS, OUTLETS, told
from ledgers import report_of
from markup import Page

import claimtrack
from claimtrack.reports.build import State
from claimtrack.reports.html import render_single, render_site
from claimtrack.reports.html.pages import LINES_A_PAGE, WIDEST
from claimtrack.reports.html.pages import Page as Part


def loaded(**size):
    return claimtrack.loads(told(**size))


@pytest.fixture(scope="module")
def report():
    return report_of(loaded())


@pytest.fixture(scope="module")
def site(report):
    return {name: Page(text) for name, text in render_site(report)}


def linked(site, name):
    """The pages to which a page links."""
    folder = posixpath.dirname(name)
    hrefs = (href for href in site[name].hrefs if not href.startswith("#"))
    return [posixpath.normpath(posixpath.join(folder, href)) for href in hrefs]


def parts(site, name):
    return [one for one in site if one == f"{name}.html" or one.startswith(f"{name}~p")]


@pytest.mark.parametrize(
    ("name", "times", "count"), [("propositions/p", 1, 3), ("speakers/mayor", 2, 5)]
)
def test_its_lines_go_on_over_further_pages(site, name, times, count):
    pages = parts(site, name)
    assert len(pages) == count
    found = [href for page in pages for href in linked(site, page) if href.startswith("claims/c")]
    assert {*found} >= {f"claims/c{n}.html" for n in range(CLAIMS)}
    for page in pages:
        lines = [tag for tag, at in site[page].elements if "claim" in at.get("class", "").split()]
        assert len(lines) <= LINES_A_PAGE
        assert {*pages} <= {*linked(site, page)}
    assert times * CLAIMS > (count - 1) * LINES_A_PAGE


def test_an_actor_says_where_each_of_its_lanes_begins(site):
    text = " ".join(site["speakers/mayor.html"].text.split())
    assert f"dam {CLAIMS} town {CLAIMS}" in text
    assert "town" in " ".join(site["speakers/mayor~p3.html"].text.split())


def test_every_link_has_its_place(site):
    for name in site:
        for href in linked(site, name):
            file, _, anchor = href.partition("#")
            assert file in site, (name, href)
            assert not anchor or anchor in site[file].ids, (name, href)


def test_one_file_has_each_page_once(report):
    page = Page("".join(render_single(report)))
    assert len(page.ids) == len({*page.ids})
    assert {href[1:] for href in page.hrefs} <= {*page.ids, "content"}


def test_a_matrix_that_is_too_wide_lists_the_outlets_that_spoke(site):
    tags = [tag for tag, _ in site["matrix.html"].elements]
    assert "table" not in tags
    assert site["matrix.html"].text.count("Outlet ") == OUTLETS
    narrow = dict(render_site(report_of(loaded(outlets=WIDEST))))["matrix.html"]
    assert '<table class="matrix">' in narrow


@pytest.mark.parametrize(
    ("number", "of", "stops"),
    [
        (1, 1, [1]),
        (2, 5, [1, 2, 3, 4, 5]),
        (1, 100, [1, 2, 3, 11, 21, 31, 41, 51, 61, 71, 81, 91, 100]),
        (47, 100, [1, 11, 21, 31, 41, 45, 46, 47, 48, 49, 51, 61, 71, 81, 91, 100]),
    ],
)
def test_a_pager_leads_to_the_ends_to_those_beside_it_and_far_apart(number, of, stops):
    part = Part(name="p", template="", nav="", anchor="", title="", number=number, of=of)
    assert part.stops == stops


def test_the_front_page_shows_the_first_of_what_changed_and_leads_to_the_rest():
    report = report_of(loaded(), state=State(since="v1", before=loaded(claims=100)))
    found = {name: Page(text) for name, text in render_site(report)}
    assert "changes.html" in linked(found, "index.html")
    assert f"{CLAIMS - 100 - 10} more" in " ".join(found["index.html"].text.split())
    changed = {href for href in linked(found, "changes.html") if href.startswith("claims/")}
    assert changed == {f"claims/c{n}.html" for n in range(100, CLAIMS)}
