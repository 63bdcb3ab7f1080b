"""Every format takes every result, on every ledger that ships."""

from pathlib import Path

import pytest
from hypothesis import given
from results import results

import claimtrack
import claimtrack.testing
from claimtrack.plugins import all_rules
from claimtrack.reports.formats import FORMATS, Context
from claimtrack.reports.paint import Paint

DEMO = Path(claimtrack.testing.__file__).parent / "samples" / "demo" / "claims"
CONTEXT = Context(rules=all_rules(), version="0.1.0")


@pytest.mark.parametrize("name", FORMATS)
@given(result=results())
def test_any_result_is_written_the_same_twice(name, result):
    text = "".join(FORMATS[name](result, CONTEXT))
    assert text.endswith("\n")
    assert text == "".join(FORMATS[name](result, CONTEXT))
    text.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_poor_encoding_gets_what_it_can_show(name):
    result = claimtrack.check(claimtrack.load(DEMO), as_of="2031-06-01")
    poor = Context(rules=all_rules(), paint=Paint(encoding="ascii"), version="0.1.0")
    assert "".join(FORMATS[name](result, poor)).isascii()


@pytest.mark.parametrize("name", FORMATS)
def test_no_path_of_the_machine_is_shown(name, tmp_path, monkeypatch):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text("actors: [{id: a, kind: person, nmae: A}]\n")
    monkeypatch.chdir(tmp_path)
    result = claimtrack.check(claimtrack.load("claims"), as_of="2031-06-01")
    text = "".join(FORMATS[name](result, CONTEXT))
    assert "claims/a.yaml" in text
    assert str(tmp_path) not in text
