"""References: every field that refers is walked, and nothing else is."""

import pytest

import claimtrack
from claimtrack.model import Identifiers, references

LEDGER = """
actors:
  - {id: fund, kind: organisation, name: Fund, speaks_for: [a1], roles: [{title: Head, of: a2}]}
articles:
  - id: wire
    outlet: a1
    title: Dam
    language: en
    published: 2031-05-01
    syndicated_from: a2
    cites: [a3]
    corrections: [{date: 2031-05-02, text: No., affects: [c1]}]
occasions:
  - {id: talk, kind: call, date: 2031-05-01, actors: [a1], transcript: w1}
propositions:
  - id: dam
    text: x
    contradicts: [p1]
    implies: [p2]
    same_as: [p3]
    part_of: p4
    parties: [a1]
    verdicts: [{veracity: supported, reviewer: a2, date: 2031, evidence: [c1, https://x.example/]}]
claims:
  - id: one
    article: w1
    speaker: a1
    proposition: p1
    occasion: o1
    quotes: [{exact: x, translations: [{language: en, text: x, by: a2}]}]
    attribution: {chain: [{actor: a3}, {article: w2}]}
    based_on: [c1]
    supersedes: [c2]
    corrects: [c3]
    history: [{date: 2031, why: x, evidence: [w3]}]
  - {id: voice, article: w1, speaker: article, statement: x}
decisions:
  - {same: [c1, c2], different: [a1], by: x, at: 2031, why: x}
"""

FOUND = {
    "actor:fund": "roles/0/of a2, speaks_for/0 a1",
    "article:wire": "outlet a1, syndicated_from a2, cites/0 a3, corrections/0/affects/0 c1",
    "occasion:talk": "actors/0 a1, transcript w1",
    "proposition:dam": (
        "contradicts/0 p1, implies/0 p2, same_as/0 p3, part_of p4, parties/0 a1, "
        "verdicts/0/reviewer a2, verdicts/0/evidence/0 c1"
    ),
    "claim:one": (
        "article w1, speaker a1, proposition p1, occasion o1, quotes/0/translations/0/by a2, "
        "attribution/chain/0/actor a3, attribution/chain/1/article w2, based_on/0 c1, "
        "supersedes/0 c2, corrects/0 c3, history/0/evidence/0 w3"
    ),
    "claim:voice": "article w1",
    "decision:same-c1+c2": "same/0 c1, same/1 c2, different/0 a1",
}


def test_every_reference_of_every_kind_of_record():
    ledger = claimtrack.loads(LEDGER)
    assert not ledger.findings
    found = {
        record.ref: ", ".join(
            f"{'/'.join(map(str, reference.path))} {reference.name}"
            for reference in references(record)
        )
        for record in ledger.records
    }
    assert found == FOUND


@pytest.mark.parametrize("slip", ["minister-oduja", "mnister-oduya", "ministre-oduya"])
def test_what_was_meant_is_among_those_alike(slip):
    names = sorted({"minister-oduya", *(f"minister-{n}" for n in range(99)), *map(str, range(99))})
    identifiers = Identifiers(kind="actor", names=tuple(names))
    assert "minister-oduya" in identifiers.like(slip)
    assert identifiers.has("minister-oduya")
    assert not identifiers.has(slip)
