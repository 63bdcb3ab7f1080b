"""The nearest passage is shown with its difference, and never passes."""

import pytest

from claimtrack.text.anchor import Source
from claimtrack.text.worddiff import Change, shown, word_diff

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
