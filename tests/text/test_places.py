"""A search is linear whatever the text, and one that gave up never calls a quote unique."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.anchor import Grade, Source
from claimtrack.text.folding import fold
from claimtrack.text.places import LEAST_BUDGET
from claimtrack.text.quotation import parse_quotation

MANY = 200_000
LETTERS, WORDS = "a" * MANY, "a " * MANY
NUMBERS = [f"{number}th" for number in range(20_000)]


@pytest.mark.parametrize(
    ("text", "exact", "grade"),
    [
        (LETTERS, "a" * (MANY // 2), Grade.ABSENT),
        (WORDS, "a " * (MANY // 2), Grade.AMBIGUOUS),
        (WORDS, "a … " * 10_000 + "b", Grade.ABSENT),
        (WORDS, "a [b] " * 10_000 + "b", Grade.ABSENT),
        (WORDS, "… " * MANY + "a", Grade.AMBIGUOUS),
        (WORDS, "… " * MANY, Grade.EMPTY),
        (WORDS, "[a] […] " * MANY, Grade.EMPTY),
        (WORDS, "[" * MANY, Grade.EMPTY),
        (LETTERS, "a […] " * 10_000 + "b", Grade.ABSENT),
        ("ab " * MANY, "b […] " * 10_000 + "a", Grade.ABSENT),
        ("a\u0301\u0327" * MANY, "a\u0327\u0301" * (MANY // 2), Grade.ABSENT),
        (" ".join(NUMBERS), " […] ".join(NUMBERS), Grade.EXACT),
        (" ".join(NUMBERS), " […] ".join(reversed(NUMBERS)), Grade.ABSENT),
    ],
)
def test_hostile_texts_are_answered_soon(text, exact, grade):
    start = perf_counter()
    assert Source(text).anchor(exact).grade is grade
    assert perf_counter() - start < 20


@pytest.mark.parametrize("text", [LETTERS, WORDS, "a\u0301\u0327" * MANY, " ".join(NUMBERS), ".’"])
@pytest.mark.parametrize("quote", [LETTERS, WORDS, "a […] b " * 10_000, " ".join(NUMBERS[::-1])])
def test_what_is_near_is_found_soon(text, quote):
    start = perf_counter()
    found = Source(text).near(quote)
    assert found is None or 0 <= found[0].start < found[0].end <= len(text)
    assert perf_counter() - start < 20


def test_a_letter_with_very_many_marks_is_folded_soon():
    start = perf_counter()
    assert fold("a" + "\u0301\u0327" * MANY).text
    assert perf_counter() - start < 20


def test_a_search_that_gave_up_never_finds_one_place():
    text = "a " * (LEAST_BUDGET + LEAST_BUDGET) + "b a"
    assert Source(text).anchor("a", prefix="b").grade is Grade.AMBIGUOUS


def test_many_places_are_all_looked_at():
    text = "we do. " * 5_000 + "and so we do."
    anchor = Source(text).anchor("we do", prefix="and so ")
    assert (anchor.grade, anchor.places) == (Grade.EXACT, 1)
    assert anchor.whole.start == len(text) - len("we do.")


@pytest.mark.parametrize(
    ("prefix", "suffix", "fits"),
    [
        ("called it ", None, True),
        ("called  it “", "”, he", True),
        ("called it", " he", False),
        ("never called", None, False),
        (None, None, True),
    ],
)
def test_context_of_a_quote_that_stands_once(prefix, suffix, fits):
    anchor = Source("She called it “a red line”, he said.").anchor("a red line", prefix, suffix)
    assert (anchor.grade, anchor.context_fits) == (Grade.EXACT, fits)


def test_marks_are_part_of_their_word():
    assert Source("the cafe\u0301 is shut").anchor("the cafe").grade is Grade.ABSENT


@pytest.mark.parametrize("half", ["un", "lawful"])
@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200f"])
def test_a_silent_sign_makes_no_two_words_of_one(half, sign):
    assert Source(f"it was un{sign}lawful.").anchor(half).grade is Grade.ABSENT
    assert Source(f"it was {sign}lawful{sign}.").anchor("lawful").grade is Grade.EXACT


def test_an_insertion_with_an_ellipsis_inside_leaves_little_room():
    text = "we will " + "on and " * 10 + "sign"
    assert not Source(text).anchor("we will [… never …] sign").grade.passes


@given(st.text(alphabet="a […].b", max_size=40))
def test_any_marks_can_be_taken_apart(exact):
    parts = parse_quotation(exact)
    assert len(parts.joins) == len(parts.inserted) == max(0, len(parts.fragments) - 1)


@given(st.lists(st.sampled_from("ab"), max_size=30), st.lists(st.sampled_from("ab"), min_size=1))
def test_places_are_counted_as_one_by_one(text, quote):
    windows = [text[at : at + len(quote)] for at in range(len(text))]
    anchor = Source(" ".join(text)).anchor(" ".join(quote))
    assert anchor.places == windows.count(quote)
