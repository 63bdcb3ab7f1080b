"""The first clock: what had been said and published by a day."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import asof, check, loads, parse_date
from claimtrack.model import Actor, Claim, Proposition, is_as_seen, seen_fingerprint
from claimtrack.testing import strategies as cs
from claimtrack.testing.scalars import days

WORLD = """
actors:
  - {id: wire, kind: outlet, name: Wire}
  - {id: desk, kind: outlet, name: Desk}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
propositions:
  - id: dam
    text: The dam holds
    verdicts:
      - {veracity: supported, reviewer: desk, date: 2031-05-04, lifecycle: superseded}
      - {veracity: refuted, reviewer: desk, date: 2031-05-20, evidence: [late]}
occasions:
  - {id: presser, kind: press_conference, date: 2031-05}
  - {id: briefing, kind: briefing, date: 2031-05-18}
articles:
  - id: one
    outlet: wire
    title: Dam
    language: en
    published: 2031-05-02T23:30+02:00
    status: retracted
    text: t/2.txt
    versions: [{retrieved: 2031-05-02, text: t/1.txt}, {retrieved: 2031-05-06, text: t/2.txt}]
    corrections:
      - {date: 2031-05-08, text: It did not, affects: [early]}
      - {date: 2031-05-10, text: Taken back, affects: [early]}
    cites: [two]
  - {id: two, outlet: wire, title: Gate, language: en, published: 2031-05-12}
claims:
  - id: early
    article: one
    speaker: oduya
    proposition: dam
    occasion: presser
    status: {attribution: misquoted, lifecycle: retracted}
    history:
      - {date: 2031-05-03, attribution: verified, why: heard}
      - {date: 2031-05-08, lifecycle: corrected, why: notice}
      - {date: 2031-05-10, attribution: misquoted, lifecycle: retracted, why: notice}
  - {id: live, article: one, speaker: oduya, proposition: dam, said: 2031-05-05}
  - {id: old, article: one, speaker: wire, proposition: dam, status: superseded}
  - {id: late, article: two, speaker: oduya, stance: denies, proposition: dam, supersedes: [old]}
decisions:
  - {different: [early, late], by: ed, at: 2031-05-13, why: two days}
