import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.sentences import FARTHEST, around, beginning, rest

TEXT = "The gate is shut. “We keep it so, if the palace pays,” he said. Nobody came.\n\nIt rained."


def part(text, stretch):
    return text[stretch.start : stretch.end]


def place(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (TEXT, "he said", TEXT[: TEXT.index("\n")]),
        (TEXT, "It rained", " Nobody came.\n\nIt rained."),
        (
            "لن نعود؟ السد آمن. البوابة مغلقة. نامت القرية.",
            "آمن",
            "لن نعود؟ السد آمن. البوابة مغلقة.",
        ),
        ("It fell by 3.9 percent. It rose.", "fell", "It fell by 3.9 percent. It rose."),
    ],
)
def test_the_sentences_around(text, words, expected):
    assert part(text, around(text, *place(text, words))).strip() == expected.strip()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We keep it so", ", if the palace pays,"),
        ("he said", ""),
        ("The gate", " is shut"),
        ("Nobody came.", ""),
    ],
)
def test_the_rest_of_a_sentence_ends_with_the_quotation(words, expected):
    assert part(TEXT, rest(TEXT, place(TEXT, words)[1])) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("if the palace", "We keep it so, "),
        ("We keep", ""),
        ("is shut", "The gate "),
        ("came", " Nobody "),
    ],
)
def test_the_beginning_of_a_sentence_begins_with_the_quotation(words, expected):
    assert part(TEXT, beginning(TEXT, place(TEXT, words)[0])) == expected


@given(st.text(st.sampled_from("ab.”“\n !؟"), max_size=60), st.data())
def test_what_is_given_stands_around_the_passage(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, start, end)
    assert 0 <= found.start <= start <= end <= found.end <= len(text)
    assert rest(text, end).start == end
    assert beginning(text, start).end == start


def test_no_more_is_read_than_a_sentence_may_have():
    text = "a" * 10_000
    found = around(text, 5_000, 5_001)
    assert found.start >= 5_000 - FARTHEST
    assert found.end <= 5_001 + FARTHEST
