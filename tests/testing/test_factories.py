import pytest

from claimtrack import Date, check
from claimtrack.model import Localized, Quote
from claimtrack.model.words import Stance
from claimtrack.testing.factories import (
    make_actor,
    make_article,
    make_claim,
    make_ledger,
    make_occasion,
    make_proposition,
)
from claimtrack.text.dates import parse_date


def test_the_defaults_make_a_whole_ledger():
    ledger = make_ledger(
        make_actor(),
        make_actor("an-outlet", kind="outlet"),
        make_article(),
        make_proposition(),
        make_occasion(),
        make_claim(occasion="an-occasion"),
    )
    assert check(ledger, as_of="2031-06-01").findings == ()
    assert ledger.about("a-proposition") == (ledger.claims["a-claim"],)


def test_values_are_written_as_in_a_claim_file():
    claim = make_claim(
        stance="denies",
        said="2031-05-02",
        statement={"ar": "لا", "en": "No"},
        quotes=[{"exact": "a red line", "language": "en"}],
        value=35,
        status="draft",
    )
    assert claim.stance is Stance.DENIES
    assert isinstance(claim.said, Date)
    assert claim.statement == Localized((("ar", "لا"), ("en", "No")))
    assert claim.quotes == (Quote(exact="a red line", language="en"),)
    assert claim.value == "35"
    assert not claim.is_live


def test_values_may_be_objects_of_the_model():
    quote = Quote(exact="a red line")
    claim = make_claim(
        stance=Stance.DENIES,
        said=parse_date("2031-05"),
        statement=Localized.of("نعم", "ar"),
        quotes=(quote,),
    )
    assert claim.quotes == (quote,)
    assert str(claim.said) == "2031-05"


def test_none_leaves_a_default_out():
    assert make_claim(proposition=None, statement="Yes").proposition is None


def test_what_cannot_be_read_is_refused_in_the_readers_words():
    with pytest.raises(ValueError, match=r"'a-claim'.*did you mean 'affirms'"):
        make_claim(stance="afirms")
    with pytest.raises(ValueError, match="did you mean 'said'"):
        make_claim(sad="2031-05-02")


def test_findings_of_a_made_ledger_have_lines():
    ledger = make_ledger(make_proposition(), make_proposition(text="Another"))
    (finding,) = check(ledger, as_of="2031-06-01").findings
    assert (finding.code, finding.primary.line > 1) == ("CT005", True)
