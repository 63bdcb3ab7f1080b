"""What is not shown and why: ignores, decisions, paths, the baseline."""

from typing import ClassVar

import pytest

import claimtrack
from claimtrack import Config, Rule, Severity
from claimtrack.engine import run
from claimtrack.model import Actor, seen_fingerprint
from claimtrack.rule import Key
from claimtrack.rules.upkeep.ignore_unused import IgnoreUnused
from claimtrack.text.dates import parse_date

DAY = "2031-06-01"


class SameName(Rule[Actor]):
    """Actors of one name: one finding about all of them."""

    code, name, severity = "EX001", "same-name", Severity.WARNING
    reads: ClassVar = (Actor,)

    def keys(self, record):
        yield Key("name", (str(record.name),))

    def check(self, group):
        if len(group.members) > 1:
            names = " and ".join(actor.id for actor in group.members)
            yield self.finding(group, names, [actor.where("id") for actor in group.members])


class Unlucky(Rule[Actor]):
    code, name, severity = "EX002", "unlucky", Severity.WARNING
    reads: ClassVar = (Actor,)

    def check(self, group):
        raise ValueError("unlucky")


RULES = (SameName(), IgnoreUnused())


def checked(text, *, as_of=DAY, rules=RULES, **options):
    config = Config.parse(options.pop("config", {}))
    ledger = claimtrack.loads(text, config)
    assert not ledger.findings
    return run(ledger, rules, as_of=parse_date(as_of), **options)


def two(first="", second="", more=""):
    return (
        f"actors:\n  - {{id: a, kind: person, name: N{first}}}\n"
        f"  - {{id: b, kind: person, name: N{second}}}\n{more}"
    )


def told(result):
    return [(finding.code, finding.message) for finding in result.findings]


def held_back(result):
    return {reason: count for reason, count in result.summary.suppressed.items() if count}


FOUND = [("EX001", "a and b")]


def test_without_a_word_it_is_shown():
    result = checked(two())
    assert told(result) == FOUND
    assert held_back(result) == {}
    assert list(result.summary.suppressed) == ["ignored", "decided", "baseline", "per-path"]


@pytest.mark.parametrize("rule", ["EX001", "same-name"])
@pytest.mark.parametrize("where", ["primary", "related"])
def test_an_ignore_by_code_or_name_on_any_place_silences(rule, where):
    entry = f", ignore: [{{rule: {rule}, reason: r}}]"
    result = checked(two(entry) if where == "primary" else two("", entry))
    assert told(result) == []
    assert held_back(result) == {"ignored": 1}


@pytest.mark.parametrize("rule", ["EX", "ALL", "Same-Name"])
def test_an_ignore_names_one_rule_in_full(rule):
    result = checked(two(f", ignore: [{{rule: {rule}, reason: r}}]"))
    assert [finding.code for finding in result.findings] == ["EX001", "CT803"]


@pytest.mark.parametrize(
    ("until", "silent"), [("2031-06-01", True), ("2031-05-31", False), ("2031-06", True)]
)
def test_an_ignore_holds_through_its_last_day(until, silent):
    result = checked(two(f", ignore: [{{rule: EX001, reason: r, until: {until}}}]"))
    if silent:
        assert told(result) == []
    else:
        assert told(result) == [*FOUND, ("CT803", "this ignore expired on 2031-05-31")]


def test_every_ignore_that_matches_is_of_use():
    entry = ", ignore: [{rule: EX001, reason: r}, {rule: same-name, reason: r}]"
    assert told(checked(two(entry, entry))) == []


def test_an_idle_ignore_is_a_finding_at_its_place():
    text = two().replace("name: N", "name: M, ignore: [{rule: EX001, reason: r}]", 1)
    (finding,) = checked(text).findings
    assert finding.message == "this ignore silences nothing: EX001 has no finding here"
    assert finding.primary.pointer == "/actors/0/ignore/0/rule"
    assert finding.fix.safe
    assert finding.fix.edits[0].pointer == "/actors/0/ignore/0"


