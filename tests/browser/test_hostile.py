"""Words that try to be markup, addresses that try to run, names without an end: in a browser."""

import json

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

import checks
from editions import FORMS

SCRIPT = "</script></style></title><img src=x onerror=alert(1)><script>alert(1)</script>"
ATTRIBUTE = "\" onfocus='alert(1)' autofocus x=\""
OVERRIDE = "ab\u202ecd\u2066ef"
ENDLESS = "n" * 10_000
ENDLESS_ARABIC = "ن" * 10_000

LEDGER = {
    "actors": [
        {"id": "wire", "kind": "outlet", "name": {"en": ENDLESS, "ar": ENDLESS_ARABIC}},
        {"id": "duvri", "kind": "person", "name": SCRIPT, "note": ATTRIBUTE},
    ],
    "propositions": [{"id": "dam", "text": {"en": SCRIPT, "ar": OVERRIDE}, "topics": [ATTRIBUTE]}],
    "articles": [
        {
            "id": "a1",
            "outlet": "wire",
            "title": ATTRIBUTE,
            "language": "en",
            "published": "2031-05-03",
            "url": "javascript:alert(1)",
        }
    ],
    "claims": [
        {"id": "late", "article": "a1", "speaker": "duvri", "proposition": "dam", "note": ENDLESS},
        {
            "id": "early",
            "article": "a1",
            "speaker": "duvri",
            "statement": {"en": SCRIPT, "ar": ENDLESS_ARABIC},
            "quotes": [{"exact": OVERRIDE, "language": "en"}],
        },
        {"id": "lost", "article": "nowhere", "speaker": "nobody", "statement": "It rained"},
    ],
}


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.name)
def edition(request, tmp_path_factory):
    source = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    source.write_text(json.dumps(LEDGER), encoding="utf-8")  # JSON is YAML
    return request.param.write(tmp_path_factory.mktemp(request.param.name), source)


def test_nothing_runs_and_nothing_is_fetched(edition, window):
    view = window(edition.folder)
    for path in edition.pages:
        view.show(path)
    assert view.faults == []


def test_the_words_are_shown(edition, window):
    view = window(edition.folder)
    shown = [view.show(path).evaluate("document.body.textContent") for path in edition.pages]
    assert any(SCRIPT in text for text in shown)
    assert any(ATTRIBUTE in text for text in shown)


def test_no_link_runs_anything(edition, window):
    view = window(edition.folder)
    schemes = "[...new Set([...document.links].map(link => link.protocol))]"
    for path in edition.pages:
        assert set(view.show(path).evaluate(schemes)) <= {"file:", "http:", "https:"}


def test_a_name_without_an_end_widens_no_page(edition, window):
    view = window(edition.folder, width=320)
    faults = {edition.name(path): checks.fits(view.show(path)) for path in edition.pages}
    assert not any(faults.values()), faults
