"""U+0085, U+2028 and U+2029 are line breaks to YAML 1.1 and characters like others to YAML 1.2."""

from time import perf_counter

import pytest

from claimtrack.store import parser
from claimtrack.store.compose import compose
from claimtrack.store.layout import layout
from claimtrack.store.nodes import Mapping, plain
from claimtrack.store.problems import Problems

TEXT = """\
a\u2028b: plain\x85text  # a comment\u2029c: no key
quoted: "one\u2029two \\ue000 \\uE001 \\U0000E002 \\L"
single: '\u2028 \ue003'
block: |
  first\x85
  second \U0010fffd
known: &name x\u2028
again: *name
"""
VALUES = {
    "a\u2028b": "plain\x85text",
    "quoted": "one\u2029two \ue000 \ue001 \ue002 \u2028",
    "single": "\u2028 \ue003",
    "block": "first\x85\nsecond \U0010fffd\n",
    "known": "x\u2028",
    "again": "x\u2028",
}


def read(text: str, *, pure: bool = False) -> Mapping:
    problems = Problems("a.yaml")
    root = compose(text, problems, pure=pure)
    assert problems.found == []
    assert root is not None
    return root


@pytest.mark.parametrize("pure", [False, True])
def test_they_are_part_of_the_values(pure):
    assert plain(read(TEXT, pure=pure)) == VALUES


def test_both_parsers_put_everything_at_one_place():
    sides = [read(TEXT, pure=pure).pairs for pure in (False, True)]
    spans = [[part.span for pair in pairs[:3] for part in pair] for pairs in sides]
    assert spans[0] == spans[1]
    layouts = [[(piece.start, piece.text) for piece in layout(TEXT, pure=p).all()] for p in (0, 1)]
    assert layouts[0] == layouts[1]


def test_a_text_with_every_private_character_is_read_all_the_same():
    text = "".join(map(chr, range(0xE000, 0xF8FE)))
    assert plain(read(f"a: '{text}\u2028'\n")) == {"a": f"{text}\u2028"}


def test_one_does_not_make_a_large_file_slow():
    if parser.libyaml is None:
        pytest.skip("libyaml is not here")
    text = "claims:\n" + "- {id: c, article: a, speaker: s, statement: x}\n" * 20_000
    start = perf_counter()
    read(text)
    without = perf_counter() - start
    start = perf_counter()
    read(text + "# \u2028\n")
    assert perf_counter() - start < 4 * without + 1