def test_an_ignore_of_no_rule_is_told_with_the_nearest():
    result = checked(two(", ignore: [{rule: same-nam, reason: r}]"))
    assert told(result)[1][1] == (
        "this ignore names no rule that exists: 'same-nam'; did you mean 'same-name'?"
    )


@pytest.mark.parametrize(
    "config",
    [
        {"ignore": ["EX001"]},
        {"select": ["CT803"]},
        {"severity": {"same-name": "off"}},
    ],
    ids=str,
)
def test_an_ignore_is_not_idle_while_its_rule_does_not_run(config):
    alone = two().replace("name: N", "name: M, ignore: [{rule: EX001, reason: r}]", 1)
    assert told(checked(alone, config=config)) == []


def test_an_ignore_is_not_idle_where_its_rule_failed():
    alone = two(", ignore: [{rule: unlucky, reason: r}]")
    assert told(checked(alone, rules=(*RULES, Unlucky()))) == FOUND


DECISION = """\
decisions:
  - finding: {finding}
    decision: known_dispute
    by: b
    at: 2031-05-20
    why: w
    {more}
"""


def decided(more="", text=None, as_of=DAY):
    finding = checked(two()).findings[0].fingerprint
    decision = DECISION.format(finding=finding, more=more)
    return checked((text or two()) + decision, as_of=as_of)


def test_a_decision_settles_a_finding():
    result = decided()
    assert told(result) == []
    assert held_back(result) == {"decided": 1}


@pytest.mark.parametrize(("expires", "silent"), [("2031-06-01", True), ("2031-05-31", False)])
def test_a_decision_holds_through_its_last_day(expires, silent):
    assert told(decided(f"expires: {expires}")) == ([] if silent else FOUND)


def test_a_decision_reopens_when_what_was_compared_has_changed():
    actor = claimtrack.loads(two()).actors["b"]
    seen = f"seen: {{actor:b: {seen_fingerprint(actor)}}}"
    assert told(decided(seen)) == []
    assert told(decided(seen, two("", ", wikidata: Q11"))) == FOUND
    assert told(decided(seen, two(", wikidata: Q11"))) == [], "it did not look at the other one"
    gone = "seen: {actor:zz: 0123456789abcdef0123}"
    assert told(decided(gone)) == FOUND


def test_an_ignore_and_a_review_are_no_change_of_what_was_compared():
    actor = claimtrack.loads(two()).actors["b"]
    seen = f"seen: {{actor:b: {seen_fingerprint(actor)}}}"
    reviewed = ", review: {by: a, at: 2031-05-20, fingerprint: 0123456789abcdef0123}"
    assert told(decided(seen, two("", reviewed))) == []


def test_of_several_decisions_one_that_holds_is_enough_whatever_their_order():
    finding = checked(two()).findings[0].fingerprint
    entries = [
        f"  - {{finding: {finding}, decision: misreport, by: b, at: 2031-05-20, why: w{more}}}\n"
        for more in ("", ", expires: 2031-05-21")
    ]
    for order in (entries, entries[::-1]):
        assert told(checked(two() + "decisions:\n" + "".join(order))) == []


@pytest.mark.parametrize(
    ("pattern", "rules", "silent"),
    [
        ("*", ["EX001"], True),
        ("ledger.yaml", ["EX"], True),
        ("*.yaml", ["same-name", "CT803"], True),
        ("*.yml", ["EX001"], False),
        ("ledger.yaml", ["CT803"], False),
        ("LEDGER.yaml", ["EX001"], False),
    ],
)
def test_per_path(pattern, rules, silent):
    result = checked(two(), config={"per-path": {pattern: rules}})
    assert told(result) == ([] if silent else FOUND)
    assert held_back(result) == ({"per-path": 1} if silent else {})


def test_per_path_looks_at_the_primary_place_only():
    files = {
        "new/a.yaml": "actors: [{id: a, kind: person, name: N}]",
        "old/b.yaml": "actors: [{id: b, kind: person, name: N}]",
    }
    for folder, silent in (("new", True), ("old", False)):
        config = Config.parse({"per-path": {f"{folder}/*": ["EX001"]}})
        result = run(claimtrack.loads(files, config), RULES[:1], as_of=parse_date(DAY))
        assert (told(result) == []) is silent


