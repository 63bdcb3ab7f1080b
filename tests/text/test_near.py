from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.near import meant, nearest

FIELDS = ["published", "language", "title", "outlet", "status", "id", "kind"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("pubished", "published"),
        ("Published", "published"),
        ("langauge", "language"),
        ("satus", "status"),
        ("tilte", "title"),
        ("author", None),
        ("x", None),
        ("", None),
    ],
)
def test_fields(word, found):
    assert nearest(word, FIELDS) == found


def test_ties_go_to_the_first_by_code_point_whatever_the_order():
    assert nearest("cat", ["cot", "cut", "cit"], cutoff=0.5) == "cit"
    assert nearest("cat", ["cit", "cut", "cot"], cutoff=0.5) == "cit"


def test_nothing_is_near_to_no_candidates():
    assert nearest("word", []) is None


names = st.text("abcd-", min_size=1, max_size=8)


@given(names, st.lists(names, max_size=10))
def test_the_order_of_candidates_is_irrelevant(word, candidates):
    assert nearest(word, candidates) == nearest(word, candidates[::-1])


@given(names, st.lists(names, max_size=10))
def test_a_candidate_that_is_the_word_is_nearest(word, candidates):
    assert nearest(word, [*candidates, word]) == word


def test_a_hundred_thousand_candidates_take_no_seconds():
    candidates = [f"northern-wire-2031-05-{n % 30:02}-{n}" for n in range(100_000)]
    start = perf_counter()
    assert nearest("northern-wire-2031-05-09-9x", candidates) == "northern-wire-2031-05-09-9"
    assert perf_counter() - start < 5


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("quote-absnt", "quote-absent"),
        ("Quote", "quote-absent, quote-altered or unread-hop-quoted"),
        ("sum", "sum-broken"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_meant_is_the_nearest_or_what_holds_the_word(word, told):
    names = ["sum-broken", "quote-altered", "quote-absent", "unread-hop-quoted"]
    assert meant(word, names) == told
