import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.interop.feeds.aside import IN_MEMORY, put_aside


@given(st.lists(st.text(st.characters() | st.sampled_from("\r\n\ud800\ufeff"))))
def test_a_text_is_the_same_again(pieces):
    with put_aside() as aside:
        assert [*aside.keeping(pieces)] == pieces
        assert "".join(aside.again()) == "".join(pieces)
        assert "".join(aside.again()) == "".join(pieces)


def test_a_long_text_is_not_held_in_memory():
    line = "ثلاثون, thirty\r\n" * 100
    tracemalloc.start()
    try:
        with put_aside() as aside:
            kept = sum(map(len, aside.keeping(line for _ in range(10_000))))
            assert sum(map(len, aside.again())) == kept > 10 * IN_MEMORY
        assert tracemalloc.get_traced_memory()[1] < 4 * IN_MEMORY
    finally:
        tracemalloc.stop()
