"""Folding keeps the way back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.folding import fold, respell
from claimtrack.text.searchable import searchable

TEXTS = st.one_of(
    st.text(),
    st.text(
        alphabet="abé e\u0301 \u0327\u200f\u200b\u064b\u0640ﻻﷺاأإآىيةهؤئءٱ“”—\n\t \u0653\u0654٣۴٫،ﬁ"
        "\u1100\u1161\u11a8\u3000한글1٪\ufeff'\"",
        max_size=40,
    ),
)


@pytest.mark.parametrize(
    ("text", "folded", "respelled"),
    [
        ("“a red\u00a0 line”", '"a red line"', '"a red line"'),
        ("خطًّا أحمـر", "خطا أحمر", "خطا احمر"),
        ("ﻻ يُناقش", "لا يناقش", "لا يناقش"),
        ("مسئولية عند ٣٥٪", "مسئولية عند ٣٥٪", "مسءوليه عند 35%"),
        ("cafe\u0301 ﬁrst", "café first", "café first"),
        ("٤٫٨ و۴", "٤٫٨ و۴", "4.8 و4"),
    ],
)
def test_foldings(text, folded, respelled):
    assert fold(text).text == folded
    assert respell(fold(text)).text == respelled


@given(TEXTS)
def test_the_map_is_monotone_and_in_range_both_ways(text):
    for found in (fold(text), respell(fold(text))):
        size = len(found.text)
        back = [found.original(position) for position in range(size + 1)]
        forth = [found.folded(offset) for offset in range(len(text) + 1)]
        assert back == sorted(back)
        assert forth == sorted(forth)
        assert all(0 <= offset < len(text) for offset in back[:-1])
        assert back[-1] == len(text)
        assert all(0 <= position <= size for position in forth)


@given(TEXTS)
def test_there_and_back_is_the_first_position_of_a_character(text):
    for found in (fold(text), respell(fold(text))):
        for position in range(len(found.text)):
            again = found.folded(found.original(position))
            assert again <= position
            assert found.original(again) == found.original(position)


@given(TEXTS)
def test_folding_is_idempotent_and_composed(text):
    once = fold(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert fold(once).text == once
    twice = respell(fold(text)).text
    assert respell(fold(twice)).text == twice


@given(TEXTS)
def test_composed_and_decomposed_texts_fold_alike(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(decomposed).text


def test_a_passage_is_found_at_its_offsets():
    text = "قال الوزير إنّ «السـدّ» خطٌّ أحمر."
    folded = fold(text)
    start = folded.text.index("السد")
    assert text[folded.original(start) : folded.original(start + 4)] == "السـدّ"


@given(
    st.text(
        alphabet="اأإآٱةىيکكؤئء ٠٣5 ٪٫،ﻻﷲ\u0651\u064e\u0653\u0654\u0655`'’“abAÉ\u0301\u00a0"
        "\u200f\u0640\u1100\u1161ﬁ\t\n"
    )
    | st.text()
)
def test_searchable_is_both_foldings_without_case(text):
    expected = " ".join(respell(fold(text)).text.casefold().split())
    assert searchable(text) == expected
