from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import loads
from claimtrack.lsp.completing import MOST, offers
from claimtrack.store.dump import dump
from claimtrack.testing import strategies as cs

CASES = yaml.safe_load(Path(__file__).with_name("completions.yml").read_text(encoding="utf-8"))
LEDGER = loads("""\
actors:
  - {id: wire, kind: outlet, name: The Wire}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
articles: [{id: wire-1, outlet: wire, title: Gate, language: en, published: 2031-05-02}]
claims: [{id: wire-gate, article: wire-1, speaker: oduya, statement: The gate failed}]
""")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_offered(case):
    before, _, after = case["text"].partition("‸")
    found = offers(before + after, len(before), LEDGER)
    labels = [one.label for one in found.found]
    assert set(case["offers"]) <= set(labels)
    assert bool(case["offers"]) == bool(labels)
    assert set(case.get("lacks", ())).isdisjoint(labels)
    kinds = {one.kind for one in found.found if one.label in case["offers"]}
    assert kinds <= {case.get("kind"), "word"}


def test_many_identifiers_are_offered_in_part():
    rows = ", ".join(f"{{id: a{n}, kind: person, name: A}}" for n in range(MOST + 1))
    text = "claims: [{speaker: }]"
    many = loads(f"actors: [{rows}]")
    some = offers(text, text.index("}"), many)
    assert (len(some.found), some.whole) == (MOST, False)
    typed = "claims: [{speaker: a20}]"
    fewer = offers(typed, typed.index("}"), many)
    assert fewer.whole
    assert "a20" in [one.label for one in fewer.found]


@given(st.lists(cs.records(), min_size=1, max_size=2).map(dump), st.data())
def test_nothing_that_is_typed_stops_the_offers(text, data):
    cut = data.draw(st.integers(0, len(text)))
    found = offers(text[:cut] + data.draw(st.sampled_from(["", "{", "]", ": ", "\t"])), cut, LEDGER)
    assert found.start <= cut
