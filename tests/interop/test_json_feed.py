"""Reading JSON piece by piece: any shape around the records, and broken parts in the middle."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.interop.feeds.found import Found, Gap
from claimtrack.interop.feeds.json import LONGEST, json_objects
from claimtrack.interop.feeds.window import Window

RECORDS = [{"text": "one", "n": "1"}, {"text": "two", "of": {"a": ["x"]}}, {"text": "ثلاثة"}]


def read(text, size=1 << 16):
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return list(json_objects(Window(pieces), lambda value: "text" in value))


def values(found):
    return [one.value for one in found if isinstance(one, Found)]


def gaps(found):
    return [one for one in found if isinstance(one, Gap)]


def written(records, shape):
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    return {
        "array": f"[{', '.join(lines)}]",
        "lines": "\n".join(lines),
        "concatenated": "".join(lines),
        "claims": f'{{"nextPageToken": "x", "claims": [{",".join(lines)}], "more": {{"a": 1}}}}',
        "data feed": f'{{"@type": "DataFeed", "dataFeedElement": [\n{",".join(lines)}\n]}}',
        "behind an object": f'{{"meta": {{"a": [1, [2]]}}, "claims": [{",".join(lines)}]}}',
    }[shape]


SHAPES = ["array", "lines", "concatenated", "claims", "data feed", "behind an object"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", [1, 7, 1 << 16])
def test_shapes_around_records(shape, size):
    found = read(written(RECORDS, shape), size)
    assert values(found) == RECORDS
    assert gaps(found) == []


def test_a_graph_is_read_as_a_whole():
    assert values(read(json.dumps({"@graph": RECORDS}))) == [{"@graph": RECORDS}]


@pytest.mark.parametrize(
    "broken",
    [
        '{"text": "no end of the text}',
        '{"text": "x" "y": 1}',
        '{"text": "x", "of": {"a": [1, 2}',
        '{"text"; "x"}',
        "{text: 'x'}",
        '{"text": tru}',
        "nonsense",
    ],
)
@pytest.mark.parametrize("shape", ["array", "lines", "claims"])
def test_one_broken_record_takes_no_other_with_it(broken, shape):
    mark = json.dumps({"text": "two", "of": {"a": ["x"]}})
    text = written(RECORDS, shape)
    assert mark in text
    found = read(text.replace(mark, broken), 11)
    assert values(found) == [RECORDS[0], RECORDS[2]]
    (gap,) = gaps(found)
    assert "broken JSON" in gap.reason


def test_a_graph_that_is_broken_is_read_record_by_record():
    found = read('{"@graph": [{"text": "one"}, {"text": two}, {"text": "three"}]}')
    assert values(found) == [{"text": "one"}, {"text": "three"}]
    assert [gap.place[:2] for gap in gaps(found)] == [(1, 30)]


def test_places():
    found = read('[{"text": "one"},\n  {"text": "two"},\n  {"text" "x"}, {"text": "ثلاثة"}]', 3)
    assert [one.place[:2] for one in found] == [(1, 2), (2, 3), (3, 3), (3, 17)]


def test_what_is_passed_over_is_told():
    found = read('{"text": "one"}\n{"text": "x\n\n\n{"text": "two"}\n')
    assert [gap.reason.partition("; ")[2] for gap in gaps(found)] == ["passed over up to line 5"]


def test_an_entry_that_is_no_object():
    found = read('[{"text": "one"}, null, 3, "x", {"name": "no record"}, {"text": "two"}]')
    assert values(found) == [{"text": "one"}, {"name": "no record"}, {"text": "two"}]
    assert [(gap.place.column, gap.reason) for gap in gaps(found)] == [
        (column, "neither an object nor a list of them") for column in (19, 25, 28)
    ]


def test_what_else_an_object_around_records_says_is_no_record():
    aside = '"@context": ["https://schema.org", ["x"]], "n": 3, "tags": [], "of": {"a": ["y"]}'
    records = '"claims": [{"text": "one"}]'
    for text in (f"{{{records}, {aside}}}", f"{{{aside}, {records}}}"):
        assert read(text) == [Found((1, text.index('{"text"') + 1, 0), {"text": "one"})]


def test_line_breaks_in_texts_and_numbers_as_written():
    assert values(read('{"text": "one\ntwo", "n": 1.50, "m": 10000000000000000000000}')) == [
        {"text": "one\ntwo", "n": "1.50", "m": "10000000000000000000000"}
    ]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "[{" * 50_000, '{"a":[' * 50_000]
)
def test_deep_nesting_ends(text):
    assert values(read(text)) == []


def test_a_record_that_is_too_long_is_a_gap():
    long = json.dumps({"text": "x" * 3 * LONGEST})
    found = read(f'[{{"text": "one"}}, {long}, {{"text": "two"}}]')
    assert values(found) == [{"text": "one"}, {"text": "two"}]
    assert len(gaps(found)) == 1


def test_the_end_is_missing():
    found = read('[{"text": "one"}, {"text": "two"}, {"text": "thr')
    assert values(found) == [{"text": "one"}, {"text": "two"}]
    assert len(gaps(found)) == 1


records = st.fixed_dictionaries(
    {"text": st.text(max_size=8)},
    optional={"of": st.recursive(st.text(max_size=4), lambda inner: st.lists(inner, max_size=3))},
)


@given(st.lists(records, max_size=6), st.sampled_from(SHAPES), st.integers(1, 40))
def test_the_pieces_make_no_difference(given, shape, size):
    text = written(given, shape)
    assert read(text, size) == read(text)
    assert values(read(text)) == given


@given(st.text(alphabet='{}[]":,a1 \n\\', max_size=60), st.integers(1, 9))
def test_any_text_comes_to_an_end(text, size):
    found = read(text, size)
    assert [one.place for one in found] == sorted(one.place for one in found)


@pytest.mark.parametrize("shape", ["array", "claims", "data feed", "behind an object"])
@pytest.mark.parametrize("size", [1, 1 << 16])
def test_a_feed_that_is_cut_off_between_two_records_says_so(shape, size):
    whole = written(RECORDS, shape)
    behind = whole.rindex(json.dumps(RECORDS[-1], ensure_ascii=False))
    found = read(whole[:behind], size)
    assert values(found) == RECORDS[:-1]
    (gap,) = gaps(found)
    assert "the text ends inside of a list or object" in gap.reason


def test_a_line_of_nothing_but_brackets_before_a_record_says_so():
    found = read("[" * 100_000 + "\n" + json.dumps(RECORDS[0]))
    assert values(found) == RECORDS[:1]
    assert len(gaps(found)) == 1
