"""Composing gives what the standard library gives, in a time that marks do not drive up."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text import fold as short
from claimtrack.text.composing import _SHORT, _ordered, compose, is_composed
from claimtrack.text.folding import fold, respell

MANY = 300_000
MARKED = st.text(
    st.sampled_from(
        "aéاأ한\u1100\u1161\u0301\u0327\u0345\u0344\u0653\u0654\u0f71\u0f73\u0f75\u0f81"
    )
    | st.characters(),
    max_size=40,
)


@given(MARKED)
def test_marks_put_in_order_compose_alike(text):
    assert unicodedata.normalize("NFC", _ordered(text)) == unicodedata.normalize("NFC", text)
    assert is_composed(compose(text))


@given(MARKED)
def test_a_long_text_composes_as_in_the_standard_library(text):
    long = text * (_SHORT // max(1, len(text)) + 2)
    assert compose(long) == unicodedata.normalize("NFC", long)


HOSTILE = [
    "a" + "\u0301\u0327" * MANY,
    "\u0f73" * MANY,
    ("a" + "\u0301\u0327" * 50) * (MANY // 50),
    "ا" + "\u0655\u0654" * MANY,
    "a" + "\u0301\u200f\u0327" * MANY,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_run_of_marks_takes_long(text):
    start = perf_counter()
    assert short.fold(text)
    assert short.respell(text)
    assert respell(fold(text)).text
    assert perf_counter() - start < 30


@given(st.text(st.sampled_from("aا\u0301\u0327\u0654\u064e"), min_size=30, max_size=60))
def test_a_letter_keeps_all_its_marks(text):
    decomposed = unicodedata.normalize("NFD", text)
    for folded in (fold(text).text, short.fold(text)):
        assert folded in (fold(decomposed).text, short.fold(decomposed))
        kept = unicodedata.normalize("NFD", folded)
        assert all(kept.count(mark) == text.count(mark) for mark in "\u0301\u0327\u0654")
