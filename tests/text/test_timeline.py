"""What meets a span, against a look at everything; and at what cost."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.intervals import Span, Timeline

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 20)
)


@given(st.lists(SPANS), SPANS)
def test_it_gives_what_meets_a_span_earliest_first(spans, asked):
    found = list(Timeline(spans, lambda span: span).meeting(asked))
    assert found == sorted(span for span in spans if span.meets(asked))


def test_it_looks_at_the_neighbours_only():
    looked = []

    def span_of(number):
        looked.append(number)
        return Span(number * 10, number * 10 + 5)

    timeline = Timeline(range(1000), span_of)
    looked.clear()
    assert list(timeline.meeting(Span(5003, 5012))) == [500, 501]
    assert looked == [500, 501]
