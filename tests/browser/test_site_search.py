"""The search of a report: what is spelled in another way is found all the same."""

import json

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

from editions import FORMS

LEDGER = {
    "actors": [
        {"id": "wire", "kind": "outlet", "name": "The Wire"},
        {"id": "halfawi", "kind": "person", "name": {"ar": "عبّاس حلفاوي", "en": "Abbas Halfawi"}},
        {"id": "aubry", "kind": "person", "name": "Aubry Fenn"},
    ],
    "propositions": [{"id": "families", "text": "نُقلت ٢٠ أسرة من الوادي"}],
    "articles": [
        {
            "id": "a1",
            "outlet": "wire",
            "title": "Twenty moved",
            "language": "en",
            "published": "2031-05-03",
        }
    ],
    "claims": [
        {"id": "c1", "article": "a1", "speaker": "halfawi", "proposition": "families"},
        {"id": "c2", "article": "a1", "speaker": "aubry", "proposition": "families"},
    ],
}

FIELD = "input[type=search]"


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.name)
def edition(request, tmp_path_factory):
    source = tmp_path_factory.mktemp("search") / "ledger.yaml"
    source.write_text(json.dumps(LEDGER), encoding="utf-8")  # JSON is YAML
    return request.param.write(tmp_path_factory.mktemp(request.param.name), source)


@pytest.fixture
def search(edition, window):
    """Types a query and gives the texts and addresses of the links that are found."""
    view = window(edition.folder)
    pages = (path for path in edition.pages if view.show(path).query_selector(FIELD))
    path = next(pages, None)
    if path is None:
        pytest.skip(f"no page of {edition.form.name} has a search")

    def ask(query):
        page = view.show(path)
        field = page.locator(FIELD)
        if not field.is_visible():  # in one file a fragment names the page that is shown
            page.evaluate("location.hash = 'page-search'")
        field.fill(query)
        found = field.locator("xpath=..").get_by_role("link")
        return {link.inner_text(): link.get_attribute("href") for link in found.all()}

    ask.view, ask.folder = view, path.parent
    return ask


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("عباس", "halfawi"),
        ("حلفاوى", "halfawi"),
        ("عبّــاس", "halfawi"),
        ("HALFAWI", "halfawi"),
        ("fenn aubry", "aubry"),
        ("20", "families"),
        ("٢٠ اسرة", "families"),
    ],
)
def test_other_spellings_are_found(search, query, found):
    assert any(found in address for address in search(query).values())


@pytest.mark.parametrize("query", ["zelhan", "زلحان", "</script>", "\\", "[", "  "])
def test_what_is_not_there_is_not_found(search, query):
    assert search(query) == {}


def test_what_is_found_can_be_opened(search):
    for address in search("عباس").values():
        assert (search.folder / address.split("#")[0]).is_file() or address.startswith("#")
    assert search.view.faults == []
