import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.fold import fold, respell


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  two\u00a0 words\n", "two words"),
        ("“red line”", '"red line"'),
        ("«خط أحمر»", '"خط أحمر"'),
        ("the dam’s", "the dam's"),
        ("400–450 — about", "400-450 - about"),
        ("\u200fخط\u200e \u202bأحمر\u202c \u2067\u2069", "خط أحمر"),
        ("مــشـروع", "مشروع"),
        ("مُحَمَّدٌ", "محمد"),
        ("e\u0301te\u0301", "été"),
        ("ا\u0653", "آ"),
        ("Case stays", "Case stays"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "respelled"),
    [
        ("أحمد إلى آخر ٱلسد", "احمد الي اخر السد"),
        ("مسؤول رئيس على", "مسوول رييس علي"),
        ("مدرسة", "مدرسه"),
        ("کی", "كي"),
        ("٤٠٠ و۵", "400 و5"),
        ("ا\u0654", "ا"),
    ],
)
def test_respell(text, respelled):
    assert respell(text) == respelled


# Letters, marks that combine with them, and what folding removes or replaces.
texts = st.text(
    st.sampled_from("eاأیىۀە \u0301\u0653\u0654\u064e\u0640\u200d\u200e“«–٤") | st.characters()
)


@given(texts)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert respell(respell(text)) == respell(text)
    assert respell(fold(text)) == respell(text)


@given(texts)
def test_composed_and_decomposed_texts_fold_alike(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(unicodedata.normalize("NFC", decomposed)) == fold(decomposed)
