import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.folding import APART, FORMS, MARKS, SPELLINGS, fold, respell
from claimtrack.text.glyphs import differences


def named(ours, theirs):
    return [str(difference) for difference in differences(ours, theirs)]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("the dam", "the dam", []),
        ("the\ndam", "the dam", ["white space"]),
        ("“dam”", '"dam"', ['quotation marks (" for “)']),
        ("it’s", "it's", ["apostrophes (' for ’)"]),
        ("a–b", "a-b", ["dashes (- for –)"]),
        ("الســد", "السد", ["tatweel (ـ)"]),
        ("السدّ", "السد", ["diacritics (ـّ)"]),
        ("d\u200bam", "dam", ["invisible signs"]),
        ("أحمر", "احمر", ["alef (ا for أ)"]),
        ("مبنى", "مبني", ["yeh (ي for ى)"]),
        ("بوابة", "بوابه", ["heh and teh marbuta (ه for ة)"]),
        ("١٢ قرية", "12 قرية", ["digits (1 for ١)"]),
        ("٤٫٨", "٤.٨", ["number signs (. for ٫)"]),
        ("cafe\u0301", "café", ["the composition of letters"]),
        ("“أ”", '"ا"', ['quotation marks (" for “)', "alef (ا for أ)"]),
    ],
)
def test_what_differs_is_named(ours, theirs, expected):
    assert named(ours, theirs) == expected


@pytest.mark.parametrize("sign", [*map(chr, MARKS), *map(chr, FORMS), *SPELLINGS, *map(chr, APART)])
def test_every_sign_that_a_folding_touches_has_a_name(sign):
    printed = f"ب{sign}ب"
    plain = respell(fold(printed)).text
    assert plain != printed
    assert "the composition of letters" not in named(printed, plain)


@given(st.text(st.sampled_from('اأبة \n“"ـ\u064e١1-–'), max_size=20))
def test_texts_that_are_equal_when_folded_differ_in_something_that_has_a_name(text):
    folded = respell(fold(text)).text
    assert bool(differences(text, folded)) is (text != folded)
