"""What an import remembers: by key, in order, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store.register import Register

texts = st.text(max_size=12)


@given(st.lists(st.tuples(texts, texts), max_size=12))
def test_it_is_a_mapping(pairs):
    register = Register()
    for key, value in pairs:
        register.put(key, value)
    held = dict(pairs)
    assert {key: register.get(key) for key in held} == held
    assert dict(register.among("")) == held
    register.close()


def test_keys_that_begin_so_in_order():
    register = Register()
    for key in ("b:2", "a:1", "b:", "b:١", "b;", "ba", "b:10"):
        register.put(key, key)
    assert [key for key, _ in register.among("b:")] == ["", "10", "2", "١"]
    assert register.get("b:3") is None


def test_later_words_take_the_place_of_earlier_ones():
    register = Register()
    register.put("a", "1")
    register.put("a", "2")
    assert list(register.among("a")) == [("", "2")]
