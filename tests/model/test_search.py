"""The fields of a filter, on a ledger in two languages."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import UsageError, loads, query
from claimtrack.model import Claim, Ledger, Localized, Quote
from claimtrack.model.search_fields import FIELDS
from claimtrack.testing import strategies as cs

LEDGER = loads("""
actors:
  - {id: wire, kind: outlet, name: {en: The Wire, ar: السلك}}
  - {id: minister-oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}, aliases: [T. O.]}
  - {id: oduya, kind: person, name: Another}
occasions:
  - {id: presser, kind: press_conference, date: 2031-05-04, place: Zelhan}
propositions:
  - id: dam
    text: {en: The dam holds, ar: يصمد السدّ}
    topics: [dam, flood water]
    kind: prediction
    verdicts: [{veracity: refuted, reviewer: wire, date: 2031-05-09}]
  - id: toll
    text: Bodies found
    kind: numerical
    value: {type: quantity, unit: bodies}
    topics: [toll]
  - {id: load, text: Load, value: {type: quantity, unit: kg}}
  - {id: opening, text: Opening day, value: {type: date}}
articles:
  - {id: a, outlet: wire, title: The gate, language: en, published: 2031-05-03, kind: interview}
  - {id: b, outlet: wire, title: البوابة, language: ar-LB, published: 2031-05-05T01:00+02:00}
claims:
  - id: c1
    article: a
    speaker: minister-oduya
    proposition: dam
    said: 2031-05-02
    form: direct
    quotes: [{exact: a red line, translations: [{language: ar, text: خط أحمر}]}]
    status: {attribution: verified}
    attribution: {force: doubting, sourcing: named, basis: on_record}
    tags: [front page]
  - id: c2
    article: b
    speaker: minister-oduya
    stance: denies
    proposition: dam
    occasion: presser
  - {id: c3, article: b, speaker: article, proposition: toll, value: ٣٥ جثة, note: n}
  - {id: c4, article: a, speaker: wire, proposition: toll, value: about 30 bodies, status: draft}
  - {id: c5, article: a, speaker: wire, proposition: load, value: 0.4 t}
  - {id: c6, article: a, speaker: wire, proposition: opening, value: 2031-06}
  - {id: c7, article: x, speaker: nobody, statement: {en: It is damaged, ar: مُتضرِّر}}
