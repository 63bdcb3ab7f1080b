"""Direction and language of texts, and the phrases that must not be reordered."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.api import load
from claimtrack.reports.runs import (
    _ACTIVE,
    _RIGHT_TO_LEFT,
    LONGEST_NAME,
    Run,
    _cleaned,
    _strong,
    cleaned,
    direction_of_language,
    run_of,
)
from claimtrack.testing import sample

TEXTS = st.text(st.characters() | st.sampled_from("\u202e\u2067\u2069\u200fعب٤5-. a\ud800"))


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("ar-LB", "rtl"),
        ("ar-Latn", "ltr"),
        ("fa", "rtl"),
        ("en", "ltr"),
        ("az", "ltr"),
        ("az-Arab-IR", "rtl"),
        ("x-arab", "rtl"),
    ],
)
def test_a_language_has_a_direction(tag, direction):
    assert direction_of_language(tag) == direction


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a red line", "en", ("en", "ltr")),
        ("خط أحمر", "ar", ("ar", "rtl")),
        ("Reuters قالت", "ar", ("ar", "rtl")),
        ("خط أحمر", "en", ("", "rtl")),
        ("Reuters", "ar", ("", "ltr")),
        ("خط", "", ("", "rtl")),
        ("400", "ar", ("ar", "rtl")),
        ("", "", ("", "ltr")),
        ("x", '"><b>', ("", "ltr")),
    ],
)
def test_the_script_decides_where_it_contradicts_the_tag(text, language, expected):
    run = run_of(text, language)
    assert (run.lang, run.dir) == expected


@pytest.mark.parametrize(
    ("text", "language", "phrases"),
    [
        ("لمدة 20 years فقط", "ar", ["20 years"]),
        ("بين 2031-05-04 و 5", "ar", ["2031-05-04", "5"]),
        ("من 20, 30 سنة", "ar", ["20", "30"]),
        ("said by قاسم دوفري, 2031", "en", ["قاسم دوفري"]),
        ("on ٤ مايو ٢٠٣١ at noon", "en", ["٤ مايو ٢٠٣١"]),
        ("عبّاسَ said", "en", ["عبّاسَ"]),
        ("found ٣٥ جثة", "en", ["٣٥ جثة"]),
        ("toll ۳۵ جسد", "en", ["۳۵ جسد"]),
        ("rise of -٣٫٥٪ فقط", "en", ["-٣٫٥٪ فقط"]),
        ("نحو -3.5% فقط", "ar", ["-3.5%"]),
        ("٣٥ جثة", "ar", []),
        ("plain words, 2031-05-04", "en", []),
    ],
)
def test_phrases_of_the_other_direction(text, language, phrases):
    run = run_of(text, language)
    assert [piece.text for piece in run.pieces if piece.dir != run.dir] == phrases


@given(TEXTS, st.sampled_from(["", "en", "ar"]))
def test_the_pieces_of_a_run_are_its_text(text, language):
    run = run_of(text, language)
    assert "".join(piece.text for piece in run.pieces) == run.text
    assert all(piece.text for piece in run.pieces) or not run.text


NUMBERED = st.text(st.sampled_from("٣٥۳۵35-+.,٫٬/:% १abبج"))


@given(NUMBERED, st.sampled_from(["", "en", "ar"]))
def test_no_number_is_cut(text, language):
    pieces = [piece.text for piece in run_of(text, language).pieces]
    for before, after in pairwise(pieces):
        assert not (before[-1].isdecimal() and after[0].isdecimal())
        assert not (before[-1] in "٫٬." and before[-2:-1].isdecimal() and after[0].isdecimal())


def test_no_value_of_the_demo_ledger_is_cut():
    values = [
        claim.value
        for claim in load(sample("demo") / "claims").claims.values()
        if claim.value is not None
    ]
    assert "٣٥ جثة" in values
    for value in values:
        for text in (value, f"found {value}, 2031", f"وجد {value}"):
            pieces = [piece.text for piece in run_of(text, "en").pieces]
            numbers = [number for piece in pieces for number in re.findall(r"\d+", piece)]
            assert numbers == re.findall(r"\d+", text)


@given(TEXTS)
def test_cleaned_text_cannot_act_on_its_surroundings(text):
    clean = cleaned(text)
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r\x00")
    assert cleaned(clean) == clean
    clean.encode("utf-8")


def test_an_override_is_shown_and_an_isolate_is_dropped():
    assert cleaned("a\u202eb") == "a<U+202E>b"
    assert cleaned("a\u2067b\u2069") == "ab"
    assert cleaned("a\u200fb") == "a\u200fb"


def test_a_name_is_cut_where_it_is_mentioned():
    assert len(run_of("n" * 10_000).short.text) == LONGEST_NAME


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("[-لن-] نقبل", ["لن", "نقبل"]),
        ("read {+لن+} نقبل now", ["لن", "نقبل"]),
        ("[-٣٠-] {+٣٥+} جثة", ["٣٠", "٣٥", "جثة"]),
    ],
)
def test_the_marks_of_a_diff_stay_outside_of_what_they_hold(text, phrases):
    pieces = Run(text, "", "ltr").pieces
    assert [piece.text for piece in pieces if piece.dir == "rtl"] == phrases
    assert "".join(piece.text for piece in pieces) == text


def test_every_character_that_acts_is_cleaned_and_no_other():
    acting = {chr(code) for code in range(0x110000) if _cleaned(chr(code)) != chr(code)}
    assert {chr(code) for code in range(0x110000) if _ACTIVE.search(chr(code))} == acting
    assert cleaned("a\u2028b") == "a\nb"


def test_a_text_without_a_right_to_left_letter_is_one_piece():
    for code in range(0x110000):
        if _strong(chr(code)) == "rtl" or unicodedata.bidirectional(chr(code)) == "AN":
            assert _RIGHT_TO_LEFT.search(chr(code)), hex(code)
