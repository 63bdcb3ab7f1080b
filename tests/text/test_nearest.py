"""The nearest passage is shown with its difference, and never passes."""

import pytest

from claimtrack.text.anchor import Source
from claimtrack.text.worddiff import Change, first_change, printed_diff, shown, word_diff

TEXT = (
    "On Tuesday the minister said that the dam is not a red line for the government, and that "
    "talks go on until autumn. قال الوزير إن السد ليس خطًا أحمر للحكومة."
)


@pytest.mark.parametrize(
    ("quote", "passage", "difference"),
    [
        (
            "the dam is a red line for the government",
            "the dam is not a red line for the government",
            "the dam is {+not+} a red line for …",
        ),
        (
            "talks go on until spring",
            "talks go on until autumn",
            "talks go on until [-spring-] {+autumn+}",
        ),
        (
            "إن السد خطًا أحمر للحكومة",
            "إن السد ليس خطًا أحمر للحكومة",
            "إن السد {+ليس+} خطًا أحمر للحكومة",
        ),
    ],
)
def test_the_nearest_passage_and_its_difference(quote, passage, difference):
    source = Source(TEXT)
    assert not source.anchor(quote).grade.passes
    found, likeness = source.near(quote)
    assert TEXT[slice(*found)] == passage
    assert 0.6 < likeness <= 1
    assert shown(word_diff(quote, passage)) == difference


def test_nothing_is_near_words_that_are_not_there():
    assert Source(TEXT).near("entirely other vocabulary") is None
    assert Source("").near("anything") is None


def test_case_punctuation_and_spelling_are_no_difference():
    stretches = word_diff("The Dam, is; أحمر", "the dam is احمر")
    assert [stretch.change for stretch in stretches] == [Change.SAME]


@pytest.mark.parametrize(
    ("text", "quote", "difference"),
    [
        ("The bridge is safe", "the bridge is safe", "[-The-] {+the+} bridge is safe"),
        ("The bridge, is safe", "the Bridge is safe", "[-The bridge,-] {+the Bridge+} is safe"),
        ("It is safe.", "It is safe!", "It is [-safe.-] {+safe!+}"),
        ("safe — now", "safe now", "[-safe —-] {+safe+} now"),
        ("said “no” twice", 'said "no" twice', "said “no” twice"),
        ("إنه آمن، قال", "انه آمن قال", "إنه [-آمن،-] {+آمن+} قال"),
        ("", "one", "{+one+}"),
    ],
)
def test_case_and_punctuation_are_a_difference_of_what_is_printed(text, quote, difference):
    assert shown(printed_diff(text, quote)) == difference


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("Forty families wait", "Sixty families wait", ("Forty", "Sixty")),
        ("the dam is safe", "the dam is not safe", ("is safe", "not")),
        ("it is safe now", "it is safe", ("now", "safe")),
        ("", "one", ("", "one")),
    ],
)
def test_the_first_change_has_a_place_in_both_texts(first, second, places):
    found = first_change(first, second)
    assert found is not None
    assert (first[slice(*found[0])], second[slice(*found[1])]) == places
    assert first_change(first, first.title()) is None
