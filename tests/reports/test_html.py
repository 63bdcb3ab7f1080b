"""The HTML report: whole, safe, and set in the right direction."""

import base64
import hashlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ledgers import FLOOD, HOSTILE, flood, ledger_of, report_of
from markup import Page

import claimtrack
from claimtrack.reports.html import render
from claimtrack.reports.links import weburl


def pages(ledger):
    report = report_of(ledger)
    return {name: Page(text) for name, text in render(report).items()}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>\"'&/=\u202e\u2069ع")))
def test_no_text_breaks_out_of_the_page(text):
    for page in pages(ledger_of(text)).values():
        assert len(page.ids) == len(set(page.ids))


for hostile in HOSTILE:
    test_no_text_breaks_out_of_the_page = example(hostile)(test_no_text_breaks_out_of_the_page)


@pytest.mark.parametrize("text", HOSTILE[:8])
def test_hostile_words_are_shown_as_they_are(text):
    page = pages(ledger_of(text))["propositions.html"]
    assert text in page.text


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
    page = pages(claimtrack.loads(FLOOD))["propositions.html"]
    assert "https://gauge.example/a?b=1&c=2" in page.hrefs


def test_every_link_inside_the_report_has_its_place():
    found = pages(claimtrack.loads(FLOOD))
    for name, page in found.items():
        for href in page.hrefs:
            if href.startswith("https://"):
                continue
            file, _, anchor = href.partition("#")
            assert file in ("", *found)
            assert not anchor or anchor in found[file or name].ids, href


def test_arabic_is_marked_as_such():
    text = render(flood())["propositions.html"]
    assert '<blockquote lang="ar" dir="rtl">' in text
    assert '<p class="other" lang="ar" dir="rtl">' in text
    assert 'لن يصمد <bdi lang="" dir="ltr">20</bdi> سنة' in text
    assert '<bdi lang="ar" dir="rtl">٣٥ جثة</bdi>' in text
    assert '<bdi dir="ltr"><span class="date">2031-05-04</span></bdi>' in text


def test_a_page_fetches_nothing_and_runs_nothing():
    for text in render(flood()).values():
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
        assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
        assert "http" not in policy
        assert not re.search(r"<(script|img|link|iframe|object|form)|style=|\son\w+=|url\(", text)


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
    text = render(flood())["propositions.html"]
    verified = 'Did they say it? </span>attribution verified</span> <span class="badge plain">'
    assert verified in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", ["index", "propositions", "speakers", "articles", "findings"])
def test_an_empty_ledger_says_that_nothing_was_checked(name):
    page = pages(claimtrack.loads({}))[f"{name}.html"]
    assert "Nothing was checked" in page.text or "nothing of this kind" in page.text


def test_what_failed_is_said_on_the_front_page():
    page = pages(claimtrack.loads(FLOOD + '  - {id: "x\n'))["index.html"]
    assert "yaml-syntax" in page.text
    assert "files in which something could not be read" in page.text


def test_the_front_page_links_to_the_rest_of_many_findings():
    actors = "".join(f"  - {{id: n{i}, kind: state, name: N, x: y}}\n" for i in range(40))
    page = pages(claimtrack.loads("actors:\n" + actors))["index.html"]
    assert "28 more findings" in page.text


def test_words_beside_each_other_stay_apart():
    actor = pages(claimtrack.loads(FLOOD))["speakers.html"].text
    assert "Spokesman, The Wire from 2030-01" in " ".join(actor.split())
