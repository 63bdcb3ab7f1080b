"""What a change of a ledger brought: which findings are shown, and at which place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import check, loads
from claimtrack.testing import strategies as cs

DAY = "2031-06-01"
ACTORS = """
actors:
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: barq, kind: outlet, name: {en: Barq, ar: البرق}}
"""
DAM = """
propositions:
  - id: dam
    text: {en: The dam was inspected, ar: فُحص السد}
    verdicts:
      - {veracity: supported, reviewer: wire, date: 2031-05-03}
"""
REFUTED = "      - {veracity: refuted, reviewer: barq, date: %s}\n"
TOLL = """
propositions:
  - {id: toll, text: {en: Bodies found by 1 May}, value: {type: quantity, unit: bodies}}
"""
ARTICLE = """
article: {id: %(id)s, outlet: %(outlet)s, title: T, language: en, published: %(day)s}
claims:
  - {id: %(id)s-toll, speaker: article, proposition: toll, value: %(value)s, as_of: 2031-05-01}
"""


def article(name, value, day, outlet="wire"):
    return ARTICLE % {"id": name, "outlet": outlet, "value": value, "day": day}


def brought(old, new):
    result = check(loads(new), as_of=DAY, since=loads(old))
    return [
        (one.code, one.primary.file, one.primary.line, [place.file for place in one.related])
        for one in result.findings
        if one.severity >= 2
    ]


def test_a_new_article_that_contradicts_an_old_one_is_where_it_shows():
    base = {"actors.yaml": ACTORS, "toll.yaml": TOLL}
    late = {"late.yaml": article("late", "35 bodies", "2031-05-09", "barq")}
    early = {"early.yaml": article("early", "11 bodies", "2031-05-02")}
    both = base | late | early
    codes = {finding.code for finding in check(loads(both), as_of=DAY).findings}
    assert "CT301" in codes
    # Whichever of them is new, though a check without `since` shows it at the later article.
    for new, old in ((early, late), (late, early)):
        (found,) = (one for one in brought(base | old, both) if one[0] == "CT301")
        assert found == ("CT301", *new, 4, [*old])
    assert brought(both, both) == []


@pytest.mark.parametrize("day", ["2031-05-01", "2031-05-06"])
def test_a_new_entry_of_a_list_is_the_place_whatever_its_date(day):
    old = {"a.yaml": ACTORS + DAM}
    new = {"a.yaml": ACTORS + DAM + REFUTED % day}
    result = check(loads(new), as_of=DAY, since=loads(old))
    (finding,) = (one for one in result.findings if one.code == "CT303")
    lines = new["a.yaml"].splitlines()
    assert "refuted" in lines[finding.primary.line - 1]
    assert ["supported" in lines[place.line - 1] for place in finding.related] == [True]


def test_what_was_there_is_not_shown_and_is_counted():
    old = {"a.yaml": ACTORS + DAM + REFUTED % "2031-05-06"}
    new = old | {"b.yaml": "actors: [{id: oduya, kind: person, name: Oduya}]"}
    shown = {finding.code for finding in check(loads(new), as_of=DAY, since=loads(old)).findings}
    assert "CT005" in shown
    assert "CT303" not in shown
    result = check(loads(old), as_of=DAY, since=loads(old))
    assert result.findings == ()
    assert result.summary.suppressed["earlier"] == len(check(loads(old), as_of=DAY).findings) > 0
    assert result.exit_code() == 0


def test_a_record_that_moved_brings_nothing():
    old = {"a.yaml": ACTORS + DAM + REFUTED % "2031-05-06"}
    new = {"a.yaml": ACTORS, "b.yaml": "# moved\n" + DAM + REFUTED % "2031-05-06"}
    assert brought(old, new) == []


def test_what_remains_of_a_conflict_that_lost_a_party_was_there_before():
    base = {
        "actors.yaml": ACTORS + "  - {id: halvath, kind: outlet, name: Halvath Review}\n",
        "toll.yaml": TOLL,
        "one.yaml": article("one", "11 bodies", "2031-05-02"),
        "two.yaml": article("two", "35 bodies", "2031-05-03", "barq"),
    }
    three = base | {"three.yaml": article("three", "50 bodies", "2031-05-04", "halvath")}
    assert "CT301" in {finding.code for finding in check(loads(base), as_of=DAY).findings}
    assert "CT301" not in {code for code, *_ in brought(three, base)}
    # But a party that says something else is a new conflict.
    other = base | {"two.yaml": article("two", "36 bodies", "2031-05-03", "barq")}
    assert "two.yaml" in {file for code, file, *_ in brought(three, other) if code == "CT301"}


def test_a_second_unknown_key_of_a_record_is_new():
    old = {"a.yaml": "actors:\n  - {id: oduya, kind: person, name: Oduya, nmae: x}\n"}
    new = {"a.yaml": old["a.yaml"].replace("nmae: x", "nmae: x, knid: y")}
    (finding,) = check(loads(new), as_of=DAY, since=loads(old)).findings
    assert "knid" in finding.message


def test_an_entry_that_cannot_be_read_does_not_shift_the_others():
    """The record has one verdict less than its file: positions are those of the file."""
    bad = "      - {veracity: nonsense, reviewer: wire, date: 2031-05-01}\n"
    old = {"a.yaml": ACTORS + DAM.rstrip("\n").rsplit("\n", 1)[0] + "\n" + bad}
    old["a.yaml"] += "      - {veracity: supported, reviewer: wire, date: 2031-05-03}\n"
    new = {"a.yaml": old["a.yaml"] + REFUTED % "2031-05-01"}
    result = check(loads(new), as_of=DAY, since=loads(old))
    (finding,) = (one for one in result.findings if one.code == "CT303")
    assert "refuted" in new["a.yaml"].splitlines()[finding.primary.line - 1]


@given(cs.ledgers(), cs.ledgers(), st.data())
@settings(max_examples=15)
def test_laws(old, new, data):
    shown = check(new, as_of=DAY, since=old)
    full = check(new, as_of=DAY)
    by_print = {finding.fingerprint: finding for finding in full.findings}
    assert check(new, as_of=DAY, since=new).findings == ()
    hidden = shown.summary.suppressed["earlier"]
    assert len(shown.findings) + hidden == len(full.findings)
    for finding in shown.findings:
        whole = by_print[finding.fingerprint]
        assert sorted(finding.places) == sorted(whole.places)
        assert finding._replace(primary=whole.primary, related=whole.related) == whole
    # Against nothing at all, everything is new, and stands where it always does.
    assert check(new, as_of=DAY, since=loads({})).findings == full.findings
