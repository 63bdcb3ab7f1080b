"""Spans, crowds and chains against what they are defined to be."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.intervals import Crowd, Span, chains

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(-20, 20), st.integers(0, 6)
)


@given(st.lists(spans), spans)
def test_a_crowd_counts_those_that_meet(crowd, span):
    assert Crowd(crowd).meeting(span) == sum(one.meets(span) for one in crowd)


@given(st.lists(spans))
def test_chains_are_the_components_of_overlap(items):
    numbered = list(enumerate(items))
    found = list(chains(numbered, lambda item: item[1]))
    assert sorted(item for chain in found for item in chain) == numbered
    of = {item: number for number, chain in enumerate(found) for item in chain}
    for one in numbered:
        for other in numbered:
            if one[1].meets(other[1]):
                assert of[one] == of[other]
    for chain in found:
        for place in range(1, len(chain)):
            assert any(chain[place][1].meets(before[1]) for before in chain[:place])


@given(spans, st.integers(0, 5))
def test_a_widened_span_reaches_as_far_on_both_sides(span, minutes):
    assert span.widened(minutes).meets(Span(span.end + minutes, span.end + minutes))
    assert not span.widened(minutes).meets(Span(span.end + minutes + 1, span.end + minutes + 9))
    assert not span.widened(minutes).meets(Span(span.start - minutes - 9, span.start - minutes - 1))
