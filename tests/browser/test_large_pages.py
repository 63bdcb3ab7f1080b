"""Records that go on over further pages, a wide matrix and a list of changes, in a browser."""

import subprocess
import sys

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

import checks
from editions import FORMS, Edition
from large_report import CLAIMS, told
from repositories import Repository


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.name)
def edition(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param.name)
    repository = Repository(folder)
    repository.commit({"claims/large.yaml": told(claims=CLAIMS - 20)}, tag="v1")
    repository.commit({"claims/large.yaml": told()})
    options = (*request.param.options, "--since", "v1", "--as-of", "2031-06-01", "--out", "out")
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "claimtrack", "report", *options],
        check=True,
        cwd=folder,
        capture_output=True,
    )
    return Edition(request.param, folder / "out")


def large(edition):
    """The pages that the demonstration ledger has none of."""
    names = ("changes", "matrix", "mayor", "p")
    found = [page for page in edition.pages if page.stem.partition("~")[0] in names]
    return found or edition.pages


def test_the_html_is_valid(edition):
    assert checks.valid(edition.folder) == []


def test_axe_finds_nothing(edition, window):
    view = window(edition.folder)
    assert {page.name: checks.accessible(view.show(page)) for page in large(edition)} == {
        page.name: [] for page in large(edition)
    }


def test_nothing_scrolls_sideways_on_a_small_telephone(edition, window):
    view = window(edition.folder, width=320)
    assert {page.name: checks.fits(view.show(page)) for page in large(edition)} == {
        page.name: [] for page in large(edition)
    }
