"""Every page of the demonstration ledger in a real browser, in each form and language."""

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

import checks
from editions import FORMS

NARROW = 320
"""Pixels: the narrowest window without sideways scroll (WCAG 2.2, 1.4.10 Reflow)."""

ON_EACH_PAGE = [checks.painted_as_read, checks.skips_to_the_content]

BY_FRAGMENT = "in one file a fragment names what is shown, and there the keyboard goes on"


@pytest.fixture(scope="session", params=FORMS, ids=lambda form: form.name)
def edition(request, tmp_path_factory):
    written = request.param.write(tmp_path_factory.mktemp(request.param.name))
    assert written.pages
    return written


def faults_of(check, view, edition, pages):
    found = {edition.name(path): check(view.show(path)) for path in pages}
    return {name: faults for name, faults in found.items() if faults}


def test_no_request_leaves_the_folder(edition, window):
    view = window(edition.folder)
    for path in edition.pages:
        view.show(path)
    assert view.faults == []


def test_the_html_is_valid(edition):
    assert checks.valid(edition.folder) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(edition, window, scheme):
    view = window(edition.folder, scheme=scheme)
    assert faults_of(checks.accessible, view, edition, edition.kinds) == {}


@pytest.mark.parametrize("check", ON_EACH_PAGE, ids=lambda check: check.__name__)
def test_each_page(edition, window, check):
    if check is checks.skips_to_the_content and edition.form.name.startswith("single"):
        pytest.skip(BY_FRAGMENT)
    assert faults_of(check, window(edition.folder), edition, edition.pages) == {}


def test_nothing_scrolls_sideways_on_a_small_telephone(edition, window):
    view = window(edition.folder, width=NARROW)
    assert faults_of(checks.fits, view, edition, edition.pages) == {}


@pytest.mark.parametrize("width", [1280, NARROW])
def test_the_keyboard_reaches_everything(edition, window, width):
    view = window(edition.folder, width=width)
    assert faults_of(checks.reachable_by_keyboard, view, edition, edition.kinds) == {}


def test_the_pdf_holds_the_arabic_text(edition, window):
    view = window(edition.folder)
    assert faults_of(checks.printed_in_full, view, edition, edition.kinds) == {}


def test_every_page_says_its_language(edition, window):
    view = window(edition.folder)
    for path in edition.pages:
        page = view.show(path)
        assert page.evaluate("document.documentElement.lang") == edition.form.language
