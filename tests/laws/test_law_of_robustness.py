"""No input makes a check raise: what is wrong is told, with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import result_of

from claimtrack.store.dump import dump_files
from claimtrack.testing import strategies as cs
from claimtrack.testing.vocabulary import ODD_TEXTS

FRAGMENTS = [
    *ODD_TEXTS,
    *("article:", "actors:", "claims:", "propositions:", "decisions:", "id:", "ignore:", "status:"),
    *("text:", "value:", "type: quantity", "published:", "said: 2031-02-30", "speaker: article"),
    *("\n", "\n  ", "\n  - ", "\n    ", " ", ": ", ", ", "[", "]", "{", "}", "&a ", "*a", "<<: *a"),
    *("'", '"', "|", ">", "---\n", "...\n", "\t", "? ", "!!str ", "%YAML 1.1\n", "\r\n", "\x00"),
]


def yaml_like():
    return st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


@st.composite
def damaged(draw):
    """A consistent ledger in one of whose files a passage is cut, doubled or overwritten."""
    files = draw(cs.ledger_files())
    name = draw(st.sampled_from(sorted(files)))
    text = files[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 60)))
        put = draw(st.sampled_from(["", text[start:end] * 2, *FRAGMENTS]))
        text = text[:start] + put + text[end:]
    return {**files, name: text}


def verify(files):
    result = result_of(files)
    for finding in result.findings:
        assert finding.code != "CT900", finding
        assert all(place.is_placed for place in finding.places), finding


@given(st.binary(max_size=200))
def test_any_bytes(content):
    verify({"a.yaml": content})


@given(yaml_like())
def test_what_looks_like_yaml(text):
    verify({"a.yaml": text})


@given(damaged())
def test_damaged_files(files):
    verify(files)


@given(st.lists(cs.records(), max_size=5))
def test_records_that_do_not_fit_together(records):
    verify(dump_files(records))


@pytest.mark.slow
@settings(max_examples=2000)
@given(damaged() | yaml_like().map(lambda text: {"a.yaml": text}))
def test_the_same_at_length(files):
    verify(files)
