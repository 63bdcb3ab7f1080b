"""The HTML report: whole, safe, and set in the right direction."""

import base64
import hashlib
import json
import posixpath
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ledgers import FLOOD, HOSTILE, flood, ledger_of, report_of
from markup import Page

import claimtrack
from claimtrack.reports.html import render_single, render_site
from claimtrack.reports.links import weburl


def render(report, language="en"):
    return dict(render_site(report, language))


def pages(ledger):
    return {name: Page(text) for name, text in render(report_of(ledger)).items()}


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>\"'&/=\u202e\u2069ع")))
def test_no_text_breaks_out_of_the_page(text):
    report = report_of(ledger_of(text))
    for whole in ("".join(render_single(report)), *render(report).values()):
        page = Page(whole)
        assert len(page.ids) == len(set(page.ids))


for hostile in HOSTILE:
    test_no_text_breaks_out_of_the_page = example(hostile)(test_no_text_breaks_out_of_the_page)


@pytest.mark.parametrize("text", HOSTILE[:8])
def test_hostile_words_are_shown_as_they_are(text):
    shown = [page.text for name, page in pages(ledger_of(text)).items() if "propositions/" in name]
    assert text in shown[0]


def test_an_override_cannot_reorder_a_page():
    for text in render(report_of(ledger_of("ab\u202ecd\u2066ef"))).values():
        assert not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "https:",
        "https://",
        "http:/\\x.example",
        "https://x.example/\n",
        "https://[",
        "ftp://x.example",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url):
    assert weburl(url) == ""


def test_a_web_address_becomes_a_link():
    page = pages(claimtrack.loads(FLOOD))["propositions/dam-holds.html"]
    assert "https://gauge.example/a?b=1&c=2" in page.hrefs


def test_every_link_inside_the_report_has_its_place():
    found = pages(claimtrack.loads(FLOOD))
    for name, page in found.items():
        for href in page.hrefs:
            if href.startswith("https://"):
                continue
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            assert not file or target in found, href
            assert not anchor or anchor in found[target if file else name].ids, href


def test_every_link_inside_one_file_has_its_place():
    page = Page("".join(render_single(flood())))
    inside = {href.removeprefix("#") for href in page.hrefs if not href.startswith("https://")}
    assert inside <= {*page.ids}
    assert {"page-index", "claim-late", "proposition-dam-holds"} <= {*page.ids}


def test_arabic_is_marked_as_such():
    text = render(flood())["propositions/dam-holds.html"]
    assert '<blockquote lang="ar" dir="rtl">' in text
    assert '<p class="other" lang="ar" dir="rtl">' in text
    assert 'لن يصمد <bdi lang="" dir="ltr">20</bdi> سنة' in text
    assert '<bdi lang="ar" dir="rtl">٣٥ جثة</bdi>' in text
    assert '<bdi dir="ltr"><span class="date">2031-05-04</span></bdi>' in text


def test_a_page_fetches_nothing_and_runs_nothing():
    for name, text in render(flood()).items():
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
        assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
        assert "http" not in policy
        assert ("script-src" in policy) == (name == "search.html")
        script = r"<script|" if name != "search.html" else ""
        assert not re.search(rf"<({script}img|link|iframe|object|form)|style=|\son\w+=", text)


def test_the_search_runs_one_script_by_its_digest():
    text = render(flood())["search.html"]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;;" in text
    assert len(scripts) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_ends_the_data_of_the_search(text):
    page = render(report_of(ledger_of(text)))["search.html"]
    block = re.search(r'<script type="application/json" id="index">(.*?)</script>', page, re.DOTALL)
    entries = json.loads(block[1])["entries"]
    assert {entry[1] for entry in entries} == {"proposition", "actor", "article", "claim"}


def test_the_digest_in_the_policy_is_that_of_the_style_in_the_page():
    text = render(flood())["index.html"]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"sha256-{digest}" in text


