"""Fingerprints of texts: what is shared is found, and little is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.shingles import WINDOW, WORDS, shared_run, shingles, winnowed

LONG_ENOUGH = WORDS + WINDOW - 1


def numbered(name, count):
    return " ".join(f"{name}{place}" for place in range(count))


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_shared_passage_of_a_window_leaves_a_shared_fingerprint(a, b, c, d):
    passage = numbered("سد", LONG_ENOUGH)
    one = f"{numbered('a', a)} {passage} {numbered('b', b)}"
    other = f"{numbered('c', c)} {passage} {numbered('d', d)}"
    assert winnowed(shingles(one)) & winnowed(shingles(other))


@given(st.lists(st.integers(0, 2**64 - 1), max_size=200))
def test_each_window_keeps_its_least_hash_and_nothing_else_is_kept(hashes):
    windows = [hashes[n : n + WINDOW] for n in range(max(1, len(hashes) - WINDOW + 1))]
    assert winnowed(hashes) == {min(window) for window in windows if window}


def test_typography_and_spelling_make_no_difference():
    one = "قال الوزير إن السد لم يُفحص منذ عام"
    other = "قـــال الوزير: إن السدّ لم يفحص، منذ عام!"
    assert shingles(one) == shingles(other) != []


def test_a_text_of_few_words_has_none():
    assert shingles("All rights reserved") == [] == shingles("")


PASSAGE = "the seal had wept since autumn and nobody answered her letters"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (f"Before it, {PASSAGE}. After", f"«{PASSAGE.upper()}» is another", PASSAGE),
        (f"{PASSAGE} x {PASSAGE} y z", f"{PASSAGE} y", PASSAGE),
        ("one two three four five six seven", "zero one two three four five six", "six words"),
        ("one two three four five", "one two three four five", None),
        ("", "one two three four five six", None),
    ],
)
def test_the_longest_run_of_words_that_two_texts_share(one, other, shared):
    found = shared_run(one, other)
    if shared is None:
        assert found is None
        return
    taken = [text[place.start : place.end] for text, place in zip((one, other), found, strict=True)]
    assert taken[0].casefold() == taken[1].casefold()
    wanted = "one two three four five six" if shared == "six words" else shared
    assert taken[0] == wanted


def test_a_run_is_found_in_time_that_grows_with_the_texts():
    text = " ".join(["again"] * 50_000)
    assert shared_run(text, text) is not None
