import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cache.packed import (
    BUCKETS,
    BadPackError,
    bucket_of,
    hashed,
    having,
    packed,
    sound,
    unpacked,
)

numbers = st.integers(0, 2**63 - 1)
pairs = st.lists(st.tuples(numbers, numbers))


@given(pairs)
def test_every_pair_is_found_again_once(given_pairs):
    buckets = dict(packed(given_pairs))
    for wanted, number in given_pairs:
        found = [*having(buckets[bucket_of(wanted)], wanted)]
        assert found.count(number) == 1
    kept = [pair for data in buckets.values() for pair in unpacked(sound(data))]
    assert sorted(kept) == sorted(set(given_pairs))
    assert [*buckets] == sorted(buckets)
    assert all(0 <= bucket < BUCKETS for bucket in buckets)


def test_a_record_that_looks_like_a_hash_is_none():
    (data,) = [data for _, data in packed([(BUCKETS, 2 * BUCKETS), (2 * BUCKETS, 7)])]
    assert [*having(data, 2 * BUCKETS)] == [7]
    assert [*having(data, 7)] == []


def test_a_bucket_of_half_a_pair_is_refused():
    with pytest.raises(BadPackError, match="8 bytes"):
        sound(b"12345678")


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_other_texts_have_another_hash(one, other):
    assert 0 <= hashed(*one) < 2**63
    assert (hashed(*one) == hashed(*other)) == ("\0".join(one) == "\0".join(other))


def test_a_name_that_is_not_unicode_has_a_hash():
    assert hashed("\udcff") != hashed("\udcfe")
