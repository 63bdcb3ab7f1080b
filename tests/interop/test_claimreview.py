"""Reviews of claims from feeds: every shape, every fault, and what is recorded of each."""

import csv
import io
import json

import pytest
from feeds import entry, ledger_of, outcomes, remarks, review

from claimtrack.errors import ConfigError
from claimtrack.interop.importing import Imported, Refused, Repeated, SettingsFile
from claimtrack.store.register import Register


def flat(given):
    """An entry of the API as the columns of a table."""
    (one,) = given["claimReview"]
    publisher = {f"publisher.{name}": value for name, value in one["publisher"].items()}
    rest = {name: value for name, value in one.items() if name != "publisher"}
    return {
        **{name: given[name] for name in ("text", "claimant", "claimDate")},
        **publisher,
        **rest,
    }


def table(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def page(*scripts):
    parts = "".join(f'<script type="application/ld+json">{one}</script>\n' for one in scripts)
    return f"<!doctype html>\n<html><head><script>var a = {{}};</script>\n{parts}</head></html>"


GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "@id": "#page", "name": "A page"},
        {
            "@type": "Organization",
            "@id": "#us",
            "name": "Halvath Check",
            "url": "https://halvath-check.example",
        },
        review(author={"@id": "#us"}, itemReviewed={"@id": "#claim"}),
        {
            "@type": "Claim",
            "@id": "#claim",
            "author": {"@type": "Person", "name": "Tamsel Oduya"},
            "datePublished": "2031-05-02",
        },
    ],
}
SHAPES = {
    "alone": review(),
    "in a list": [review()],
    "in a graph": GRAPH,
    "in a data feed": {
        "@type": "DataFeed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": [review()]}],
    },
    "in a web page": page(json.dumps(review())),
    "in one of several scripts": page('{"@type": "WebSite"}', json.dumps([review()], indent=1)),
    "with its type in full": review(**{"@type": ["http://schema.org/ClaimReview"]}),
    "with the claim as a work": review(
        itemReviewed={
            "@type": "CreativeWork",
            "author": [{"@type": "Person", "name": "Tamsel Oduya"}],
            "datePublished": "2031-05-02",
        }
    ),
    "by a named writer": review(
        author={"@type": "Person", "name": "R. Aldane"}, publisher=review()["author"]
    ),
    "API": {"claims": [entry()], "nextPageToken": "abc"},
    "API, an entry a line": json.dumps(entry()),
    "columns, a row a line": json.dumps(flat(entry())),
    "columns, a table": table([flat(entry())]),
    "columns, a table with semicolons": table([flat(entry())]).replace(",", ";"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_the_same(shape):
    found = outcomes(SHAPES[shape])
    assert [type(one) for one in found] == [Imported]
    ledger = ledger_of(found)
    assert ledger.findings == ()
    (claim,) = ledger.claims.values()
    assert ledger.actors[claim.speaker].name.best("en")[1] == "Tamsel Oduya"
    assert claim.said.text == "2031-05-02"
    article = ledger.articles[claim.article]
    assert (article.url, str(article.title)) == (
        "https://halvath-check.example/reviews/1",
        "Review 1",
    )
    assert (article.published.text, article.language, article.kind) == (
        "2031-05-04",
        "en",
        "analysis",
    )
    assert article.outlet == "halvath-check.example"
    proposition = ledger.propositions[claim.proposition]
    assert str(proposition.text) == "The dam has 1 cracks"
    (verdict,) = proposition.verdicts
    assert (verdict.veracity, verdict.label) == ("refuted", "False")
    assert (verdict.reviewer, verdict.date.text, verdict.url) == (
        "halvath-check.example",
        "2031-05-04",
        article.url,
    )


def test_arabic():
    feed = review(
        claimReviewed="في السد عشرون شقا",
        inLanguage="ar",
        author={"@type": "Organization", "name": "مرصد هلفاث", "url": "https://marsad.example"},
        itemReviewed={"author": {"@type": "Person", "name": "تامسل أودويا"}},
        reviewRating={"alternateName": "زائف"},
    )
    ledger = ledger_of(outcomes(feed))
    assert ledger.findings == ()
    (proposition,) = ledger.propositions.values()
    assert proposition.text.get("ar") == "في السد عشرون شقا"
    assert proposition.verdicts[0].veracity == "refuted"
    assert {actor.name.get("ar") for actor in ledger.actors.values()} == {
        "مرصد هلفاث",
        "تامسل أودويا",
    }


REFUSED = {
    "no text of the claim": review(claimReviewed=None),
    "no review of the claim": entry(claimReview=[]),
    "no date of the review, and none of the claim": review(
        datePublished=None, itemReviewed={"author": {"name": "Tamsel Oduya"}}
    ),
    "date of the review": review(datePublished="04/05/2031"),
    "is not a web address": review(url="halvath check"),
    "nothing says who published": review(url=None, author=None),
    "neither an address nor a title": review(url=None, headline=None),
    "neither a claim nor a review": {"@type": "Recipe", "name": "Bread"},
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_cannot_be_recorded_is_reported_and_the_rest_comes_in(reason):
    found = outcomes([review(1), REFUSED[reason], review(2)])
    assert [type(one) for one in found] == [Imported, Refused, Imported]
    assert reason in found[1].reason
    assert found[1].place.record == 2


REMARKED = {
    "UNMAPPED": review(reviewRating={"alternateName": "Spun like wool"}),
    "NO_LABEL": review(reviewRating=None),
    "PARAGRAPH": review(reviewRating={"alternateName": "We looked at the dam. " * 9}),
    "PLATFORM": review(itemReviewed={"author": {"name": "Facebook posts"}}),
    "NO_CLAIMANT": review(itemReviewed={"datePublished": "2031-05-02"}),
    "KIND": entry(),
    "NO_DATE": review(itemReviewed={"author": {"@type": "Person", "name": "Tamsel Oduya"}}),
    "BAD_DATE": entry(claimDate="in spring"),
    "NO_REVIEW_DATE": review(datePublished="NA"),
    "NO_TITLE": review(headline=None),
    "NO_LANGUAGE": review(inLanguage=None),
    "MARKUP": review(claimReviewed="<p>The dam&#8217;s wall</p>"),
    "UNREAD": review(image="https://halvath-check.example/dam.png"),
}


@pytest.mark.parametrize("matter", REMARKED)
def test_what_is_worth_a_look_is_imported_and_reported(matter):
    found = outcomes(REMARKED[matter])
    assert matter in remarks(found)
    ledger = ledger_of(found)
    assert ledger.findings == ()
    assert len(ledger.claims) == 1


def test_a_plain_record_has_nothing_to_look_at():
    assert remarks(outcomes(review())) == []


def test_a_label_without_counterpart_is_kept_and_not_guessed():
    ledger = ledger_of(outcomes(REMARKED["UNMAPPED"]))
    ((verdict,),) = [one.verdicts for one in ledger.propositions.values()]
    assert (verdict.veracity, verdict.label) == ("unmapped", "Spun like wool")


def test_a_rating_in_numbers_alone_is_kept_with_its_scale():
    rating = {"ratingValue": 2, "worstRating": "1", "bestRating": 5}
    ledger = ledger_of(outcomes(review(reviewRating=rating)))
    ((verdict,),) = [one.verdicts for one in ledger.propositions.values()]
    assert (verdict.veracity, verdict.label) == ("unmapped", "2 (1 to 5)")


OWN = SettingsFile(
    "own.toml",
    '[veracity]\nrefuted = ["spun like wool"]\n'
    '[reviewers."halvath-check.example"]\nsupported = ["false"]\n',
)


def test_a_crosswalk_of_ones_own_counts_first():
    found = outcomes([REMARKED["UNMAPPED"], review(2)], crosswalk=OWN)
    meanings = [one.verdicts[0].veracity for one in ledger_of(found).propositions.values()]
    assert meanings == ["refuted", "supported"]


def test_a_review_without_a_date_is_as_late_as_its_claim_at_least():
    ledger = ledger_of(outcomes(REMARKED["NO_REVIEW_DATE"]))
    assert [one.published.text for one in ledger.articles.values()] == ["2031-05-02/.."]


@pytest.mark.parametrize(
    "name", ["x.com", "www.facebook.com", "Social media users", "منشورات فيسبوك"]
)
def test_a_platform_is_nobody(name):
    ledger = ledger_of(outcomes(review(itemReviewed={"author": {"name": name}})))
    (claim,) = ledger.claims.values()
    speaker = ledger.actors[claim.speaker]
    assert speaker.kind == "unnamed"
    assert speaker.described_as == name.removeprefix("www.")


def test_the_same_record_twice():
    found = outcomes([review(), review()])
    assert [type(one) for one in found] == [Imported, Repeated]
    assert found[1].where == "what stands at 1:2 (record 1)"


def test_the_same_review_with_another_label_is_recorded_beside_it_and_reported():
    found = outcomes([review(), review(reviewRating={"alternateName": "True"})])
    assert found[1].claims == ()
    assert remarks(found) == ["OTHER_VERDICT"]
    ((verdicts),) = [one.verdicts for one in ledger_of(found).propositions.values()]
    assert [verdict.label for verdict in verdicts] == ["False", "True"]


def test_one_claim_with_two_reviews():
    first, second = entry()["claimReview"][0], entry(2)["claimReview"][0]
    other = {**second, "publisher": {"name": "Maruvia Facts", "site": "facts.example"}}
    found = outcomes(entry(claimReview=[first, other]))
    assert [type(one) for one in found] == [Imported, Imported]
    ledger = ledger_of(found)
    (proposition,) = ledger.propositions.values()
    assert [one.reviewer for one in proposition.verdicts] == [
        "facts.example",
        "halvath-check.example",
    ]
    assert {one.article for one in ledger.claims.values()} == set(ledger.articles)


def test_a_page_that_was_written_anew_is_another_article():
    found = outcomes([review(1), review(2, url=review(1)["url"], datePublished="2031-06-01")])
    assert len(ledger_of(found).articles) == 2


def test_parts_of_one_page_are_one_article():
    found = outcomes(
        [review(1, url="https://h.example/a#1"), review(2, url="https://h.example/a#2")]
    )
    ledger = ledger_of(found)
    assert [one.url for one in ledger.articles.values()] == ["https://h.example/a"]
    urls = [verdict.url for one in ledger.propositions.values() for verdict in one.verdicts]
    assert urls == ["https://h.example/a#1", "https://h.example/a#2"]


def test_several_claimants():
    authors = [
        {"@type": "Person", "name": "Tamsel Oduya"},
        {"@type": "Person", "name": "Ilme Sarr"},
    ]
    ledger = ledger_of(outcomes(review(itemReviewed={"author": authors})))
    assert sorted(one.speaker for one in ledger.claims.values()) == ["ilme-sarr", "tamsel-oduya"]


def test_where_it_appeared():
    item = {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Tamsel Oduya"},
        "firstAppearance": {"@type": "CreativeWork", "url": "https://x.example/1"},
        "appearance": ["https://x.example/2"],
    }
    (claim,) = ledger_of(outcomes(review(itemReviewed=item))).claims.values()
    assert claim.note == "Appeared at https://x.example/1\nAppeared at https://x.example/2"


def test_wikidata():
    author = {
        "@type": "Person",
        "name": "Ilme Sarr",
        "sameAs": ["https://www.wikidata.org/wiki/Q7"],
    }
    ledger = ledger_of(outcomes(review(itemReviewed={"author": author})))
    assert ledger.actors["ilme-sarr"].wikidata == "Q7"


def test_midnight_is_a_day_and_seconds_are_dropped():
    given = entry(claimDate="2031-05-02T14:55:23.120Z")
    (claim,) = ledger_of(outcomes(given)).claims.values()
    assert claim.said.text == "2031-05-02T14:55Z"


@pytest.mark.parametrize("value", [None, 3, [], {}, True, ["x"], {"@value": 3}])
@pytest.mark.parametrize("name", [*review(), "claimReview", "textualRating"])
def test_values_of_any_type_are_recorded_or_refused(name, value):
    found = outcomes([review(**{name: value}), review(9)])
    assert all(isinstance(one, Imported | Refused) for one in found)
    assert isinstance(found[-1], Imported)
    assert ledger_of(found).findings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("veracity = 3", "expected a table"),
        ("[veracity]\nrefuted = 'false'", "expected a list of strings"),
        ("[veracity]\nrefutd = []", "did you mean 'refuted'"),
        ("[veracity]\nrefuted = ['Spun']\nsupported = ['spun.']", "is both"),
        ("[", "own.toml"),
    ],
)
def test_a_crosswalk_that_is_wrong(text, message):
    with pytest.raises(ConfigError, match=message.replace("[", r"\[")):
        outcomes(review(), crosswalk=SettingsFile("own.toml", text))


def test_identifiers_of_different_names_differ():
    names = ["Tamsel Oduya", "Tamsel-Oduya", "tamsel oduya", "Tamsel O. Duya", "تامسل", "تامصل"]
    feed = [
        review(n, itemReviewed={"author": {"@type": "Person", "name": name}})
        for n, name in enumerate(names)
    ]
    actors = ledger_of(outcomes(feed)).actors.values()
    assert len(actors) == len(names) + 1
    assert "tamsel-oduya" in {actor.id for actor in actors}


def test_an_earlier_verdict_that_was_not_mapped_gets_its_meaning():
    known = Register()
    first = outcomes(REMARKED["UNMAPPED"], known=known)
    second = outcomes(REMARKED["UNMAPPED"], known=known, crosswalk=OWN)
    assert [type(one) for one in second] == [Imported]
    assert second[0].claims == ()
    ((verdict,),) = [one.verdicts for one in ledger_of([*first, *second]).propositions.values()]
    assert verdict.veracity == "refuted"