def accepted(text):
    return frozenset(finding.fingerprint for finding in checked(text).findings)


def pairs(*names):
    return "actors:\n" + "".join(
        f"  - {{id: {name}{place}, kind: person, name: {name}}}\n"
        for name in names
        for place in "ab"
    )


def test_a_baseline_accepts_findings_one_by_one():
    baseline = accepted(pairs("x", "y"))
    result = checked(pairs("x", "y"), baseline=baseline)
    assert told(result) == []
    assert held_back(result) == {"baseline": 2}
    # As many findings as before; but one was fixed, and another came.
    result = checked(pairs("x", "z"), baseline=baseline)
    assert told(result) == [("EX001", "za and zb")]
    assert held_back(result) == {"baseline": 1}


def test_a_baseline_does_not_mind_moved_lines_and_renamed_files():
    baseline = accepted(two())
    moved = "# a comment\n\n" + two().replace(
        "actors:\n", "actors:\n  - {id: c, kind: person, name: C}\n"
    )
    assert told(checked(moved, baseline=baseline)) == []
    ledger = claimtrack.loads({"other/name.yaml": moved})
    assert told(run(ledger, RULES[:1], as_of=parse_date(DAY), baseline=baseline)) == []


class EachField(Rule[Actor]):
    """Findings that only their places tell apart."""

    code, name, severity = "EX004", "each-field", Severity.INFO
    reads: ClassVar = (Actor,)

    def check(self, group):
        actor = group.members[0]
        for position, _ in enumerate(actor.tags):
            yield self.finding(group, "a tag", [actor.where("tags", position)])


def test_a_baseline_that_accepts_two_findings_alike_shows_a_third():
    def tagged(tags):
        text = f"actors: [{{id: a, kind: person, name: N, tags: [{tags}]}}]"
        return claimtrack.loads(text)

    def found(tags, baseline=frozenset()):
        day = parse_date(DAY)
        return run(tagged(tags), [EachField()], as_of=day, baseline=baseline).findings

    baseline = frozenset(finding.fingerprint for finding in found("t, u"))
    assert len(baseline) == 2
    assert found("t, u", baseline) == ()
    assert len(found("t, u, v", baseline)) == 1


def test_an_ignore_comes_before_a_decision_and_that_before_the_baseline():
    baseline = accepted(two())
    entry = ", ignore: [{rule: EX001, reason: r}]"
    finding = next(iter(baseline))
    decision = DECISION.format(finding=finding, more="")
    assert held_back(checked(two(entry) + decision, baseline=baseline)) == {"ignored": 1}
    assert held_back(checked(two() + decision, baseline=baseline)) == {"decided": 1}


def test_removing_an_idle_ignore_is_only_a_suggestion_while_a_file_is_broken():
    idle = ", ignore: [{rule: same-name, reason: known}]"
    records = f"actors:\n  - {{id: a, kind: person, name: N{idle}}}\n"
    whole = claimtrack.loads({"a.yaml": records})
    broken = claimtrack.loads({"a.yaml": records, "b.yaml": "actors: [{id: b, kind: persn}]"})
    fixes = [
        found.fix
        for ledger in (whole, broken)
        for found in run(ledger, RULES, as_of=parse_date(DAY)).findings
    ]
    assert [fix.safe for fix in fixes] == [True, False]


def test_an_ignore_of_an_idle_decision_is_of_use():
    text = """
decisions:
  - finding: 00000000000000000000
    rule: CT309
    decision: not_a_conflict
    by: desk
    at: 2031-03-04
    why: Said twice
"""
    silenced = text + "    ignore: [{rule: CT804, reason: kept for the record}]\n"
    codes = [
        [
            found.code
            for found in claimtrack.check(claimtrack.loads(given), as_of="2031-06-01").findings
        ]
        for given in (text, silenced)
    ]
    assert codes == [["CT804"], []]
