"""Which claims tell the same words, and which of them first."""

import claimtrack
from claimtrack.config import Config
from claimtrack.model import Claim
from claimtrack.rule import Group, Key
from claimtrack.rules.attribution.ladder import told
from claimtrack.rules.attribution.utterances import parted, utterances
from claimtrack.testing.factories import make_article, make_claim, make_ledger

DAYS = {"a": "2031-05-02", "b": "2031-05-03", "c": "2031-05-04", "d": "2031-05-04T09:00+02:00"}
ARTICLES = [make_article(name, published=day) for name, day in DAYS.items()]


def group_of(*claims):
    ledger = make_ledger(*ARTICLES, *claims)
    found = {(type(record), record.id): record for record in (*ledger.articles.values(), *claims)}
    return Group(
        Key("proposition", ("p",)),
        claims,
        Config(),
        lambda cls, name: found.get((cls, name)),
    )


def claim(name, article, **fields):
    return make_claim(name, article=article, speaker="s", proposition="p", **fields)


def together(*claims):
    group = group_of(*claims)
    return [
        [one.told.claim.id for one in retellings] for retellings in utterances(group, told(group))
    ]


def test_an_occasion_is_handed_down_over_several_steps():
    assert together(
        claim("one", "a", occasion="hearing"),
        claim("two", "b", based_on=["one"]),
        claim("three", "c", based_on=["two"]),
        claim("four", "d", occasion="hearing"),
    ) == [["one", "two", "three", "four"]]


def test_a_claim_that_names_another_occasion_keeps_it():
    assert together(
        claim("one", "a", occasion="hearing"),
        claim("two", "b", occasion="presser", based_on=["one"]),
        claim("three", "c", based_on=["two"]),
    ) == [["two", "three"]]


def test_an_article_stands_for_its_one_claim_and_for_none_of_two():
    one, two = claim("one", "a"), claim("two", "a", occasion="presser")
    taken = claim("three", "b", based_on=["a"])
    assert together(one, taken) == [["one", "three"]]
    assert together(one, two, taken) == []


def test_other_stances_speakers_and_values_are_other_questions():
    first = claim("one", "a", occasion="hearing")
    assert together(first, claim("two", "b", occasion="hearing", stance="denies")) == []
    other = make_claim("two", article="b", speaker="t", proposition="p", occasion="hearing")
    assert together(first, other) == []
    assert together(first, claim("two", "b", occasion="hearing", value="35")) == []


def test_circles_end():
    circle = [claim("one", "a", based_on=["two"]), claim("two", "b", based_on=["one"])]
    assert together(*circle, claim("three", "c", based_on=["two"])) == [["one", "two", "three"]]
    assert together(claim("one", "a", based_on=["one"])) == []


def parts(*claims):
    group = group_of(*claims)
    (retellings,) = utterances(group, told(group))
    return [[one.claim.id for one in part] for part in parted(retellings)]


def test_what_is_taken_from_another_is_later_even_on_its_day():
    hearing = {"occasion": "hearing"}
    assert parts(claim("one", "a", **hearing), claim("two", "b", **hearing)) == [["one"], ["two"]]
    assert parts(claim("one", "c", **hearing), claim("two", "d", **hearing)) == [["one", "two"], []]
    assert parts(claim("one", "c", **hearing), claim("two", "d", based_on=["one"], **hearing)) == [
        ["one"],
        ["two"],
    ]


def test_a_day_and_a_moment_are_compared_by_their_days():
    hearing = {"occasion": "hearing"}
    assert parts(claim("one", "b", **hearing), claim("two", "d", **hearing)) == [["one"], ["two"]]


def test_a_circle_of_claims_has_no_first_report_and_no_drift():
    ledger = make_ledger(
        *ARTICLES,
        claim("one", "a", based_on=["two"], attribution={"cue": "suggested"}),
        claim("two", "b", based_on=["one"], attribution={"cue": "confirmed"}),
    )
    assert isinstance(ledger.claims["one"], Claim)
    codes = {one.code for one in claimtrack.check(ledger, as_of="2031-06-01").findings}
    assert "CT205" not in codes
