"""Derived records: who gets them, in which order they are made, and what a failure does."""

from typing import ClassVar

from attrs import frozen

import claimtrack
from claimtrack import Key, Rule, Severity
from claimtrack.engine import run
from claimtrack.engine.deriving import needed
from claimtrack.model import Actor, Record
from claimtrack.rule import Deriver
from claimtrack.rules.upkeep.ignore_unused import IgnoreUnused
from claimtrack.rules.upkeep.rule_crashed import RuleCrashed
from claimtrack.text.dates import parse_date

LEDGER = """
actors:
  - {id: a, kind: person, name: A, ignore: [{rule: EX001, reason: r}]}
  - {id: b, kind: person, name: B}
"""


@frozen(kw_only=True, weakref_slot=False)
class Count(Record):
    KIND: ClassVar[str] = "count"
    kind: str
    number: int

    @property
    def id(self):
        return self.kind


class Counts(Deriver):
    code = name = "counts"
    reads: ClassVar = (Actor,)

    def keys(self, record):
        yield Key("kind", (record.kind,))

    def derive(self, group):
        yield Count(kind=group.key.parts[0], number=len(group.members))


class Doubles(Deriver):
    code = name = "doubles"
    reads: ClassVar = (Count,)
    needs: ClassVar = (Counts,)

    def derive(self, group):
        for count in group.of(Count):
            yield Count(kind=f"double-{count.kind}", number=2 * count.number)


class Crowded(Rule):
    """Says how many there are."""

    code, name, severity = "EX001", "crowded", Severity.WARNING
    reads: ClassVar = (Actor,)
    needs: ClassVar = (Doubles,)

    def check(self, group):
        (actor,) = group.members
        count = group.find(Count, f"double-{actor.kind}")
        yield self.finding(group, f"twice is {count.number}", [actor.where("id")])


def outcome(*rules):
    return run(claimtrack.loads(LEDGER), rules, as_of=parse_date("2031-06-01"))


def test_a_rule_finds_what_was_derived_from_what_was_derived():
    result = outcome(Crowded())
    assert [finding.message for finding in result.findings] == ["twice is 4"]
    assert result.summary.suppressed["ignored"] == 1


def test_each_deriver_runs_once_after_those_that_it_needs():
    assert [type(one) for one in needed([Crowded(), Doubles(), Crowded()])] == [Counts, Doubles]


def test_a_deriver_that_raises_is_told_and_its_rules_are_not_finished(monkeypatch):
    def fail(self, group):
        raise ValueError("no count")

    monkeypatch.setattr(Counts, "derive", fail)
    monkeypatch.setattr(Crowded, "check", lambda self, group: ())
    result = outcome(Crowded(), RuleCrashed(), IgnoreUnused())
    assert [finding.code for finding in result.findings] == ["CT900"]
    assert result.findings[0].message.startswith(
        "counts failed on kind:person: ValueError: no count"
    )
    assert "--ignore" not in result.findings[0].help


def test_what_is_no_record_is_a_failure_too(monkeypatch):
    monkeypatch.setattr(Counts, "derive", lambda self, group: [3])
    monkeypatch.setattr(Crowded, "check", lambda self, group: ())
    messages = [finding.message for finding in outcome(Crowded(), RuleCrashed()).findings]
    assert any("expected a Record, found 3" in message for message in messages)
