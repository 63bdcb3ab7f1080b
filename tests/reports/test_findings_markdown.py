"""Findings in Markdown: within their size, and nothing in them is read as more than words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markup import Page
from results import HOSTILE, one, result_of, results

from claimtrack import Location
from claimtrack.reports.findings_markdown import COMMENT, STEP_SUMMARY, render_markdown

markdown_it = pytest.importorskip("markdown_it", reason="a reader of CommonMark is not installed")

TAGS = re.compile("h3|p|ul|li|strong|em|table|thead|tbody|tr|th|td")
READER = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def text_of(result, *arguments, **options):
    return "".join(render_markdown(result, *arguments, **options))


def read(text):
    return Page(re.sub(r' style="text-align:\w+"', "", READER.render(text)), TAGS)


@given(results())
@example(result_of([one(text, file=f"{text}.yaml") for text in HOSTILE]))
def test_no_text_breaks_out(result):
    page = read(text_of(result))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("h3") == 1
    assert tags.count("strong") == len(result.findings)
    places = sum(min(len(found.places), 11) for found in result.findings)
    more = sum(len(found.related) > 10 for found in result.findings)
    advice = sum(bool(found.help) for found in result.findings)
    assert tags.count("li") == len(result.findings) + places + more + advice


@given(results())
def test_nobody_is_called_and_no_issue_is_linked(result):
    assert not re.search(r"[@#]\w", read(text_of(result)).text)


@given(results(), st.integers(0, 3000))
def test_it_fits_and_counts_what_does_not(result, most):
    text = text_of(result, most)
    assert len(text.encode()) <= most
    told = text.count("\n- **")
    left = re.search(r"\n\*(\d+) more findings?\*\n\Z", text)
    if most >= 100 and result.findings:
        assert told + (int(left[1]) if left else 0) == len(result.findings)


@given(results())
def test_a_plain_text_is_ascii_and_says_the_same(result):
    plain = text_of(result, plain=True)
    assert plain.isascii()
    assert read(plain).text == read(text_of(result)).text


def test_many_findings_stay_within_a_comment_and_a_summary():
    result = result_of([one(f"القيم تختلف {n}") for n in range(20_000)])
    for most in (COMMENT, STEP_SUMMARY):
        text = text_of(result, most)
        assert most - 400 < len(text.encode()) <= most
        assert re.search(r"\*[\d,]+ more findings\*\n\Z", text)
    assert COMMENT < 65_536


def test_a_finding():
    related = (Location("claims/b.yaml", "", "claim:b", "11 جثة", 9, 5, 9, 9),)
    text = text_of(result_of([one("values differ", related=related)._replace(help="ask")]))
    assert (
        text
        == """\
### claimtrack

1 error: checked 1 record in 1 file with 1 check

| findings | severity | rule |
|--:|---|---|
| 1 | error | CT301 value-conflict |

- **error** CT301 value-conflict: values differ
  - claims/a.yaml:3:5
  - claims/b.yaml:9:5 · \u2067\u206611\u2069 جثة\u2069
  - *help:* ask
"""
    )


def test_nothing_found():
    assert text_of(result_of([])) == (
        "### claimtrack\n\nno findings: checked 1 record in 1 file with 1 check\n"
    )
