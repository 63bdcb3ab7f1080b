"""One run: crashes, order, accounts. The rules are small ones of these tests."""

from typing import ClassVar

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack import Config, Finding, Key, Rule, Severity, Skip
from claimtrack.engine import run
from claimtrack.model import Actor, Claim, Document, RuleCrash, UnusedIgnore
from claimtrack.rules import catalogue
from claimtrack.rules.upkeep.rule_crashed import RuleCrashed
from claimtrack.store.locate import placed
from claimtrack.text.dates import parse_date

DAY = parse_date("2031-06-01")

LEDGER = """\
actors:
  - {id: a, kind: person, name: A}
  - {id: b, kind: person, name: B}
"""


class EachActor(Rule[Actor]):
    """A finding for each actor."""

    code, name, severity = "EX001", "each-actor", Severity.WARNING
    reads: ClassVar = (Actor,)

    def check(self, group):
        for actor in group.of(Actor):
            yield self.finding(group, f"saw {actor.id}", [actor.where("id")])


class MuteError(Exception):
    def __str__(self):
        raise ValueError("no words")


def recurse():
    return recurse()


def leave():
    raise SystemExit(0)


def mute():
    raise MuteError


def divide():
    return 1 // 0


def outcome(*rules, text=LEDGER, **options):
    return run(claimtrack.loads(text), [*rules, RuleCrashed()], as_of=DAY, **options)


def crashes(result):
    return [finding for finding in result.findings if finding.code == "CT900"]


@pytest.mark.parametrize("failure", [divide, recurse, leave, mute], ids=lambda f: f.__name__)
@pytest.mark.parametrize("method", ["keys", "links", "check"])
def test_a_rule_that_raises_becomes_a_finding_and_the_others_go_on(failure, method):
    class Failing(EachActor):
        code, name = "EX002", "failing"

    def fail(self, subject):
        if "a" in (subject.id if isinstance(subject, Actor) else subject.key.parts):
            failure()
        return getattr(EachActor, method)(self, subject)

    setattr(Failing, method, fail)
    result = outcome(EachActor(), Failing())
    assert [finding.message for finding in result.findings if finding.code != "CT900"] == [
        "saw a",
        "saw b",
        "saw b",
    ]
    (crash,) = crashes(result)
    assert "EX002 failing failed on actor:a" in crash.message
    assert crash.primary.record == "actor:a"
    assert crash.primary.file == "ledger.yaml"
    assert crash.severity is Severity.ERROR
    assert result.exit_code() == 1


def test_a_crash_says_what_was_raised_and_where():
    class Failing(EachActor):
        def check(self, group):
            return divide()

    crash = crashes(outcome(Failing()))[0]
    assert "ZeroDivisionError" in crash.message
    assert "in divide, line " in crash.message


def test_a_long_complaint_is_cut():
    class Failing(EachActor):
        def check(self, group):
            raise ValueError("x" * 10_000)

    assert len(crashes(outcome(Failing()))[0].message) < 1000


def test_what_was_found_before_a_rule_raised_is_kept():
    class Late(EachActor):
        def check(self, group):
            yield from super().check(group)
            yield Skip("half-way")
            divide()

    result = outcome(Late())
    assert [finding.message for finding in result.findings if finding.code == "EX001"] == [
        "saw a",
        "saw b",
    ]
    assert len(crashes(result)) == 2
    assert result.summary.checks_skipped == {"half-way": 2}


GOOD = Finding("EX001", "each-actor", Severity.INFO, "m", claimtrack.Location("ledger.yaml"))


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "a text",
        Skip(7),
        Key("actor", ("a",)),
        GOOD._replace(code="CT301"),
        GOOD._replace(name="other"),
        GOOD._replace(severity="error"),
        GOOD._replace(message=None),
        GOOD._replace(primary="ledger.yaml:1"),
        GOOD._replace(related=("ledger.yaml:1",)),
        GOOD._replace(primary=claimtrack.Location(None)),
        GOOD._replace(fingerprint=7),
    ],
    ids=repr,
)
@pytest.mark.parametrize("severity", [{}, {"EX001": "error"}], ids=["own", "configured"])
def test_what_is_no_finding_is_a_crash(wrong, severity):
    class Wrong(EachActor):
        def check(self, group):
            yield wrong

    result = outcome(Wrong(), config=Config.parse({"severity": severity}))
    assert [finding.code for finding in result.findings] == ["CT900", "CT900"]
    assert "TypeError" in result.findings[0].message


