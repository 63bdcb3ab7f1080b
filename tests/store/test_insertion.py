"""Adding to a claim file: all other bytes stay, and the file says what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import KINDS, content
from claimtrack.store.compose import compose
from claimtrack.store.dump import dump
from claimtrack.store.insertion import append, put
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems
from claimtrack.testing import strategies as cs

REVIEW = {"by": "Ilka Salwen", "at": "2031-06-01", "why": "قرأته على الصفحة"}
INLINE = "{by: Ilka Salwen, at: 2031-06-01, why: قرأته على الصفحة}"


def meaning(text):
    return plain(compose(text, Problems("")))


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        pytest.param(
            "claims:\n  - id: a # one\n    tags:\n      - x # two\n\n# three\n  - id: b\n",
            "/claims/0",
            "claims:\n  - id: a # one\n    tags:\n      - x # two\n"
            f"    review: {INLINE}\n\n# three\n  - id: b\n",
            id="block",
        ),
        pytest.param(
            "claims: [{id: a}, {id: b, tags: [x],}]\n",
            "/claims/1",
            f"claims: [{{id: a}}, {{id: b, tags: [x], review: {INLINE},}}]\n",
            id="flow",
        ),
        pytest.param(
            "article:\r\n  id: a\r\n  note: |\r\n    one\r\n    two\r\n\r\nclaims: []\r\n",
            "/article",
            "article:\r\n  id: a\r\n  note: |\r\n    one\r\n    two\r\n"
            f"  review: {INLINE}\r\n\r\nclaims: []\r\n",
            id="breaks of lines",
        ),
        pytest.param(
            "\ufeffclaims:\n- id: a",
            "/claims/0",
            f"\ufeffclaims:\n- id: a\n  review: {INLINE}\n",
            id="no break at the end",
        ),
        pytest.param(
            "claims:\n- id: a\n  review:\n    by: x # desk 4\n    # heard\n    at: 2031\n"
            "  note: n\n",
            "/claims/0",
            "claims:\n- id: a\n  review:\n    by: Ilka Salwen # desk 4\n    # heard\n"
            "    at: 2031-06-01\n    why: قرأته على الصفحة\n  note: n\n",
            id="in place of the old one",
        ),
        pytest.param(
            "claims:\n- id: a\n  review: {seen: {b: c}, by: x} # box 7\n  note: n\n",
            "/claims/0",
            "claims:\n- id: a\n  review: {by: Ilka Salwen, at: 2031-06-01, why: قرأته على الصفحة}"
            " # box 7\n  note: n\n",
            id="in place of one in a line",
        ),
    ],
)
def test_a_key_is_put_into_a_mapping(before, place, after):
    assert put(before, place, "review", REVIEW) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "decisions:\n  - finding: f\n"),
        ("{}\n", "decisions:\n  - finding: f\n"),
        ("# ours\n", "# ours\ndecisions:\n  - finding: f\n"),
        ("decisions:\n", "decisions:\n  - finding: f\n"),
        ("decisions: []\n", "decisions: [{finding: f}]\n"),
        ("decisions: [{same: [a, b]}] # c\n", "decisions: [{same: [a, b]}, {finding: f}] # c\n"),
        (
            "decisions:\n- same: [a]\n\n# end\n",
            "decisions:\n- same: [a]\n- {finding: f}\n\n# end\n",
        ),
        (
            "decisions:\n  - same: [a]\nactors: []\n",
            "decisions:\n  - same: [a]\n  - finding: f\nactors: []\n",
        ),
        ("actors: []\n", "actors: []\ndecisions:\n  - finding: f\n"),
    ],
)
def test_an_entry_is_put_at_the_end_of_a_list(before, after):
    assert append(before, "decisions", {"finding": "f"}) == after


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("claims:\n  - &a {id: a}\n  - *a\n", "/claims/1"),
        ("claims:\n  - &a\n    id: a\n  - *a\n", "/claims/0"),
        ("claims:\n  - {id: a}\n", "/claims/1"),
        ("claims:\n  - a\n", "/claims/0"),
        ("claims:\n  - id: a\n    note: |+\n      n\n\n", "/claims/0"),
        ("claims: [", "/claims/0"),
        ("", "/claims/0"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_reason(text, place):
    with pytest.raises(ValueError, match=r"by hand|mend that first"):
        put(text, place, "review", REVIEW)


@pytest.mark.parametrize("old", ["seen:\n      b: c # why\n    by: x", "[x] # why"])
def test_no_comment_is_lost(old):
    text = f"claims:\n- id: a\n  review:\n    {old}\n"
    with pytest.raises(ValueError, match="comment '# why' would go; move it"):
        put(text, "/claims/0", "review", REVIEW)


@pytest.mark.parametrize("text", ["decisions: x\n", "- a\n", "decisions: {a: b}\n", "a: [\n"])
def test_what_cannot_be_appended_to_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        append(text, "decisions", {"finding": "f"})


@given(st.lists(cs.records(), min_size=1, max_size=4), st.data())
def test_adding_to_any_file_changes_nothing_else(records, data):
    text = dump(records)
    before = meaning(text)
    section = data.draw(st.sampled_from(sorted(KINDS.keys() & before.keys()) or ["article"]))
    listed = before[section]
    place = f"/{section}" if isinstance(listed, dict) else f"/{section}/{len(listed) - 1}"
    value = content(data.draw(cs.reviews()))
    done = put(text, place, "review", value)
    record = listed if isinstance(listed, dict) else listed[-1]
    record["review"] = value
    assert meaning(done) == before
    decision = content(data.draw(cs.decisions()))
    assert meaning(append(done, "decisions", decision))["decisions"][-1] == decision
