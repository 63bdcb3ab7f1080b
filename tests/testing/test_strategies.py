import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.model import Claim, content
from claimtrack.testing import register, strategies
from claimtrack.testing.shapes import parts, strategy_of
from claimtrack.testing.strategies import ledger_files, ledgers

OTHERS = {"Conflict", "LedgerEdit", "conflicted", "edits", "edit_histories"}


@pytest.mark.parametrize("name", sorted(set(strategies.__all__) - OTHERS))
@settings(max_examples=5)
@given(data=st.data())
def test_every_strategy_draws(name, data):
    assert data.draw(getattr(strategies, name)()) is not None


@pytest.mark.parametrize("cls", [*register.STRATEGIES], ids=lambda cls: cls.__name__)
@settings(max_examples=3)
@given(data=st.data())
def test_every_class_is_drawn_from_its_type(cls, data):
    assert isinstance(data.draw(st.from_type(cls)), cls)


@given(strategies.claims(speaker=st.just("minister-oduya"), quotes=st.just(())))
def test_attributes_can_be_given(claim):
    assert (claim.speaker, claim.quotes) == ("minister-oduya", ())


def test_claims_take_many_forms():
    def is_rich(claim):
        return claim.quotes and claim.attribution and claim.history

    quick = settings(max_examples=5000, phases=[Phase.generate], database=None)
    claim = find(parts(Claim), is_rich, settings=quick)
    assert set(content(claim)) >= {"quotes", "attribution", "history"}


def test_a_type_without_a_strategy_is_refused():
    with pytest.raises(TypeError, match="complex"):
        strategy_of(complex)


@given(ledgers())
def test_ledgers_are_consistent(ledger):
    assert ledger.findings == ()
    result = claimtrack.check(ledger, as_of="2031-06-01")
    assert [found for found in result.findings if found.severity > 1] == []


@given(ledger_files())
def test_files_of_ledgers_hold_articles_with_their_claims(files):
    assert "actors.yaml" in files
    assert any(name.startswith("articles/") for name in files)
