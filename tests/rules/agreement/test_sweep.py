"""The sweep against its definition, and how much work it takes."""

from fractions import Fraction
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rules.agreement import sweep
from claimtrack.rules.agreement.sweep import LEAST, MOST, Bound, Held, Range, clashing
from claimtrack.text.intervals import Span

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(0, 5)
)
bounds = st.builds(Bound.at, st.integers(0, 9), st.sampled_from([-1, 0, 1]))
ranges = st.one_of(
    st.lists(bounds, min_size=2, max_size=2).map(sorted).map(lambda ends: Range(*ends)),
    bounds.map(lambda bound: Range(LEAST, bound)),
    bounds.map(lambda bound: Range(bound, MOST)),
)


def held(most):
    return st.builds(Held, spans, st.lists(ranges, min_size=1, max_size=most).map(tuple))


def by_definition(asked, against):
    return [any(one.clashes(other) for other in against) for one in asked]


@given(st.lists(held(1), max_size=12))
def test_values_of_one_reading(values):
    assert clashing(values, values) == by_definition(values, values)


@given(st.lists(held(3), max_size=8), st.lists(held(3), max_size=8))
def test_values_of_several_readings_against_others(asked, against):
    assert clashing(asked, against) == by_definition(asked, against)


@given(st.lists(held(3), max_size=8))
def test_past_the_bound_no_clash_is_invented(values):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "EXACT", 0)
        found = clashing(values, values)
    for swept, true in zip(found, by_definition(values, values), strict=True):
        assert true or not swept


@given(st.integers(-(10**400), 10**400), st.integers(-(10**400), 10**400))
def test_bounds_are_ordered_as_their_numbers_are(one, other):
    assert (Bound.at(one) < Bound.at(other)) == (one < other)
    assert LEAST < Bound.at(one) < MOST
    assert (Bound.at(one).mirrored() < Bound.at(other).mirrored()) == (other < one)


def test_open_ends_do_not_meet():
    seven = Fraction(7, 3)
    below = Range(LEAST, Bound.at(seven, -1))
    at = Range(Bound.at(seven), Bound.at(seven))
    above = Range(Bound.at(seven, 1), MOST)
    assert not below.meets(at)
    assert not at.meets(above)
    assert not below.meets(above)
    assert at.meets(at)


@pytest.mark.parametrize("days", [1, 7, 1_000], ids=lambda days: f"{days} days")
@pytest.mark.parametrize("distinct", [True, False], ids=["distinct", "two values"])
def test_work_grows_as_n_log_n(days, distinct):
    """Four times the values take little more than four times the comparisons."""
    small, large = (_comparisons(n, days, distinct=distinct) for n in (1_000, 4_000))
    assert large < 6 * small


def _comparisons(size, days, *, distinct):
    counter = count()

    class Counted(Fraction):
        """A number that counts how often it is compared."""

        def __lt__(self, other):
            next(counter)
            return super().__lt__(other)

        def __eq__(self, other):
            next(counter)
            return super().__eq__(other)

        def __neg__(self):
            return Counted(super().__neg__())

        __hash__ = Fraction.__hash__

    values = []
    for number in range(size):
        bound = Bound(0.0, Counted(number if distinct else number % 2))
        day = number % days
        values.append(Held(Span(day, day), (Range(bound, bound),)))
    clashing(values, values)
    return next(counter)
