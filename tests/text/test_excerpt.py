"""Where words are cut that do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.excerpt import cut, cut_at


@pytest.mark.parametrize(
    ("text", "end", "kept"),
    [
        ("the dam is safe", 9, "the dam"),
        ("the dam is safe", 7, "the dam"),
        ("the dam", 7, "the dam"),
        ("x" * 30, 20, "x" * 20),
        ("x" * 20 + "1,250,000", 24, "x" * 20),
        ("x" * 20 + "2031-05-02", 24, "x" * 20),
        ("س" * 20 + "١٢٥٠", 22, "س" * 20),
        ("1" * 30, 20, "1" * 20),
    ],
)
def test_a_cut_is_between_words_or_at_least_not_within_a_number(text, end, kept):
    assert text[: cut_at(text, end)] == kept


@given(st.text(st.sampled_from("ab1, سد٥")), st.integers(0, 40))
def test_a_cut_is_no_later_than_asked_and_near(text, end):
    assert min(end, len(text)) >= cut_at(text, end) >= 0
    assert len(cut(text, end + 1)) <= end + 1


def test_a_message_is_cut_between_words():
    words = "the minister counted " * 5
    assert cut(words) == "the minister counted the minister counted the minister…"
    assert cut("short\n one") == "short one"
