"""Phrases of one direction among words of the other, measured where they stand on the screen."""

from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

from checks import painted_as_read, script
from editions import FORMS

LEDGER = Path(__file__).with_name("mixed.yaml")

RIGHTWARDS = [
    "20 years",
    "15 more years",
    "48.5 metres",
    "Open Gauge Ltd",
    "Halvath Water Board",
    "Teshmar Dam",
]
LEFTWARDS = ["سد تشمار الكبير", "هل يصمد السد", "٣٥ جثة", "٢٠ سنة", "خط أحمر صريح"]


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.name)
def edition(request, tmp_path_factory):
    return request.param.write(tmp_path_factory.mktemp(request.param.name), LEDGER)


SHOW_ALL = """() => {
  for (const page of document.querySelectorAll('.single .page')) page.style.display = 'block';
}"""
"""In one file a fragment names the page that is shown: here all of them are."""


def seen(view, edition, phrase):
    """For each place where the phrase is seen, its words from the left to the right."""
    found = []
    for path in edition.pages:
        page = view.show(path)
        page.evaluate(SHOW_ALL)
        found += page.evaluate(script("phrases"), phrase)
    return found


@pytest.mark.parametrize("phrase", RIGHTWARDS)
def test_a_phrase_of_latin_words_runs_to_the_right(edition, window, phrase):
    places = seen(window(edition.folder), edition, phrase)
    assert places
    assert all(words == phrase.split() for words in places)


@pytest.mark.parametrize("phrase", LEFTWARDS)
def test_a_phrase_of_arabic_words_runs_to_the_left(edition, window, phrase):
    places = seen(window(edition.folder), edition, phrase)
    assert places
    assert all(words == phrase.split()[::-1] for words in places)


def test_every_word_is_painted_as_it_is_read(edition, window):
    view = window(edition.folder)
    assert [fault for path in edition.pages for fault in painted_as_read(view.show(path))] == []
