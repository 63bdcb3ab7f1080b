"""The two ledgers that come with the project: the founding one is clean, the sample shows all."""

import re
from pathlib import Path

import claimtrack
from claimtrack.rules import catalogue
from claimtrack.testing import sample

FOUNDING = Path(__file__).parents[1] / "claims"
SHOWN_ELSEWHERE = {"CT900"}  # it is about a rule, not about a ledger


def test_the_founding_ledger_is_clean():
    result = claimtrack.check(claimtrack.load(FOUNDING))
    assert result.findings == ()
    assert result.summary.records["claims"] > 20
    assert result.exit_code() == 0


def test_quotes_of_the_founding_ledger_are_short():
    for claim in claimtrack.load(FOUNDING).claims.values():
        for quote in claim.quotes:
            words = f"{quote.prefix or ''} {quote.exact} {quote.suffix or ''}".split()
            assert len(words) <= 8, claim.id


def test_the_demonstration_ledger_shows_every_rule():
    result = claimtrack.check(claimtrack.load(sample("demo")), as_of="2031-06-01")
    found = {finding.code for finding in result.findings}
    assert found == {rule.code for rule in catalogue()} - SHOWN_ELSEWHERE


def test_its_page_lists_the_rules_that_it_shows():
    page = (sample("demo") / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| (CT\d+) ", page, re.MULTILINE))
    assert listed == {rule.code for rule in catalogue()} - SHOWN_ELSEWHERE
