"""The Markdown report: nothing in it is read as Markdown or HTML that was not meant to be."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ledgers import FLOOD, HOSTILE, flood, ledger_of, report_of
from markup import Page

import claimtrack
from claimtrack.reports.markdown import escaped, render, said
from claimtrack.reports.runs import run_of

markdown_it = pytest.importorskip("markdown_it", reason="a reader of CommonMark is not installed")

TAGS = re.compile("h1|h2|h3|p|ul|li|strong|em|a")
MARKS = st.text(st.sampled_from("*_`[]()<>!#&\\~|-+=1. \na\u202eع20"), max_size=20)


def rendered(text):
    return markdown_it.MarkdownIt("commonmark", {"html": True}).render(text)


def read(ledger):
    return Page(rendered("".join(render(report_of(ledger)))), TAGS)


@settings(max_examples=60, deadline=None)
@given(MARKS | st.text())
def test_no_text_breaks_out_of_the_report(text):
    page = read(ledger_of(text))
    assert len(page.ids) == len(set(page.ids))


for hostile in HOSTILE:
    test_no_text_breaks_out_of_the_report = example(hostile)(test_no_text_breaks_out_of_the_report)


@given(MARKS)
def test_escaped_text_reads_as_it_was(text):
    page = Page(rendered(f"x {escaped(text)}"), re.compile("p"))
    assert page.text.split() == ["x", *text.split()]


def test_right_to_left_text_is_isolated():
    assert said(run_of("لمدة 20 years", "ar")) == "\u2067لمدة \u206620 years\u2069\u2069"
    assert said(run_of("by قاسم, 2031", "en")) == "by \u2067قاسم\u2069, 2031"


@given(st.text())
def test_isolates_are_balanced(text):
    shown = said(run_of(text))
    assert shown.count("\u2069") == shown.count("\u2066") + shown.count("\u2067")


def test_links_lead_to_places_in_the_file():
    page = read(claimtrack.loads(FLOOD))
    inside = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert inside <= set(page.ids)
    assert "https://wire.example/1" in page.hrefs


def test_it_says_what_the_pages_say():
    text = "".join(render(flood()))
    assert "CT303 verdict-conflict" in text
    assert "attribution verified, live" in text
    assert "What was not checked" in text
    assert "".join(render(flood())) == text


def test_an_empty_ledger_says_that_nothing_was_checked():
    assert "Nothing was checked" in "".join(render(report_of(claimtrack.loads({}))))
