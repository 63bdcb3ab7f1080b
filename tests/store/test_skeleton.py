"""A skeleton says what is missing, and nothing is missing once that is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import loads
from claimtrack.store.dump import dump
from claimtrack.store.layout import comments
from claimtrack.store.skeleton import NAMED, with_skeleton
from claimtrack.testing import strategies as cs

VALUES = {"language": "ar", "published": "2031-05-02", "date": "2031-05-02"}
WORDS = {("actor", "kind"): "person", ("occasion", "kind"): "hearing"}


def filled(text, kind):
    def value(match):
        key = match["key"]
        return f"{key}: {WORDS.get((kind, key)) or VALUES.get(key, 'gate')}"

    return re.sub(r"(?P<key>\w+): TBD", value, text)


@pytest.mark.parametrize("kind", NAMED)
def test_what_is_filled_in_is_whole(kind):
    text = with_skeleton("", NAMED[kind], "new")
    left = loads(text).findings
    assert {finding.code for finding in left} == {"CT004"}
    assert len(left) == text.count("TBD") == text.count("#")
    whole = loads(filled(text, kind))
    assert whole.findings == ()
    assert [record.ref for record in whole.records] == [f"{kind}:new"]


@given(st.lists(cs.records(), max_size=3).map(dump), st.sampled_from([*NAMED]))
def test_it_joins_what_is_there(text, kind):
    before = loads(text)
    after = loads(filled(with_skeleton(text, NAMED[kind], "0-new"), kind))
    assert after.findings == ()
    assert len(after.records) == len(before.records) + 1


ARTICLE = """\
article: {id: a, outlet: w, title: T, language: en, published: 2031}  # ours
claims: [{id: b, speaker: w, statement: S}]  # one
"""


def test_a_claim_in_an_articles_file_inherits_it():
    text = with_skeleton(ARTICLE, NAMED["claim"], "new")
    assert text == ARTICLE.replace("}]", "}, {id: new, speaker: TBD, proposition: TBD}]")
    assert [*comments(text)] == ["# ours", "# one"]


def test_a_skeleton_is_begun_once():
    text = "note: new.speaker.to-fill-in\n"
    with pytest.raises(ValueError, match="already"):
        with_skeleton(text, NAMED["claim"], "new")