"""
FILES = {"a.yaml": WORLD, "t/1.txt": "one", "t/2.txt": "two"}
LEDGER = loads(FILES)


def then(day):
    return asof(LEDGER, day)


def names(ledger, kind):
    return [record.id for record in ledger.records if kind == record.KIND]


def test_the_example_is_well_formed():
    assert LEDGER.findings == ()


@pytest.mark.parametrize(
    ("day", "claims"),
    [
        ("2031-05-01", []),
        ("2031-05-02", ["early", "old"]),
        ("2031-05-05", ["early", "live", "old"]),
        ("2031-05-12", ["early", "live", "old", "late"]),
    ],
)
def test_claims_of_what_had_come_out(day, claims):
    assert names(then(day), "claim") == claims


def test_undated_records_stay_and_dated_ones_go():
    stood = then("2031-05-12")
    assert names(stood, "actor") == ["wire", "desk", "oduya"]
    assert names(stood, "decision") == []
    # The month is not over, but a claim that was printed names the occasion.
    assert names(stood, "occasion") == ["presser"]
    assert names(then("2031-05-18"), "occasion") == ["presser", "briefing"]


@pytest.mark.parametrize(
    ("day", "attribution", "lifecycle"),
    [
        ("2031-05-02", "unverified", "active"),
        ("2031-05-03", "verified", "active"),
        ("2031-05-09", "verified", "corrected"),
        ("2031-05-10", "misquoted", "retracted"),
    ],
)
def test_status_goes_back_along_the_history(day, attribution, lifecycle):
    status = then(day).claims["early"].status
    assert (status.attribution, status.lifecycle) == (attribution, lifecycle)


def test_a_lifecycle_without_history_goes_back_where_its_cause_came_later():
    assert then("2031-05-11").claims["old"].is_live
    assert not then("2031-05-12").claims["old"].is_live


@pytest.mark.parametrize(
    ("day", "status", "corrections"),
    [("2031-05-07", "usable", 0), ("2031-05-08", "corrected", 1), ("2031-05-10", "retracted", 2)],
)
def test_articles_before_their_corrections(day, status, corrections):
    article = then(day).articles["one"]
    assert (article.status, len(article.corrections)) == (status, corrections)


def test_captures_that_had_been_made():
    stood = then("2031-05-05")
    assert [(text.content, text.is_current) for text in stood.texts] == [("one", True)]
    assert stood.articles["one"].text is None
    assert [text.content for text in then("2031-05-06").texts] == ["one", "two"]


def test_verdicts_and_the_one_that_was_superseded_only_later():
    assert then("2031-05-03").propositions["dam"].verdicts == ()
    (verdict,) = then("2031-05-19").propositions["dam"].verdicts
    assert (verdict.veracity, verdict.lifecycle) == ("supported", "active")
    assert len(then("2031-05-20").propositions["dam"].verdicts) == 2


def test_a_reference_to_what_was_not_there_yet_does_not_dangle():
    stood = then("2031-05-05")
    assert "two" not in stood.articles
    found = check(stood, as_of="2031-05-05").findings
    assert "CT006" not in {finding.code for finding in found}


def test_findings_point_at_the_entries_that_are_left():
    text = WORLD.replace(
        "- {id: old,",
        "- id: mixed\n    article: one\n    speaker: wire\n    proposition: dam\n    history:\n"
        "      - {date: 2031-06-01, attribution: verified, why: later}\n"
        "      - {date: 2031-05-03, lifecycle: active}\n  - {id: old,",
    )
    stood = asof(loads({**FILES, "a.yaml": text}), "2031-05-05")
    assert stood.claims["mixed"].where("history", 0, "date").pointer.endswith("/history/1/date")


def test_an_approval_that_holds_today_held_then():
    claim = LEDGER.claims["early"]
    text = WORLD.replace(
        "    occasion: presser\n",
        "    occasion: presser\n"
        f"    review: {{by: ed, at: 2031-05-02, fingerprint: {seen_fingerprint(claim)}}}\n",
    )
    stood = asof(loads({**FILES, "a.yaml": text}), "2031-05-04").claims["early"]
    assert stood.review.fingerprint == seen_fingerprint(stood) != seen_fingerprint(claim)
    assert asof(loads({**FILES, "a.yaml": text}), "2031-05-02").claims["early"].review is not None


def test_what_an_approval_rested_on_is_as_it_stood_too():
    article = LEDGER.articles["one"]
    for token in (seen_fingerprint(article), seen_fingerprint(article).partition("-")[0]):
        review = (
            f"{{by: ed, at: 2031-05-02, fingerprint: {'0' * 20}, seen: {{article:one: {token}}}}}"
        )
        text = WORLD.replace(
            "    occasion: presser\n", f"    occasion: presser\n    review: {review}\n"
        )
        stood = asof(loads({**FILES, "a.yaml": text}), "2031-05-04")
        ((_, seen),) = stood.claims["early"].review.seen
        assert is_as_seen(stood.articles["one"], seen)


def test_an_approval_of_later_is_not_there():
    review = f"review: {{by: ed, at: 2031-05-09, fingerprint: {'0' * 20}}}"
    text = WORLD.replace("    occasion: presser\n", f"    occasion: presser\n    {review}\n")
    stood = asof(loads({**FILES, "a.yaml": text}), "2031-05-04")
    assert stood.claims["early"].review is None


@given(cs.ledgers())
def test_nothing_later_is_the_same_ledger(ledger):
    assert asof(ledger, "../9999") is ledger


@given(cs.ledgers(), days(), days())
def test_monotone(ledger, one, other):
    first, second = sorted((one, other), key=lambda day: day.sort_key)
    before, after = asof(ledger, first), asof(ledger, second)
    assert {record.ref for record in before.records} <= {record.ref for record in after.records}
    assert {text.id for text in before.texts} <= {text.id for text in after.texts}
    for claim in before.claims.values():
        history = after.claims[claim.id].history
        assert set(claim.history) <= set(history)
    # Turning back twice is turning back to the earlier day.
    assert asof(after, first).records == before.records


@given(cs.ledgers(), days())
def test_a_consistent_ledger_was_consistent_before(ledger, day):
    result = check(asof(ledger, day), as_of=day)
    assert {finding.code for finding in result.findings} <= {"CT803"}


@given(cs.ledgers(), st.data())
def test_what_has_no_date_is_not_touched(ledger, data):
    stood = asof(ledger, data.draw(days()))
    for cls in (Actor, Proposition):
        kept = [
            evolve(r, verdicts=()) if cls is Proposition else r
            for r in stood.records
            if type(r) is cls
        ]
        all_ = [
            evolve(r, verdicts=()) if cls is Proposition else r
            for r in ledger.records
            if type(r) is cls
        ]
        assert [evolve(r, review=None) for r in kept] == [evolve(r, review=None) for r in all_]


def test_of_another_day_than_a_date():
    with pytest.raises(ValueError, match="not a date"):
        asof(LEDGER, "yesterday")
    assert asof(LEDGER, parse_date("2031-05-20")).records != ()
    assert isinstance(then("2031-05-02").claims["early"], Claim)
