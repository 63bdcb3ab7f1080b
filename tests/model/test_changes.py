"""What changed in records: each sort of change, and what is none."""

import pytest
from hypothesis import given

from claimtrack import check, loads
from claimtrack.model.changes import appeared, changes
from claimtrack.testing import strategies as cs

CLAIM = """
claims:
  - id: c
    article: a
    speaker: oduya
    proposition: dam
    statement: {en: The dam is not safe, ar: السد ليس آمنا}
    value: 11 bodies
    quotes:
      - {exact: a red line for all of us, language: en}
      - {exact: not today, language: en}
"""
OTHERS = """
actors: [{id: oduya, kind: person, name: Oduya}]
articles: [{id: a, outlet: wire, title: Gate, language: en, published: 2031-05-02}]
propositions:
  - id: dam
    text: The dam holds
    verdicts: [{veracity: supported, reviewer: oduya, date: 2031-05-03}]
"""


def between(old, new):
    return changes(loads({"a.yaml": old}), loads({"a.yaml": new}))


@pytest.mark.parametrize(
    ("old", "new", "facets", "paths"),
    [
        ("value: 11", "value: 35", ["value"], [("value",)]),
        ("is not safe", "is safe", ["reworded"], [("statement", "en")]),
        ("red line for", "thin red line for", ["reworded"], [("quotes", 0, "exact")]),
        ("not today", "tomorrow then", ["quotes"], [("quotes",), ("quotes",)]),
        ("- {exact: not today, language: en}", "", ["quotes"], [("quotes",)]),
        ("day, language: en", "day, language: fr", ["quotes"], [("quotes", 1, "language")]),
        ("value:", "stance: denies\n    value:", ["stance"], [("stance",)]),
        ("value:", "status: draft\n    value:", ["status"], [("status", "lifecycle")]),
        ("value:", "status: withdrawn\n    value:", ["withdrawn"], [("status", "lifecycle")]),
        ("speaker: oduya", "speaker: article", ["attribution"], [("speaker",)]),
        (
            "value:",
            "attribution: {cue: said}\n    value:",
            ["attribution"],
            [("attribution", "cue")],
        ),
        ("value:", "note: seen\n    value:", ["details"], [("note",)]),
    ],
)
def test_claims(old, new, facets, paths):
    (change,) = between(CLAIM, CLAIM.replace(old, new, 1))
    assert change.record.ref == "claim:c"
    assert list(change.facets) == facets
    assert [field.path for field in change.fields] == paths


def test_the_default_is_told_as_what_stood():
    (change,) = between(CLAIM, CLAIM.replace("value:", "stance: denies\n    value:"))
    assert [(one.old, one.new) for one in change.fields] == [("affirms", "denies")]


@pytest.mark.parametrize(
    ("old", "new", "ref", "facet"),
    [
        ("The dam holds", "The dam broke", "proposition:dam", "reworded"),
        ("supported", "refuted", "proposition:dam", "verdicts"),
        ("title: Gate", "title: Dam", "article:a", "reworded"),
        ("2031-05-02}", "2031-05-02, status: corrected}", "article:a", "status"),
        ("name: Oduya", "name: Oduya, aliases: [Od]", "actor:oduya", "details"),
    ],
)
def test_other_kinds(old, new, ref, facet):
    (change,) = between(OTHERS, OTHERS.replace(old, new))
    assert (change.record.ref, *change.facets) == (ref, facet)


def test_new_and_removed():
    (change,) = between(OTHERS, OTHERS + CLAIM)
    assert (change.old, *change.facets) == (None, "new")
    (change,) = between(OTHERS + CLAIM, OTHERS)
    assert (change.new, *change.facets) == (None, "removed")


def test_what_only_moved_or_was_set_otherwise_is_no_change():
    old = loads({"a.yaml": OTHERS + CLAIM})
    new = loads(
        {"b/z.yaml": CLAIM.replace("value: 11 bodies", 'value: "11 bodies"'), "y.yaml": OTHERS}
    )
    assert changes(old, new) == ()


def test_several_records_of_one_identifier():
    twice = CLAIM + CLAIM.replace("claims:\n", "").replace("11", "12")
    assert between(twice, CLAIM + CLAIM.replace("claims:\n", "").replace("11", "13"))[0].facets == (
        "value",
    )
    assert [c.facets for c in between(CLAIM, twice)] == [("new",)]


def test_order_of_a_history_is_told():
    one, two = "{date: 2031-05-03, why: x}", "{date: 2031-05-04, why: y}"
    text = CLAIM + "    history: [%s, %s]\n"
    (change,) = between(text % (one, two), text % (two, one))
    assert [field.path for field in change.fields] == [("history",)]


@given(cs.ledgers(), cs.ledgers())
def test_laws(one, other):
    assert changes(one, one) == ()
    there, back = changes(one, other), changes(other, one)
    assert {c.record.ref for c in there} == {c.record.ref for c in back}
    assert {c.record.ref for c in there if c.old is None} == {
        c.record.ref for c in back if c.new is None
    }
    same = set(one.records) & set(other.records)
    unique = {r.ref for r in same}
    assert not unique & {c.record.ref for c in there}
    assert all(c.fields for c in there if c.old is not None and c.new is not None)


def test_findings_by_fingerprint():
    findings = check(loads({"a.yaml": CLAIM}), as_of="2031-06-01").findings
    assert findings
    assert appeared(findings, findings) == []
    assert appeared([], findings) == list(findings)
    assert appeared(findings[1:], findings) == [findings[0]]
