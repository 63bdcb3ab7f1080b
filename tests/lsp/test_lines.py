import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lsp.lines import Lines

TEXTS = st.lists(
    st.sampled_from(["a", "ب", "ً", "🌊", "\n", "\r\n", "\r", "\u2028", "\x85", "é", " "]),
    max_size=12,
).map("".join)
ENCODINGS = ["utf-8", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(TEXTS, st.data())
def test_an_offset_is_found_again(encoding, text, data):
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] != "\r\n":  # no place is between the two
        assert lines.offset(*lines.place(offset)) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.text(st.sampled_from("aبً🌊é "), max_size=12), st.data())
def test_columns_are_those_of_another_counter(encoding, text, data):
    pygls = pytest.importorskip("pygls.workspace", reason="the extra lsp is not installed")
    offset = data.draw(st.integers(0, len(text)))
    column = pygls.PositionCodec(encoding).client_num_units(text[:offset])
    assert Lines(text, encoding).place(offset) == (0, column)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_any_place_is_somewhere_in_the_text(text, line, character):
    assert 0 <= Lines(text).offset(line, character) <= len(text)


def test_a_place_within_an_emoji_is_before_it():
    assert Lines("a🌊b").offset(0, 2) == 1


def test_lines_and_columns_of_findings():
    lines = Lines("first\r\n🌊 second\n")
    assert lines.place_of(2, 3) == (1, 3)
    assert lines.place_of(9, 9) == (2, 0)
