"""Every rule fires on a ledger with its conflict and is silent on the repaired twin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import check
from claimtrack.rules import catalogue
from claimtrack.testing.strategies import conflicted, ledgers

RULES = [pytest.param(rule, id=rule.name) for rule in catalogue()]
AS_OF = "2031-06-01"


def found(ledger, rules):
    return check(ledger, as_of=AS_OF, rules=rules).findings


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=8)
@given(data=st.data())
def test_a_rule_fires_on_its_conflict_and_not_on_the_repaired_twin(rule, data):
    conflict = data.draw(conflicted(rule.name))
    every = list(catalogue())
    bad = found(conflict.ledger, [*every, *conflict.also])
    assert rule.name in {finding.name for finding in bad}
    good = found(conflict.repaired, every)
    assert rule.name not in {finding.name for finding in good}
    assert [finding for finding in good if str(finding.severity) != "info"] == []


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=40)
@given(data=st.data())
def test_the_same_at_length(rule, data):
    conflict = data.draw(conflicted(rule.name))
    bad = found(conflict.ledger, [*catalogue(), *conflict.also])
    assert {finding.name for finding in bad if finding.severity >= rule.severity} == {rule.name}
    assert rule.name not in {finding.name for finding in found(conflict.repaired, catalogue())}


@given(ledgers())
def test_a_consistent_ledger_has_no_errors_or_warnings(ledger):
    findings = found(ledger, catalogue())
    assert [finding for finding in findings if str(finding.severity) != "info"] == []
