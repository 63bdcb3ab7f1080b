"""Whatever the text and the quote: an answer, and within the text."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.anchor import Grade, Source
from claimtrack.text.worddiff import Change, printed_diff, shown, word_diff

ODD = st.text(
    st.characters()  # lone surrogates as well
    | st.sampled_from(
        "a bاأ\u0301\u0654\u0640\u064e\u200f\u200b\u00ad“”«»…[].'’\n\t\r\u0000ﻻﷺİß3٣٫"
    ),
    max_size=60,
)


@st.composite
def asked(draw):
    """A text and a quote, most of them a piece of it that was tampered with."""
    text = draw(ODD)
    first = draw(st.integers(0, len(text)))
    last = draw(st.integers(first, len(text)))
    return text, draw(st.just(text[first:last]) | st.just(text[first:last] + draw(ODD)) | ODD)


@given(asked(), st.none() | ODD, st.none() | ODD)
def test_an_anchor_lies_within_its_text(texts, prefix, suffix):
    text, exact = texts
    anchor = Source(text).anchor(exact, prefix, suffix)
    assert all(0 <= start <= end <= len(text) for start, end in anchor.passages)
    if anchor.grade.passes:
        assert len(anchor.passages) == len(anchor.quotation.fragments) > 0
        assert anchor.places == 1
    if anchor.grade in (Grade.ABSENT, Grade.EMPTY):
        assert anchor.whole is None


@given(asked())
def test_the_nearest_passage_lies_within_its_text(texts):
    text, exact = texts
    found = Source(text).near(exact)
    if found is not None:
        (start, end), likeness = found
        assert 0 <= start < end <= len(text)
        assert 0 < likeness <= 1


@given(asked())
def test_a_difference_is_made_of_what_is_printed(texts):
    first, second = texts
    stretches = [*word_diff(first, second), *printed_diff(first, second)]
    for change, ours, theirs in stretches:
        assert ours in first
        assert theirs in second
        assert bool(ours) == (change is not Change.ADDED)
        assert bool(theirs) == (change is not Change.DROPPED)
    assert isinstance(shown(stretches), str)
