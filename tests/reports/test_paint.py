"""When to colour, and what a plain paint leaves alone."""

import pytest

from claimtrack import Severity
from claimtrack.reports.paint import PLAIN, Paint, paint_for


@pytest.mark.parametrize(
    ("terminal", "environment", "on"),
    [
        (False, {}, False),
        (True, {}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_whether_to_colour(terminal, environment, on):
    assert paint_for(terminal=terminal, environment=environment).on is on


@pytest.mark.parametrize(
    ("given", "name"), [(None, "utf-8"), ("UTF8", "utf-8"), ("latin-1", "iso8859-1")]
)
def test_the_encoding_has_one_name(given, name):
    for environment in ({}, {"NO_COLOR": "1"}):
        paint = paint_for(terminal=True, environment=environment, encoding=given)
        assert paint.encoding == name


def test_plain_marks_nothing_up_and_colour_always_ends():
    for level in Severity:
        assert PLAIN.severity("x", level) == "x"
        assert Paint(on=True).severity("x", level).endswith("x\x1b[0m")
    assert Paint(on=True).strong("") == ""


def test_text_of_others_cannot_colour():
    assert Paint(on=True).text("\x1b[31mred") == "<U+001B>[31mred"
