import re

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.signs import one_of


@given(st.sets(st.characters(), min_size=1), st.text())
def test_a_class_matches_its_signs_and_no_others(signs, text):
    pattern = re.compile(one_of(signs))
    assert all(pattern.fullmatch(sign) for sign in signs)
    assert pattern.findall(text) == [char for char in text if char in signs]


def test_neighbours_are_one_range():
    assert one_of("cabx]^-") == r"[\-\]-\^a-cx]"
