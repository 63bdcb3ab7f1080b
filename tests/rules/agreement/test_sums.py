"""The sweep of sums against its definition, and how much work it takes."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rules.agreement.sums import too_many
from claimtrack.rules.agreement.sweep import LEAST, MOST, Bound, Held, Range
from claimtrack.text.intervals import Span

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(0, 4)
)
ends = st.tuples(st.integers(0, 6), st.integers(0, 1))


def _range(low, high, *, shut_below=True, shut_above=True):
    lower = Bound.at(low[0], low[1]) if shut_below else LEAST
    upper = Bound.at(high[0] + 7, -high[1]) if shut_above else MOST
    return Range(lower, upper)


ranges = st.builds(_range, ends, ends, shut_below=st.booleans(), shut_above=st.booleans())
held = st.builds(Held, spans, st.lists(ranges, min_size=1, max_size=2).map(tuple))
parts = st.lists(st.tuples(st.sampled_from("abc"), held), max_size=8)


def _exceeds(minute, parts, whole):
    """Whether the parts are more at a minute: by the definition, with no sweep."""
    held = [one for one in whole if one.span.start <= minute <= one.span.end]
    if not held:
        return False
    total, above = 0, 0
    for name in "abc":
        least = [
            min(one.lower for one in value.ranges)
            for own, value in parts
            if own == name and value.span.start <= minute <= value.span.end
        ]
        least = min((Bound.at(0) if one == LEAST else one for one in least), default=Bound.at(0))
        total, above = total + least.exact, above or least.side
    return Bound.at(total, above) > max(one.upper for value in held for one in value.ranges)


@given(parts, st.lists(held, max_size=4))
def test_the_sweep_is_its_definition(parts, whole):
    whole = [
        one._replace(ranges=tuple(r._replace(upper=min(r.upper, Bound.at(8))) for r in one.ranges))
        for one in whole
    ]
    minutes = [minute for minute in range(20) if _exceeds(minute, parts, whole)]
    adding = [held for _, held in parts if min(r.lower for r in held.ranges) > Bound.at(0)]
    expected = [
        one
        for one in (*whole, *adding)
        if any(one.span.start <= minute <= one.span.end for minute in minutes)
    ]
    assert list(too_many(parts, whole)) == expected


def test_work_grows_as_n_log_n(monkeypatch):
    """Four times the values take little more than four times the comparisons."""
    small, large = (_comparisons(monkeypatch, size) for size in (500, 2_000))
    assert large < 6 * small


def _comparisons(monkeypatch, size):
    counter = count()
    compare = tuple.__lt__

    class Counted(Bound):
        def __lt__(self, other):
            next(counter)
            return compare(self, other)

        def __gt__(self, other):
            next(counter)
            return compare(other, self)

    def value(at):
        bound = Counted.at(1 + at % 7)
        return Held(Span(at, at + 50), (Range(bound, bound),))

    parts = [(f"part-{at % 40}", value(at)) for at in range(size)]
    assert list(too_many(parts, [value(at) for at in range(size)]))
    return next(counter)
