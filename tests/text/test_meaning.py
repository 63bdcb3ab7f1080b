from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.meaning import Carries, meaning_of, units


def carried(text):
    return [(bearer.kind.value, bearer.words) for bearer in meaning_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is not safe", [("negation", "not")]),
        ("The dam isn't safe", [("negation", "n't")]),
        ("The dam isn’t safe", [("negation", "n’t")]),
        ("We cannot pay", [("modality", "can"), ("negation", "not")]),
        ("No one will sleep", [("negation", "No one")]),
        ("It may hold in May", [("modality", "may")]),
        ("We will pay unless it rains", [("condition", "unless")]),
        ("about twenty-five homes", [("hedge", "about"), ("number", "twenty-five")]),
        ("no doubt it held", []),
        ("one of them left", []),
        ("the gate, she said, was shut", [("speech", "said")]),
        ("the gate” and “the seal", [("speech", "”"), ("speech", "“")]),
        ("لن نقبل", [("negation", "لن")]),
        ("ولن نقبل", [("negation", "ولن")]),
        ("بلا قيد", [("negation", "بلا")]),
        ("لا يزال السد قائما", []),
        ("قد يكون آمنا", [("modality", "قد")]),
        ("قد كان آمنا", []),
        ("ألا نعود", [("negation", "ألا")]),
        ("إلا البوابة", [("condition", "إلا")]),
        ("نقبل ما لم ينهر", [("condition", "ما لم")]),
        ("إلا أن السد قائم", []),
        ("لعشرين عاما", [("number", "لعشرين")]),
        ("نحن ما استهدفنا السد", [("perhaps a negation", "ما")]),
        ("ما هاجمنا الشمال", [("perhaps a negation", "ما")]),
        ("هذا ما قلناه أمس", []),
        ("كل ما فعلنا كان خطأ", []),
        ("ما لدينا يكفي", []),
        ("نحن ما زلنا هنا", []),
        ("وقال إن السد قائم", [("speech", "وقال")]),
    ],
)
def test_what_words_carry(text, expected):
    assert carried(text) == expected


@pytest.mark.parametrize("text", ["20 gates", "twenty gates", "٢٠ بوابة", "عشرين بوابة", "وعشرون"])
def test_a_number_is_one_however_it_is_printed(text):
    (number,) = meaning_of(text)
    assert number.kind is Carries.NUMBER
    assert number.values == (Fraction(20),)


def test_two_numbers_are_two():
    values = [bearer.values for bearer in meaning_of("in 2014, 2015 and 20-30; 5 five")]
    assert values == [(2014,), (2015,), (20,), (30,), (5,), (5,)]


def test_a_contraction_is_written_in_full():
    short, long = units("We don't, won't and can't"), units("We do not, will not and cannot")
    assert [unit.key for unit in short] == [unit.key for unit in long]


@given(st.text())
def test_bearers_stand_where_they_say(text):
    bearers = meaning_of(text)
    assert all(text[one.start : one.end] == one.words for one in bearers)
    assert all(0 <= one.start <= one.end <= len(text) for one in bearers)
    assert list(bearers) == sorted(bearers, key=lambda one: one.start)


@pytest.mark.parametrize("word", ["one", "not", "20", "thousand", "لا", "two hundred and", "n't"])
def test_a_word_said_without_end_is_read(word):
    assert len(units(f"{word} " * 20_000)) <= 60_000
