"""Every case of every rule, from the file beside the rule."""

from pathlib import Path

import pytest

import claimtrack.rules
from claimtrack.testing.cases import check_case, findings_of, read_cases

FOLDER = Path(claimtrack.rules.__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*/*.yml")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case):
    check_case(case)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not case.is_silent],
    ids=lambda case: f"{case.rule}: {case.name}",
)
def test_every_finding_says_what_to_do(case):
    found = findings_of(case)
    assert found
    assert not [finding.message for finding in found if not finding.help]


@pytest.mark.parametrize("rule", claimtrack.rules.catalogue(), ids=lambda rule: rule.name)
def test_every_rule_has_bad_and_good_cases(rule):
    module = Path(FOLDER, *type(rule).__module__.split(".")[2:])
    assert module.name == rule.name.replace("-", "_")
    cases = read_cases(module.with_suffix(".yml"))
    assert {case.rule for case in cases} == {rule.name}
    assert any(case.finds for case in cases), "no case in which the rule fires"
    assert any(case.is_silent for case in cases), "no case in which it must stay silent"
