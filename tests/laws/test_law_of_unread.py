"""The law of what is unread: in whatever words it stands, a rule that says so finds the same.

An index relies on it: a rule is not asked again after an edit of nothing but such fields.
"""

from pathlib import Path

import pytest
from attrs import evolve, fields

import claimtrack
from claimtrack import check
from claimtrack.config import Config
from claimtrack.engine.run import derived_for
from claimtrack.model import Localized
from claimtrack.rules import catalogue
from claimtrack.testing import sample
from claimtrack.testing.cases import read_cases

RULES = [rule for rule in catalogue() if rule.unread or any(one.unread for one in rule.needs)]
OTHER = {
    "statement": Localized((("en", "Quite other words: 1,234 not"), ("ar", "كلمات أخرى"))),
    "note": "Other words",
    "tags": ("other",),
}
AS_OF = claimtrack.parse_date("2031-06-01")


def reworded(ledger, names):
    """The ledger with other words in some fields of all its records."""
    return evolve(
        ledger,
        records=tuple(
            evolve(one, **{f.name: OTHER[f.name] for f in fields(type(one)) if f.name in names})
            for one in ledger.records
        ),
    )


def ledgers_of(rule):
    """Its cases, and a ledger with a conflict of nearly every rule."""
    module = Path(claimtrack.rules.__file__).parent.joinpath(*type(rule).__module__.split(".")[2:])
    for case in read_cases(module.with_suffix(".yml")):
        yield claimtrack.loads(case.files, Config.parse(case.config)), case.as_of
    yield claimtrack.load(sample("demo")), AS_OF


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_the_same_in_other_words(rule):
    found = 0
    for ledger, day in ledgers_of(rule):
        before = check(ledger, as_of=day, rules=[rule]).findings
        assert check(reworded(ledger, rule.unread), as_of=day, rules=[rule]).findings == before
        found += len(before)
        for deriver in rule.needs:
            changed = derived_for(reworded(ledger, deriver.unread), rule, as_of=day)
            assert changed == derived_for(ledger, rule, as_of=day)
    assert found, "it found nothing that could have changed"


def test_a_rule_that_reads_a_field_is_told_by_it():
    """The trial itself: `value-not-in-words` looks for a number in the statement."""
    (rule,) = [rule for rule in catalogue() if rule.code == "CT311"]
    ledger = claimtrack.load(sample("demo"))
    before = check(ledger, as_of=AS_OF, rules=[rule]).findings
    after = check(reworded(ledger, {"statement"}), as_of=AS_OF, rules=[rule]).findings
    assert after != before