@pytest.mark.parametrize("method", ["keys", "links", "check"])
def test_a_rule_that_gives_nothing_where_many_are_expected_is_a_crash(method):
    silent = type("Silent", (EachActor,), {method: lambda self, subject: None})
    assert len(crashes(outcome(silent()))) == 2


def test_a_rule_that_fails_on_what_the_run_brought_to_light_is_told_as_well():
    class OnFacts(Rule[RuleCrash | UnusedIgnore]):
        code, name, severity = "EX003", "on-facts", Severity.INFO
        reads: ClassVar = (RuleCrash, UnusedIgnore)

        def check(self, group):
            divide()

    ledger = LEDGER.replace("name: A", "name: A, ignore: [{rule: no-rule, reason: r}]")
    failing = type("Failing", (EachActor,), {"check": lambda self, group: divide()})
    result = outcome(failing(), OnFacts(), text=ledger)
    assert {crash.message.split(" failed")[0] for crash in crashes(result)} == {
        "EX001 each-actor",
        "EX003 on-facts",
    }


def test_a_selected_rule_that_fails_is_never_green():
    failing = type("Failing", (EachActor,), {"check": lambda self, group: divide()})
    assert outcome(failing(), config=Config(select=("EX001",))).exit_code() == 1


def test_two_records_of_one_name_may_both_fail_and_both_carry_idle_ignores():
    twice = """\
actors:
  - {id: a, kind: person, name: A, ignore: [{rule: EX001, reason: r}, {rule: no, reason: r}]}
  - {id: a, kind: person, name: A, ignore: [{rule: EX001, reason: r}, {rule: no, reason: r}]}
"""
    failing = type("Failing", (EachActor,), {"keys": lambda self, actor: divide()})
    ledger = claimtrack.loads(twice)
    result = claimtrack.check(ledger, rules=[*catalogue(), failing()], as_of=DAY)
    assert [finding.code for finding in result.findings].count("CT803") == 2
    assert [finding.code for finding in result.findings].count("CT900") == 2
    prints = [finding.fingerprint for finding in result.findings]
    assert len(set(prints)) == len(prints)


def test_findings_alike_have_fingerprints_of_their_own_that_do_not_depend_on_order():
    class Thrice(EachActor):
        def check(self, group):
            for field in self.order:
                yield self.finding(group, "the same", [group.members[0].where(field)])

    prints = []
    for order in (("id", "kind", "name"), ("name", "id", "kind")):
        Thrice.order = order
        result = outcome(Thrice(), text="actors: [{id: a, kind: person, name: A}]")
        prints.append({found.primary.pointer: found.fingerprint for found in result.findings})
    assert prints[0] == prints[1]
    assert len(set(prints[0].values())) == 3


def test_the_account_of_a_run():
    class Choosy(EachActor):
        def keys(self, record):
            yield Skip("not-b") if record.id != "b" else Key("actor", ("b",))

    told = []
    result = outcome(EachActor(), Choosy(), progress=lambda *counts: told.append(counts))
    summary = result.summary
    assert summary.files == 1
    assert summary.records == {
        "actors": 2,
        "articles": 0,
        "occasions": 0,
        "propositions": 0,
        "claims": 0,
        "decisions": 0,
    }
    assert summary.checks_run == 3
    assert summary.checks_skipped == {"not-b": 1}
    assert summary.findings == {"error": 0, "warning": 3, "info": 0}
    assert list(summary.findings) == ["error", "warning", "info"]
    assert set(summary.seconds) == {"EX001"}
    assert told == [(1, 3), (2, 3), (3, 3)]


