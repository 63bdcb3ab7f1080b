"""Verdicts as ClaimReview, other claims as Claim: what is published, and what is not."""

import json

import pytest
from feeds import ledger_of, outcomes, review
from hypothesis import given
from hypothesis import strategies as st

import claimtrack
from claimtrack.interop.claimreview import CLAIMREVIEW
from claimtrack.interop.exporting import Context
from claimtrack.testing import sample

LEDGER = """\
actors:
  - {id: northern-wire, kind: outlet, name: Northern Wire, domains: [northern-wire.example]}
  - {id: halvath-check, kind: outlet, name: Halvath Check}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}, wikidata: Q7,
     note: secret}
  - {id: ministry, kind: office, name: Water ministry}
  - {id: source, kind: unnamed, name: a senior official, described_as: an official}
articles:
  - {id: a, outlet: northern-wire, title: Dam, language: en, published: 2031-05-02T16:40+02:00,
     url: "https://northern-wire.example/dam", byline: R. Aldane}
  - {id: b, outlet: northern-wire, title: Later, language: en, published: 2031-05}
propositions:
  - id: cracked
    text: The dam is cracked
    note: secret
    verdicts:
      - {veracity: refuted, reviewer: halvath-check, date: 2031-05-06, url: "https://hc.example/1",
         label: False and unfounded}
      - {veracity: supported, reviewer: halvath-check, date: 2031-05-05, lifecycle: superseded}
  - {id: old, text: The dam is old}
  - id: unspoken
    text: Nobody says so
    verdicts: [{veracity: supported, reviewer: halvath-check, date: 2031-05-06}]
claims:
  - {id: a1, article: a, speaker: oduya, proposition: cracked, said: 2031-05-01, note: secret,
     tags: [secret]}
  - {id: a2, article: a, speaker: ministry, proposition: cracked, stance: denies}
  - {id: a3, article: a, speaker: oduya, proposition: old}
  - {id: a4, article: a, speaker: source, proposition: old, status: draft}
  - {id: a5, article: a, speaker: ministry, statement: It rained}
  - {id: b1, article: b, speaker: source, proposition: old}
"""


def export(ledger, **context):
    left = []
    (file,) = CLAIMREVIEW.export(ledger, Context(leave_out=left.append, **context))
    return json.loads(b"".join(file.pieces))["@graph"], left


def nodes():
    return export(claimtrack.loads(LEDGER))[0]


def test_a_verdict_is_a_review_of_the_claim():
    (found,) = [node for node in nodes() if node["@type"] == "ClaimReview"]
    assert found == {
        "@type": "ClaimReview",
        "url": "https://hc.example/1",
        "datePublished": "2031-05-06",
        "author": {"@type": "Organization", "name": "Halvath Check"},
        "publisher": {"@type": "Organization", "name": "Halvath Check"},
        "claimReviewed": "The dam is cracked",
        "reviewRating": {"@type": "Rating", "alternateName": "False and unfounded"},
        "itemReviewed": {
            "@type": "Claim",
            "@id": "urn:claimtrack:claim/a1",
            "name": "The dam is cracked",
            "text": "The dam is cracked",
            "author": {
                "@type": "Person",
                "name": "Tamsel Oduya",
                "sameAs": "https://www.wikidata.org/wiki/Q7",
            },
            "datePublished": "2031-05-01",
            "appearance": [
                {
                    "@type": "Article",
                    "url": "https://northern-wire.example/dam",
                    "headline": "Dam",
                    "inLanguage": "en",
                    "datePublished": "2031-05-02T16:40+02:00",
                    "publisher": {
                        "@type": "Organization",
                        "name": "Northern Wire",
                        "url": "https://northern-wire.example",
                    },
                    "author": {"@type": "Person", "name": "R. Aldane"},
                }
            ],
        },
    }


def test_what_nobody_judged_is_a_claim_and_never_a_review():
    claims = [node for node in nodes() if node["@type"] == "Claim"]
    assert [node["text"] for node in claims] == ["The dam is old", "The dam is old"]
    assert [node["author"] for node in claims if isinstance(node["author"], str)] == [
        "a senior official"
    ]


def test_what_is_meant_for_colleagues_is_not_published():
    assert "secret" not in json.dumps(nodes())


def test_what_has_no_place_is_told():
    _, left = export(claimtrack.loads(LEDGER))
    assert {(one.ref, one.reason.split(":")[0]) for one in left} == {
        ("claim:a2", "schema.org has no word for the stance denies"),
        ("claim:a4", "it is not live"),
        ("claim:a5", "without a proposition there is nothing to be true or false"),
        ("article:b", "a date that is no single day or moment, which schema.org has none for"),
        ("proposition:unspoken", "its verdicts review no claim that is published"),
    }


def test_an_empty_ledger():
    assert export(claimtrack.loads("actors: []\n"))[0] == []


def test_the_demonstration_ledger():
    ledger = claimtrack.load(sample("demo") / "claims")
    found, _ = export(ledger)
    assert {node["@type"] for node in found} == {"Claim", "ClaimReview"}
    judged = {name for name, one in ledger.propositions.items() if one.verdicts}
    assert sum(node["@type"] == "ClaimReview" for node in found) >= len(judged) // 2


