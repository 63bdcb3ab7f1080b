"""Rules that share their keys are asked once, and nobody can see that."""

from collections import Counter

from claimtrack import Claim, Key, Rule, Severity, check, loads
from claimtrack.engine.families import families
from claimtrack.engine.grouping import assemble
from claimtrack.plugins import all_rules

LEDGER = """\
claims:
  - {id: a, article: x, speaker: s, statement: T}
  - {id: b, article: x, speaker: s, statement: U, status: retracted}
"""
ASKED = Counter()


class ByArticle(Rule[Claim]):
    severity = Severity.INFO
    reads = (Claim,)

    @staticmethod
    def keys(record):
        ASKED[record.id] += 1
        yield Key("article", (record.article,))

    def check(self, group):
        yield self.finding(group, self.name, [group.members[0].where()])


class One(ByArticle):
    code, name = "DESK1", "one"


class Two(ByArticle):
    code, name = "DESK2", "two"


class Own(ByArticle):
    code, name = "DESK3", "own"

    def keys(self, record):
        ASKED[record.id] += 1
        yield Key("article", (record.article + self.code,))


def test_static_keys_are_asked_once_for_all_who_inherit_them():
    rules = [One(), Own(), Two()]
    assert [[rule.code for rule in one.members] for one in families(rules)] == [
        ["DESK1", "DESK2"],
        ["DESK3"],
    ]
    ASKED.clear()
    assembly = assemble(rules, loads(LEDGER).records)
    assert ASKED == {"a": 2, "b": 2}
    assert [[key.parts for key in found] for found in assembly.groups] == [[("x",)], [("xDESK3",)]]
    found = check(loads(LEDGER), rules=rules)
    assert [finding.code for finding in found.findings] == ["DESK1", "DESK2", "DESK3"]
    assert found.summary.checks_run == 3


def test_families_of_the_catalogue_read_the_same_kinds():
    every = families(all_rules())
    assert sum(len(one.members) for one in every) == len(all_rules())
    assert max(len(one.members) for one in every) > 10
    for one in every:
        assert {rule.reads for rule in one.members} == {one.reads}