# Records that share names, dates, articles, links and defects: what could depend on order does.
TANGLE = """\
article: {id: p, outlet: o, title: T, language: en, published: 2031-05-02}
articles:
  - {id: q, outlet: o, title: T, language: en, published: 2031-05-02}
  - {id: q, outlet: o, title: U, language: en, published: 2031-05-03}
actors:
  - {id: o, kind: outlet, name: O}
  - {id: s, kind: person, name: S}
  - {id: s, kind: person, name: Z}
  - {id: s, kind: person, name: S, ignore: [{rule: CT301, reason: r}]}
propositions:
  - id: x
    text: X
    same_as: [y]
    verdicts: [{veracity: supported, reviewer: o, date: 2031-05-03}]
  - {id: y, text: Y, same_as: [z]}
  - {id: z, text: Z, verdicts: [{veracity: refuted, reviewer: o, date: 2031-05-03}]}
claims:
  - {id: c, speaker: s, proposition: x}
  - {id: c, speaker: o, proposition: y}
  - {id: d, speaker: s, proposition: z, article: q}
  - {id: d, speaker: s, proposition: z, article: q, stance: denies}
decisions:
  - {finding: 0123456789abcdef0123, decision: not_a_conflict, by: o, at: 2031-05-20, why: w}
"""


class EachGroup(Rule[Claim]):
    """Speaks of the first, the last and the whole of a wide group, in its order."""

    code, name, severity = "EX005", "each-group", Severity.INFO
    reads: ClassVar = (Claim, claimtrack.Proposition)

    def keys(self, record):
        name = record.proposition if isinstance(record, Claim) else record.id
        yield Key("proposition", (name,))

    def links(self, record):
        for other in getattr(record, "same_as", ()):
            yield Key("proposition", (record.id,)), Key("proposition", (other,))

    def check(self, group):
        names = [f"{group.name(claim.speaker)} in {claim.article}" for claim in group.of(Claim)]
        yield self.finding(group, "; ".join(names), [m.where("id") for m in group.members])


RULES = [*catalogue(), EachGroup()]


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_no_result_depends_on_the_order_of_reading(random):
    ledger = claimtrack.loads(TANGLE)
    assert not ledger.findings

    def checked(records):
        shuffled = evolve(ledger, records=tuple(records))
        result = run(shuffled, RULES, as_of=DAY)
        return placed(result.findings, ledger.read), result.summary

    records = list(ledger.records)
    expected = checked(records)
    assert {finding.code for finding in expected[0]} >= {"CT005", "CT303", "CT803", "EX005"}
    random.shuffle(records)
    assert checked(records) == expected


def test_members_stand_by_date_article_identifier_and_content():
    seen = []

    class Watching(EachGroup):
        def check(self, group):
            seen.extend((m.KIND, m.id, getattr(m, "speaker", "")) for m in group.members)
            return ()

    run(claimtrack.loads(TANGLE), [Watching()], as_of=DAY)
    assert seen[:3] == [
        ("proposition", "x", ""),
        ("proposition", "y", ""),
        ("proposition", "z", ""),
    ]
    assert [name for _, name, _ in seen[3:]] == ["c", "c", "d", "d"]


def test_of_two_records_of_one_name_the_first_in_the_tree_is_looked_up():
    many = "actors:\n" + "".join(
        f"  - {{id: a, kind: person, name: N{number}}}\n" for number in range(12)
    )
    names = []

    class Asking(EachActor):
        def check(self, group):
            names.append(group.name("a"))
            return ()

    ledger = claimtrack.loads(many)
    for records in (ledger.records, ledger.records[::-1]):
        run(evolve(ledger, records=records), [Asking()], as_of=DAY)
    assert names == ["N0", "N0"] == [str(ledger.actors["a"].name)] * 2


def test_a_file_is_a_record_too():
    class EachFile(Rule[Document]):
        code, name, severity = "EX006", "each-file", Severity.INFO
        reads: ClassVar = (Document,)

        def check(self, group):
            yield self.finding(group, "a file", [group.members[0].where()])

    (finding,) = outcome(EachFile()).findings
    assert finding.primary.record == "file:ledger.yaml"
