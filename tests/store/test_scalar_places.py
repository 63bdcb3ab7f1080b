"""A text written as a scalar is read back as it was, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.store.compose import compose
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems
from claimtrack.store.scalars import shortest

ALPHABET = st.one_of(
    st.sampled_from(" \t\n\r:-?#,[]{}&*!|>'\"%@`\\~=<.\x85\u2028\ufeff\0aé٤ك\u200f😀/"),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.text(ALPHABET, max_size=12)

PLACES = {
    "block value": "key: {}\nnext: x\n",
    "block entry": "key:\n  - {}\nnext: x\n",
    "block key": "{}: value\nnext: x\n",
    "flow value": "key: {{a: {}, b: x}}\nnext: x\n",
    "flow entry": "key: [{}, x]\nnext: x\n",
    "tight flow": "key: [x,{},x,{{a: {}}}]\nnext: x\n",
    "flow key": "key: {{{}: value}}\nnext: x\n",
    "before a comment": "key: {} # comment\nnext: x\n",
}


def texts_of(tree) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    parts = [*tree.keys(), *tree.values()] if isinstance(tree, dict) else tree
    return [text for part in parts for text in texts_of(part)]


@pytest.mark.parametrize("parser", ["libyaml", "pure"])
@pytest.mark.parametrize("place", PLACES)
@given(TEXTS)
@example("a:?b")
@example("what ? no")
@example("...")
@example("---")
@example("http://a.example/b:c?d=e#f")
@example("\U0001f600")
@example("<<")
def test_is_read_back_as_it_was(place: str, parser: str, text: str) -> None:
    document = PLACES[place].format(*[shortest(text)] * 2)
    if "key" in place and not text:
        return  # an empty key is passed over by the reader
    problems = Problems("a.yaml")
    root = compose(document, problems, pure=parser == "pure")
    assert not problems.found, document
    marked = compose(
        PLACES[place].format("MARK", "MARK"), Problems("a.yaml"), pure=parser == "pure"
    )
    expected = [text if word == "MARK" else word for word in texts_of(plain(marked))]
    assert texts_of(plain(root)) == expected, document


@given(TEXTS)
def test_stands_on_one_line(text: str) -> None:
    assert len(shortest(text).splitlines()) == 1


WRITTEN = {
    "no": "no",
    "1.10": "1.10",
    "2025-04-17": "2025-04-17",
    "-400": "-400",
    "it's": "it's",
    "a: b": '"a: b"',
    "called the dam ": '"called the dam "',
    'the "line"': 'the "line"',
    '"line"': "'\"line\"'",
    'it\'s: "so"': "'it''s: \"so\"'",
    "two\nlines": '"two\\nlines"',
    "": '""',
    "TBD": '"TBD"',
    "-": '"-"',
    "أكثر من ٤٠٠": "أكثر من ٤٠٠",
    "\x85\u2028\0\x01": '"\\x85\\u2028\\x00\\x01"',
}


@pytest.mark.parametrize("text", WRITTEN, ids=repr)
def test_is_quoted_only_where_needed(text: str) -> None:
    assert shortest(text) == WRITTEN[text]


def test_refuses_what_no_file_can_hold() -> None:
    with pytest.raises(ValueError, match="lone surrogate"):
        shortest("a\ud800")
