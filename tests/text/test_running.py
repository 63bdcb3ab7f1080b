"""Quantities in running text: where they stand, and what is none."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text import measures, running, units
from claimtrack.text.frames import read_framed
from claimtrack.text.quantity_reader import read_quantity
from claimtrack.text.running import quantities_in
from claimtrack.text.tokens import TERMS, tokens

FOUND = [
    ("about 400 kg of salt, or 400-450 kg", ["about 400 kg", "400-450 kg"]),
    ("up 3.2% to 1,234.5", ["3.2%", "1,234.5"]),
    ("قال إن نحو 400 كيلوغرام وأكثر من 60 في المئة", ["نحو 400 كيلوغرام", "وأكثر من 60 في المئة"]),
    ("13 ألفا و800 شخص عام 2015", ["13 ألفا و800"]),
    ("from $5m to $6m", ["from $5m to $6m"]),
    ("استغرق بين ساعة وساعتين، ثم يومين", ["بين ساعة وساعتين", "يومين"]),
    ("بعد عام وعامين من العمل", ["عامين"]),
    ("رحل خُمس السكان وخمس عائلات", ["خمس"]),
    ("on 17 April 2031 at 14:05, Article 5, the 1990s, F-16", []),
    ("في 17 نيسان، القرار 2231، +961 1 234 567، http://x.example/400", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_found(text, found):
    assert [text[one.start : one.end] for one in quantities_in(text)] == found


@given(st.text(max_size=80) | st.text("0123 5.,-/%$mkgو من ألف أو between and to a\n", max_size=60))
def test_any_text_gives_places_in_order(text):
    end = 0
    for one in quantities_in(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(
    st.sampled_from(["", "about ", "more than ", "$", "أكثر من ", "between ", "C$", "-"]),
    st.integers(0, 10**7),
    st.sampled_from(["", " kg", "m", " million dollars", " آلاف شخص", " to a million", " hundred"]),
)
def test_a_frame_reads_as_the_words_do(head, number, tail):
    text = f"{head}{number}{tail}"
    framed = read_framed(text)
    if framed is not None:
        assert framed == read_quantity(tokens(text))


LONG = ["a", "a.", "1", "1/", "1,", "7ر5", "[1", "1's", "5 to ", "million ", "five and ", "5% and "]
LONG += ["+1 ", "-5 ", "ما لا يقل عن ", "2 hours and 30 minutes ", "و", "http://a", "year 2015 to "]


NAMES = sorted({word for name in units._table()[1] for word in name})
WORDS = st.sampled_from(
    [*TERMS, *NAMES, *["the", "ferry", "البوابة", "م", "m", "-", "وساعتين", "من", ".", "$", "%"]]
)


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_a_line_is_passed_over_only_where_it_has_no_quantity(line):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "has_digit", lambda _: True)
        every = list(quantities_in(line))
    assert list(quantities_in(line)) == every


@pytest.mark.parametrize("piece", LONG)
def test_work_is_linear(piece, monkeypatch):
    """Four times the text takes little more than four times the readings."""
    small, large = (_readings(piece, monkeypatch, size) for size in (1_000, 4_000))
    assert large <= 5 * small


def _readings(piece, monkeypatch, size):
    counter = count()

    def counting(function):
        def counted(*given, **named):
            next(counter)
            return function(*given, **named)

        return counted

    with monkeypatch.context() as patch:
        patch.setattr(measures, "read_number", counting(measures.read_number))
        patch.setattr(running, "quantity_of", counting(running.quantity_of))
        patch.setattr(running, "find_unit", counting(running.find_unit))
        list(quantities_in(piece * (size // len(piece))))
    return next(counter)
