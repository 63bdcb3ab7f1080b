"""The canonical layout: what it changes, and that it changes nothing else."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import loads
from claimtrack.store.dump import dump
from claimtrack.store.layout import comments
from claimtrack.store.tidy import tidy
from claimtrack.testing import strategies as cs

CASES = yaml.safe_load(Path(__file__).with_name("tidy.yml").read_text(encoding="utf-8"))
FILES = sorted((Path(__file__).parents[2] / "claims").rglob("*.yaml"))
TEXTS = st.lists(cs.records(), max_size=3).map(dump)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case):
    if "refused" in case:
        with pytest.raises(ValueError, match=re.escape(case["refused"])):
            tidy(case["before"])
        return
    assert tidy(case["before"]) == case["after"]
    assert tidy(case["after"]) == case["after"]
    assert tidy("\ufeff" + case["before"]) == "\ufeff" + case["after"]


@given(TEXTS)
def test_a_dump_is_tidy(text):
    assert tidy(text) == text


@st.composite
def untidy(draw):
    """A dump with blanks, comments and blank lines where anybody may put them."""
    lines = []
    for line in draw(TEXTS).splitlines():
        ends = re.match(r" *(- )?\w+: \w+$|\w+:$| *- \w+$", line)
        lines.append(line + draw(st.sampled_from(["", "  ", " # سد", "   #x"] if ends else [""])))
        if re.match(r"\w+:", line):
            lines += draw(st.sampled_from([[], [""], ["", "", "  "], ["# on its own"]]))
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])


@given(untidy())
def test_what_it_says_and_its_comments_stay(text):
    done = tidy(text)
    assert loads(done).records == loads(text).records
    assert [*comments(done)] == [*comments(text)]
    assert tidy(done) == done


@given(st.text(st.sampled_from("ab:-#{}[],&*!|> \n\t'\"?%سد"), max_size=30))
def test_any_text_is_laid_out_or_refused(text):
    try:
        done = tidy(text)
    except ValueError:
        return
    assert tidy(done) == done


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_founding_ledger_is_tidy(file):
    text = file.read_text(encoding="utf-8")
    assert tidy(text) == text
