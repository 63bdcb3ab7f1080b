"""Feeds are recognised by how they begin; web pages are searched for scripts."""

import json

import pytest
from feeds import pieces, review

from claimtrack.interop.feeds.found import Found
from claimtrack.interop.feeds.html import scripts
from claimtrack.interop.feeds.shapes import objects


def page(script, kind="application/ld+json"):
    return f'<!doctype html>\n<body>\n<p>a &lt; b</p>\n<script type="{kind}">{script}</script>\n'


@pytest.mark.parametrize("before", ["", "\ufeff", " \n\n", "\ufeff\r\n"])
@pytest.mark.parametrize(
    "text", [json.dumps(review()), page(json.dumps(review())), "text,url\na,b\n"]
)
def test_what_stands_before_makes_no_difference(before, text):
    if text.startswith("text") and "\n" in before:
        before = ""
    assert [type(one) for one in objects(pieces(before + text, 3))] == [Found]


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff"])
def test_nothing(text):
    assert list(objects([text])) == []


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize(
    "kind", ["application/ld+json", "APPLICATION/LD+JSON", "application/ld+json; charset=utf-8"]
)
def test_scripts_and_their_places(size, kind):
    (script,) = scripts(pieces(page('\n{"a": "</p> &amp;"}', kind), size))
    assert json.loads(script.text) == {"a": "</p> &amp;"}
    assert script.place[:2] == (4, 17 + len(kind))


def test_other_scripts_are_not_read():
    assert list(scripts([page("{}", "text/javascript")])) == []


def test_a_script_without_end():
    (script,) = scripts(['<script type="application/ld+json">{"a": 1}'])
    assert script.text == '{"a": 1}'


def test_the_place_of_what_is_broken_in_a_page():
    (gap,) = objects([page('{"a" 1}')])
    assert gap.place[:2] == (4, 36)
