"""Which rules run, and how much their findings weigh."""

import pytest

from claimtrack.config import Config
from claimtrack.engine.selection import configured_level, matches, selected, weighed
from claimtrack.errors import ConfigError
from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Actor, RuleCrash
from claimtrack.rule import Rule


def rule(code, name, reads=(Actor,)):
    class Made(Rule[Actor]):
        def check(self, group):
            return ()

    Made.code, Made.name, Made.severity, Made.reads = code, name, Severity.WARNING, reads
    return Made()


RULES = [
    rule("CT301", "value-conflict"),
    rule("CT302", "unit-mismatch"),
    rule("CT305", "response-conflict"),
    rule("CT101", "quote-absent"),
    rule("EX001", "example"),
]


def codes(**config):
    return [chosen.code for chosen in selected(RULES, Config.parse(config))]


@pytest.mark.parametrize(
    ("config", "chosen"),
    [
        ({}, ["CT101", "CT301", "CT302", "CT305", "EX001"]),
        ({"select": ["ALL"]}, ["CT101", "CT301", "CT302", "CT305", "EX001"]),
        ({"select": ["CT3"]}, ["CT301", "CT302", "CT305"]),
        ({"select": ["CT"], "ignore": ["CT30"]}, ["CT101"]),
        ({"select": ["CT301", "example"]}, ["CT301", "EX001"]),
        ({"select": ["value-conflict"]}, ["CT301"]),
        ({"select": []}, []),
        ({"ignore": ["ALL"]}, []),
        ({"ignore": ["CT3", "quote-absent"]}, ["EX001"]),
        ({"severity": {"CT3": "off"}}, ["CT101", "EX001"]),
        ({"severity": {"CT3": "off", "CT301": "error"}}, ["CT101", "CT301", "EX001"]),
        ({"severity": {"ALL": "off", "CT1": "info"}}, ["CT101"]),
        ({"select": ["CT301"], "severity": {"value-conflict": "off"}}, []),
    ],
    ids=str,
)
def test_selected(config, chosen):
    assert codes(**config) == chosen


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"select": ["value-conflit"]}, "select: no rule is called 'value-conflit'; did you mean"),
        ({"ignore": ["CT999"]}, "ignore: no rule is called 'CT999'"),
        ({"ignore": ["CT7"]}, "ignore: no rule is called 'CT7'"),
        ({"severity": {"unit-mismach": "off"}}, "did you mean unit-mismatch?"),
        ({"per-path": {"drafts/*": ["zzz"]}}, "`claimtrack explain` lists the rules"),
        ({"select": ["ct301"]}, "did you mean CT301?"),
        ({"select": ["*"]}, "no rule is called '*'"),
    ],
    ids=str,
)
def test_a_rule_that_does_not_exist_is_refused_with_the_nearest(config, message):
    with pytest.raises(ConfigError) as refusal:
        codes(**config)
    assert message in str(refusal.value)


def test_a_name_is_never_a_beginning_of_names():
    assert not matches("value", "CT301", "value-conflict")
    assert matches("CT", "CT301", "value-conflict")


def test_the_rule_that_reports_crashes_runs_whatever_is_selected_unless_it_is_ignored():
    rules = [*RULES, rule("CT900", "rule-crashed", reads=(RuleCrash,))]

    def chosen(**config):
        return [found.code for found in selected(rules, Config.parse(config))]

    assert chosen(select=["EX001"]) == ["CT900", "EX001"]
    assert chosen(select=["EX001"], ignore=["CT900"]) == ["EX001"]
    assert chosen(select=["EX001"], severity={"rule-crashed": "off"}) == ["EX001"]


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        ({}, None),
        ({"CT1": "error"}, None),
        ({"ALL": "info", "CT": "error"}, Severity.ERROR),
        ({"CT": "info", "CT30": "error", "CT3": "warning"}, Severity.ERROR),
        ({"CT30": "error", "CT301": "info"}, Severity.INFO),
        ({"CT301": "info", "value-conflict": "error"}, Severity.ERROR),
        ({"value-conflict": "off", "CT301": "info"}, Severity.INFO),
        ({"ALL": "error", "CT301": "off"}, "off"),
    ],
    ids=str,
)
def test_the_closest_way_of_naming_a_rule_decides_its_severity(severity, level):
    assert configured_level("CT301", "value-conflict", Config.parse({"severity": severity})) == (
        level
    )


def test_a_finding_keeps_its_own_severity_where_none_is_configured():
    finding = Finding("CT301", "value-conflict", Severity.WARNING, "m", Location("a.yaml"))
    assert weighed(finding, Config()) is finding
    assert weighed(finding, Config.parse({"severity": {"ALL": "error"}})).severity is Severity.ERROR