NAMES = ["Tamsel Oduya", "T. Oduya", "تامسل أودويا", "x.com", "Facebook posts", "Halvath Check", ""]
texts = st.sampled_from(
    [
        "The dam has cracks",
        "the dam has cracks.",
        "في السد شقوق",
        "5 < 6 & more",
        "\u202aDam\u202c",
        "“Dam”",
    ]
)
authors = st.builds(
    lambda name, kind: {"name": name, **({"@type": kind} if kind else {})},
    st.sampled_from(NAMES),
    st.sampled_from(["Person", "Organization", None]),
)
OUTLETS = {
    "Halvath Check": "https://halvath-check.example",
    "مرصد هلفاث": "https://marsad.example/",
    "Barq": "",
}


def of_outlet(outlet, number, **fields):
    """A review at an address that is the outlet's own."""
    site = OUTLETS[outlet]
    author = {"@type": "Organization", "name": outlet, **({"url": site} if site else {})}
    return review(url=f"{site or 'https://barq.example'}/{number}", author=author, **fields)


reviews = st.builds(
    of_outlet,
    st.sampled_from(sorted(OUTLETS)),
    st.integers(1, 3),
    datePublished=st.sampled_from(["2031-05-04", "2031-05-04T12:30:00Z", "2031-06-01"]),
    itemReviewed=st.fixed_dictionaries(
        {"author": authors},
        optional={
            "datePublished": st.sampled_from(["2031-05-02", "2031-05-02T00:00:00Z"]),
            "appearance": st.lists(
                st.sampled_from(["https://x.example/1", "https://x.example/2"]), unique=True
            ),
        },
    ),
    claimReviewed=texts,
    headline=st.sampled_from(["Review", None]),
    inLanguage=st.just("en"),
    reviewRating=st.sampled_from(
        [{"alternateName": "False"}, {"alternateName": "زائف"}, {"alternateName": "Odd"}, None]
    ),
)


@given(st.lists(reviews, max_size=6))
def test_import_export_import_gives_the_same(feed):
    first = ledger_of(outcomes(feed))
    exported, _ = export(first)
    second = ledger_of(outcomes({"@graph": exported}))
    assert sorted(second.records, key=lambda one: one.ref) == sorted(
        first.records, key=lambda one: one.ref
    )


def test_a_claim_that_nobody_judged_comes_back_as_one():
    claims = [one for one in nodes() if one["@type"] == "Claim" and "appearance" in one]
    spoken = [one for one in claims if isinstance(one["author"], dict)]
    ledger = ledger_of(outcomes({"@graph": spoken}))
    ((claim,), (article,)) = ledger.claims.values(), ledger.articles.values()
    assert ledger.propositions[claim.proposition].verdicts == ()
    assert (article.url, article.byline) == ("https://northern-wire.example/dam", "R. Aldane")


@pytest.mark.parametrize("base", ["https://desk.example/", "urn:x:"])
def test_addresses_begin_as_one_is_asked(base):
    found, _ = export(claimtrack.loads(LEDGER), base=base)
    assert {node["@id"].removeprefix(base) for node in found if "@id" in node} <= {
        "claim/a1",
        "claim/a3",
        "claim/b1",
    }


TOLLS = """\
articles:
  - {id: a, outlet: wire, title: Flood, language: en, published: 2031-05-03,
     url: "https://w.example/a"}
  - {id: b, outlet: barq, title: الفيضان, language: ar, published: 2031-05-03,
     url: "https://b.example/b"}
actors:
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: barq, kind: outlet, name: Barq}
  - {id: oduya, kind: person, name: Tamsel Oduya}
propositions:
  - {id: toll, text: Bodies found, value: {type: quantity}}
claims:
  - {id: a-toll, article: a, speaker: oduya, proposition: toll, value: "12"}
  - {id: b-same, article: b, speaker: oduya, proposition: toll, value: ١٢ جثة}
  - {id: b-toll, article: b, speaker: oduya, proposition: toll, value: ٢٠,
     statement: لم يعثر إلا على 20 جثة}
"""


def test_claims_of_different_values_are_different_claims():
    found, left = export(claimtrack.loads(TOLLS))
    assert [(node["name"], node["text"], len(node["appearance"])) for node in found] == [
        ("Bodies found", "Bodies found: 12", 2),
        ("Bodies found", "لم يعثر إلا على 20 جثة", 1),
    ]
    assert [(one.ref, one.reason) for one in left] == [
        ("claim:b-same", "its words are those of claim:a-toll, which says the same")
    ]


def test_a_day_at_which_a_value_holds_keeps_claims_apart_and_is_told():
    dated = TOLLS.replace("value: ١٢ جثة", "value: ١٢ جثة, as_of: 2031-05-02")
    found, left = export(claimtrack.loads(dated))
    assert [len(node["appearance"]) for node in found] == [1, 1, 1]
    assert [one.ref for one in left] == ["claim:b-same"]


def test_export_import_export_gives_the_same():
    verdict = '{veracity: refuted, reviewer: wire, date: 2031-05-06, url: "https://w.example/v"}'
    judged = f"verdicts: [{verdict}]"
    for text in (TOLLS, TOLLS.replace("{type: quantity}}", f"{{type: quantity}}, {judged}}}")):
        first, _ = export(claimtrack.loads(text))
        again, _ = export(ledger_of(outcomes({"@graph": first})))
        words = [
            [(one.get("claimReviewed"), one.get("itemReviewed", one)["text"]) for one in found]
            for found in (first, again)
        ]
        assert sorted(words[0], key=str) == sorted(dict.fromkeys(words[1]), key=str)
