"""Reading tables: delimiters, broken rows, and what lacks columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.interop.feeds.csv import csv_rows
from claimtrack.interop.feeds.found import Found, Gap


def read(text, size=7, **options):
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return list(csv_rows(pieces, **options))


def rows(found):
    return [one.value for one in found if isinstance(one, Found)]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign):
    assert rows(read(f"a{sign}b\r\n1{sign}2\r\n")) == [{"a": "1", "b": "2"}]


def test_a_delimiter_that_is_named():
    assert rows(read("a;b,c\n1;2,3\n", delimiter=",")) == [{"a;b": "1;2", "c": "3"}]


def test_cells_over_several_lines_and_empty_ones():
    found = read('a,b\n"one\ntwo",\n\n"say ""x""",4\n')
    assert rows(found) == [{"a": "one\ntwo"}, {"a": 'say "x"', "b": "4"}]
    assert [one.place[:2] for one in found] == [(2, 1), (5, 1)]


def test_a_quotation_mark_that_nobody_closed_takes_one_row():
    found = read('a,b\n1,"two\n3,4\n5,6\n')
    assert rows(found) == [{"a": "3", "b": "4"}, {"a": "5", "b": "6"}]
    assert [type(one) for one in found] == [Gap, Found, Found]
    assert found[0].place.line == 2


def test_a_quotation_mark_that_another_row_closes():
    found = read('a,b\n1,"two\n3,"four"\n5,6\n')
    assert rows(found) == [{"a": "3", "b": "four"}, {"a": "5", "b": "6"}]


def test_too_many_cells():
    (gap,) = read("a,b\n1,2,3\n")
    assert gap.reason == "3 cells in a table of 2 columns"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "names no columns"),
        (",,\n1,2,3\n", "names no columns"),
        ("a,a\n1,2\n", "two columns are called 'a'"),
        ("Speker,b\n1,2\n", "no column 'Speaker'; did you mean 'Speker'?"),
        ("x,b\n1,2\n", "no column 'Speaker'; there are x, b"),
    ],
)
def test_tables_that_cannot_be_read(text, reason):
    needed = ["Speaker"] if "Speaker" in reason else []
    (gap,) = read(text, needed=needed)
    assert reason in gap.reason


@given(st.text(alphabet='a,"\n\r;é', max_size=60), st.integers(1, 9))
def test_any_text_comes_to_an_end_and_the_pieces_make_no_difference(text, size):
    assert read(f"a,b\n{text}", size) == read(f"a,b\n{text}", 1 << 16)