def test_the_same_ledger_gives_the_same_bytes():
    assert render(flood()) == render(flood())
    shuffled = {"b.yaml": FLOOD, "a.yaml": "actors: [{id: x, kind: state, name: X}]"}
    again = dict(reversed(shuffled.items()))
    assert render(report_of(claimtrack.loads(shuffled))) == render(
        report_of(claimtrack.loads(again))
    )


def test_both_axes_of_status_stand_beside_each_other():
    text = render(flood())["propositions/dam-holds.html"]
    verified = 'Did they say it? </span>attribution verified</span> <span class="badge plain">'
    assert verified in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    "name", ["index", "propositions", "speakers", "articles", "findings", "matrix"]
)
def test_an_empty_ledger_says_that_nothing_was_checked(name):
    page = pages(claimtrack.loads({}))[f"{name}.html"]
    said = ("Nothing was checked", "nothing of this kind", "No proposition is spoken to")
    assert any(words in page.text for words in said)


def test_what_failed_is_said_on_the_front_page():
    page = pages(claimtrack.loads(FLOOD + '  - {id: "x\n'))["index.html"]
    assert "yaml-syntax" in page.text
    assert "files in which something could not be read" in page.text


def test_the_front_page_links_to_the_rest_of_many_findings():
    actors = "".join(f"  - {{id: n{i}, kind: state, name: N, x: y}}\n" for i in range(40))
    page = pages(claimtrack.loads("actors:\n" + actors))["index.html"]
    assert "32 more findings" in page.text


def test_words_beside_each_other_stay_apart():
    actor = pages(claimtrack.loads(FLOOD))["speakers/duvri.html"].text
    assert "Spokesman, The Wire from 2030-01" in " ".join(actor.split())


def test_a_claim_is_shown_with_original_translation_and_chain():
    text = " ".join(pages(claimtrack.loads(FLOOD))["claims/late.html"].text.split())
    assert "لن يصمد 20 سنة" in text
    assert "will not hold" in text
    assert "our translation" in text
    assert "برق" in text
    assert "(not read by us)" in text
    assert "nobody can tell whether it stands there" in text


def test_the_interface_speaks_arabic_from_the_right():
    found = render(report_of(claimtrack.loads(FLOOD), language="ar"), "ar")
    assert all('<html lang="ar" dir="rtl">' in text for text in found.values())
    claim = found["claims/late.html"]
    assert "النسبة متحقق منها" in claim
    assert "ترجمتنا" in claim


def test_a_file_has_a_name_that_any_system_can_hold():
    long, device = "n" * 300, "con"
    text = FLOOD.replace("id: early", f"id: {device}").replace("id: own", f"id: {long}")
    names = [name for name in render(flood(text)) if name.startswith("claims/")]
    assert "claims/_con.html" in names
    assert all(len(name) < 150 for name in names)
    assert len(set(names)) == 4


def test_more_findings_of_a_rule_than_one_page_holds_go_on_over_pages():
    actors = "".join(f"  - {{id: n{i}, kind: state, name: N, x: y}}\n" for i in range(120))
    found = pages(claimtrack.loads("actors:\n" + actors))
    assert "../rules/ct002~p2.html" in found["rules/ct002.html"].hrefs
    assert sum(one.startswith("finding-") for one in found["rules/ct002~p2.html"].ids) == 20


def test_a_search_that_leaves_claims_out_says_so(monkeypatch):
    from claimtrack.reports.html import search, site  # noqa: PLC0415 - to lower their bound

    monkeypatch.setattr(search, "MOST_CLAIMS", 2)
    monkeypatch.setattr(site, "MOST_CLAIMS", 2)
    text = render(flood())["search.html"]
    assert "Of the claims the newest 2 are searched" in text
    block = re.search(r'<script type="application/json" id="index">(.*?)</script>', text, re.DOTALL)
    claims = [entry[0] for entry in json.loads(block[1])["entries"] if entry[1] == "claim"]
    assert claims == ["claims/own.html", "claims/late.html"]