""")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "c7 c1 c4 c5 c6 c2 c3"),
        ("speaker:minister-oduya", "c1 c2"),
        ("speaker:oduya", ""),  # an identifier is itself, and not words of another's
        ("speaker:tamsel", "c1 c2"),
        ('speaker:"تَامسل اودويا"', "c1 c2"),
        ("speaker:minister", "c1 c2"),
        ("speaker:article", "c3"),
        ("speaker:nobody", "c7"),
        ("speaker:nobody|article", "c7 c3"),
        ("outlet:wire -speaker:wire", "c1 c2 c3"),
        ("article:gate", "c1 c4 c5 c6"),
        ("article:البوابه", "c2 c3"),
        ("proposition:toll", "c4 c3"),
        ("occasion:zelhan", "c2"),
        ("id:c1|c7", "c7 c1"),
        ("topic:flood", "c1 c2"),
        ('topic:"flood water"', "c1 c2"),
        ("topic:floo", ""),
        ("tag:front", "c1"),
        ("stance:denies", "c2"),
        ("status:draft", "c4"),
        ("status:verified", "c1"),
        ("lifecycle:active attribution:verified", "c1"),
        ("form:direct force:doubting sourcing:named basis:on-record", "c1"),
        ("certainty:unstated -id:c7", "c1 c4 c5 c6 c2 c3"),
        ("verdict:refuted", "c1 c2"),
        ("kind:interview", "c1 c4 c5 c6"),
        ("kind:press_conference|numerical", "c4 c2 c3"),
        ("said:2031-05-02", "c1"),
        ("said:..2031-05-03", "c1 c4 c5 c6"),
        ("said:2031-05-04..", "c2 c3"),
        ("said:2031-05-03..2031-05-04", "c4 c5 c6 c2"),
        ("published:2031-05-05", "c2 c3"),
        ("published:2031-05-04", ""),
        ("language:ar", "c2 c3"),
        ("language:arabic", "c2 c3"),
        ("language:ar-EG", ""),
        ("has:quote", "c1"),
        ("has:quotes has:translation", "c1"),
        ("has:verdict", "c1 c2"),
        ("has:note", "c3"),
        ("-has:proposition", "c7"),
        ("value:35", "c4 c3"),
        ("value:>30", "c4 c5 c3"),
        ("value:>36", "c5"),
        ("value:..34", "c4"),
        ("value:31..40", "c4 c3"),
        ("value:400", "c5"),
        ('value:"400 kg"', "c5"),
        ("value:≥٣٥", "c4 c5 c3"),
        ("value:36", ""),
        ("value:2031-06-15", "c6"),
        ("value:جثه", "c3"),
        ("dam", "c7 c1 c2"),
        ('"dam"', "c1 c2"),
        ("السد", "c1 c2"),
        ("متضرر", "c7"),
        ("خط احمر", "c1"),
        ('"red line"', "c1"),
        ('"line red"', ""),
        ("أُودويا red", "c1"),
        ("RED -denies", "c1"),
        ("lineThe", ""),
    ],
)
def test_fields(text, expected):
    assert " ".join(claim.id for claim in query(LEDGER, text)) == expected


def test_every_field_is_tried():
    tried = " ".join(
        mark.args[1][i][0] for mark in test_fields.pytestmark for i in range(len(mark.args[1]))
    )
    assert all(f"{field}:" in tried for field in FIELDS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("speker:x", "character 1: unknown field 'speker'; did you mean 'speaker'"),
        ("dam -speker:x", "character 6: unknown field"),
        ("zzz:x", "fields are id, speaker"),
        ("speaker:minister-odya", "nothing here is called .*; did you mean 'minister-oduya'"),
        ("topic:dam article:zzz", "character 19: nothing here is called 'zzz'$"),
        ("stance:denys", "character 8: 'denys' is not among its words; did you mean 'denies'"),
        ("status:zzz", "expected one of draft, active"),
        ("said:yesterday", "character 6: .*is not a date"),
        ("said:2031-05..x", "is not a date"),
        ("value:>x", "character 7: '>x' is not a bound"),
        ("has:qote", "did you mean 'quote'"),
    ],
)
def test_refused(text, says):
    with pytest.raises(UsageError, match=says):
        query(LEDGER, text)


@given(cs.ledgers(), st.sampled_from(["dam", "has:quote", "stance:denies", "said:2031-03", "السد"]))
def test_a_term_and_its_negation_part_the_claims(ledger, term):
    yes, no = query(ledger, term), query(ledger, f"-{term}")
    assert sorted([*yes, *no], key=ledger.age) == sorted(query(ledger, ""), key=ledger.age)
    assert not {id(claim) for claim in yes} & {id(claim) for claim in no}
    assert query(ledger, f"{term} {term}") == yes


def many(count):
    made = tuple(
        Claim(
            id=f"m{number}",
            article="ab"[number % 2],
            speaker="minister-oduya",
            proposition="toll",
            value=f"{number % 500} bodies",
            statement=Localized.of(
                {"en": f"The dam held {number}", "ar": f"صمد السدّ {number} يوما"}
            ),
            quotes=(Quote(exact=f"قال إنّ السدَّ خطٌّ أحمر منذ {number} يوما"),),
        )
        for number in range(count)
    )
    kept = tuple(record for record in LEDGER.records if not isinstance(record, Claim))
    return Ledger(records=kept + made)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 100_000),
        ("speaker:oduya|tamsel topic:toll said:2031-05.. status:active", 100_000),
        ("السد احمر", 100_000),
        ('"خط أحمر" -held', 0),
        ("value:>=250", 50_000),
    ],
)
def test_a_hundred_thousand_claims_take_less_than_two_seconds(text, found):
    ledger = many(100_000)
    start = process_time()
    assert len(query(ledger, text)) == found
    assert process_time() - start < 2
