"""What values mean to the sweep agrees with what quantities and dates say of themselves."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import check, loads
from claimtrack.config import Config
from claimtrack.engine.view import lookup_of
from claimtrack.model import Claim
from claimtrack.rule import Group, Key
from claimtrack.rules.agreement.sweep import clashing
from claimtrack.rules.agreement.value_conflict import _conflicting
from claimtrack.rules.agreement.values import Value, values
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import can_equal, comparable, parse_quantity

NUMBERS = ["35", "11", "about 33", "363.869", "1.500", "more than 30", "at most 12", "dozens", "٣٥"]
UNITS = ["", "bodies", "km", "miles", "m", "percent", "percentage points", "days", "months"]
quantities = st.builds(
    lambda number, unit: f"{number} {unit}".strip(),
    st.sampled_from(NUMBERS),
    st.sampled_from(UNITS),
)
dates = st.sampled_from(
    [
        "2031",
        "2031-05-03",
        "2031-05-04",
        "2031-05-03T23:30+03:00",
        "2031-05-03T23:30-05:00",
        "2031-05-04T01:00",
        "2031-05-03T08:00+02:00/..",
        "../2031-05-02",
        "2031-05-02~",
    ]
)


def meant(texts, kind):
    claims = "\n".join(
        f"  - {{id: c{n}, article: a, speaker: s, proposition: p, value: {text!r}, said: 2031}}"
        for n, text in enumerate(texts)
    )
    ledger = loads(
        f"propositions: [{{id: p, text: P, value: {{type: {kind}}}}}]\nclaims:\n{claims}\n"
    )
    records = tuple(record for record in ledger.records if isinstance(record, Claim))
    group = Group(Key("p", ()), records, Config(), lookup_of(ledger, parse_date("2031")))
    found = list(values(group))
    assert all(isinstance(value, Value) for value in found)
    return found


def conflicting(found):
    by_scale = {}
    for value in found:
        by_scale.setdefault(value.meaning.scale, []).append(value)
    return {value.claim.id for alike in by_scale.values() for value in _conflicting(alike)}


@given(st.lists(quantities, min_size=2, max_size=7))
def test_quantities_conflict_where_they_cannot_be_equal(texts):
    read = [parse_quantity(text) for text in texts]
    expected = {
        f"c{n}"
        for n, one in enumerate(read)
        if any(comparable(one, other) and not can_equal(one, other) for other in read)
    }
    assert conflicting(meant(texts, "quantity")) == expected


@given(st.lists(dates, min_size=2, max_size=7))
def test_dates_conflict_where_they_do_not_overlap(texts):
    read = [parse_date(text) for text in texts]
    expected = {
        f"c{n}" for n, one in enumerate(read) if not all(one.overlaps(other) for other in read)
    }
    assert conflicting(meant(texts, "date")) == expected


@given(st.lists(st.sampled_from(["open", "shut", "Open", "مفتوح"]), min_size=2, max_size=4))
def test_choices_conflict_where_the_words_differ(texts):
    found = meant(texts, "choice")
    assert bool(conflicting(found)) == (len(set(texts)) > 1)
    held = [value.held() for value in found]
    assert clashing(held, held) == [any(other != one for other in texts) for one in texts]


def test_a_slip_in_a_choice_is_told_once():
    ledger = loads("""
propositions: [{id: p, text: Gate, value: {type: choice, choices: [open, shut]}}]
claims:
- {id: one, article: a, speaker: s, proposition: p, value: open, said: 2031}
- {id: two, article: b, speaker: s, proposition: p, value: Open, said: 2031}
""")
    codes = {found.code for found in check(ledger, as_of="2031-06-01").findings}
    assert "CT004" in codes
    assert "CT301" not in codes
