"""The grammar of filters: what is read, and where it says that it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.filters import FilterError, read_filter


def told(text):
    return [
        (term.negated, term.field, [value.text for value in term.values])
        for term in read_filter(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ", []),
        ("dam", [(False, "", ["dam"])]),
        ("-dam", [(True, "", ["dam"])]),
        ("speaker:a|b topic:dam", [(False, "speaker", ["a", "b"]), (False, "topic", ["dam"])]),
        ("-Status:draft", [(True, "status", ["draft"])]),
        ('"red line"|gate', [(False, "", ["red line", "gate"])]),
        ('speaker:"Tamsel Oduya"', [(False, "speaker", ["Tamsel Oduya"])]),
        ("“خط أحمر” «السد»", [(False, "", ["خط أحمر"]), (False, "", ["السد"])]),
        (r'"say \"no\""', [(False, "", ['say "no"'])]),
        ("12:30 -5", [(False, "", ["12:30"]), (True, "", ["5"])]),
        ("said:2025-04..", [(False, "said", ["2025-04.."])]),
        ('"speaker:x"', [(False, "", ["speaker:x"])]),
    ],
)
def test_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("speaker:", 9, "expected a value for speaker"),
        ("speaker: x", 9, "expected a value"),
        ("dam|", 5, "expected a word"),
        ("-", 2, "expected a word"),
        ('dam "red', 5, "not closed"),
        ('""', 1, "empty"),
        ('"a"b', 4, "expected a space"),
        ("dam " * 3000, 10_001, "at most"),
    ],
)
def test_refused_with_the_place(text, position, says):
    with pytest.raises(FilterError, match=says) as error:
        read_filter(text)
    assert error.value.position == position
    assert f"character {position}:" in str(error.value)


@given(st.text(alphabet='ab:|"\\- “”«»سد\n', max_size=30))
def test_every_text_is_read_or_refused(text):
    place = None
    try:
        terms = read_filter(text)
    except FilterError as error:
        place, terms = error.position, ()
    assert place is None or 1 <= place <= len(text) + 1
    assert bool(terms) is bool(text.strip() and place is None)
    assert all(value.text for term in terms for value in term.values)
