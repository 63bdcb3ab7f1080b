"""What a correction reaches: by distance, once each, ours, copies, quotes and the policy."""

import time
from typing import ClassVar

import pytest
from hypothesis import given

import claimtrack
from claimtrack import correcting
from claimtrack.correcting import impact
from claimtrack.errors import UsageError
from claimtrack.findings import Severity
from claimtrack.impact import trace
from claimtrack.model import Claim
from claimtrack.rule import Key, Rule
from claimtrack.testing.strategies import ledgers

HOUSE = claimtrack.Config(house=("review",))
FAMILY = {
    "wire.yaml": """\
article:
  id: wire
  outlet: wire
  title: {en: Seal, ar: المانع}
  language: en
  published: 2031-05-07
  versions:
    - {retrieved: 2031-05-07T18:00, text: wire.1.txt}
    - {retrieved: 2031-05-08T09:00, text: wire.2.txt}
claims:
  - id: seal
    speaker: engineer
    proposition: seal-failed
    quotes: [{exact: The seal may have gone before the breach}, {exact: We were not told}]
  - {id: tests, speaker: engineer, proposition: no-tests}
""",
    "wire.1.txt": "The seal may have gone before the breach, she said. We were not told.\n",
    "wire.2.txt": "The seal may have gone before the breach, she said.\n",
    "barq.yaml": """\
article: {id: barq, outlet: barq, title: المانع, language: ar, published: 2031-05-08,
  syndicated_from: wire, text: barq.txt}
claims:
  - {id: barq-tests, speaker: engineer, proposition: no-tests}
  - {id: barq-other, speaker: engineer, proposition: other}
""",
    "barq.txt": "لم نبلغ بشيء.\n",
    "post.yaml": """\
article: {id: post, outlet: post, title: Seal, language: en, published: 2031-05-09, text: post.txt}
claims:
  - {id: post-seal, speaker: engineer, proposition: seal-failed, based_on: [barq-tests]}
  - {id: post-corrects, speaker: engineer, proposition: no-tests, stance: denies, corrects: [tests]}
""",
    "post.txt": "Nobody knows. “The seal may have gone before the breach.”\n",
    "review.yaml": """\
article: {id: review, outlet: review, title: What we know, language: en, published: 2031-05-14,
  cites: [wire]}
claims:
  - id: ours
    speaker: engineer
    proposition: seal-failed
    attribution: {chain: [{actor: engineer}, {article: post, verb: reported}]}
  - {id: ours-seal, speaker: article, proposition: seal-failed, based_on: [post-seal]}
  - {id: ours-gone, speaker: article, statement: x, based_on: [post-seal], status: retracted}
propositions:
  - id: seal-failed
    text: The seal failed
    verdicts: [{veracity: supported, reviewer: plumb, date: 2031-05-15, evidence: [ours-seal]}]
""",
}


def followed(word, files=FAMILY):
    return impact(claimtrack.loads(files, HOUSE), word, as_of="2031-06-01")


def steps(found):
    return [(one.distance, one.record.id, one.relation, one.on) for one in found.reached]


def test_a_claim_is_followed_through_a_copy_to_our_article():
    found = followed("claim:tests")
    assert steps(found) == [
        (1, "barq-tests", "says the same in a copy of the article of", "claim:tests"),
        (1, "post-corrects", "corrects", "claim:tests"),
        (2, "post-seal", "is based on", "claim:barq-tests"),
        (3, "ours-gone", "is based on", "claim:post-seal"),
        (3, "ours-seal", "is based on", "claim:post-seal"),
        (4, "seal-failed", "has a verdict that rests on", "claim:ours-seal"),
    ]
    assert [one.record.id for one in found.ours] == ["ours-seal"]
    assert found.reaches_us
    place = found.ours[0].place
    assert (place.file, place.pointer) == ("review.yaml", "/claims/1/based_on/0")


def test_an_article_is_followed_with_all_that_stands_in_it():
    found = followed("wire")
    assert [one.record.ref for one in found.reached if one.distance == 1] == [
        "article:review",
        "claim:seal",
        "claim:tests",
        "article:barq",
    ]
    assert {one.record.id for one in found.reached} >= {"barq-tests", "barq-other", "post-seal"}
    assert "ours" not in {one.record.id for one in found.reached}, "that came through the post"
    assert [(one.article.id, one.is_declared, one.has_notice) for one in found.copies] == [
        ("barq", True, False),
        ("post", False, False),
    ]
    (place,) = found.copies[1].carries
    assert (place.file, place.line, place.column) == ("post.txt", 1, 16)
    assert [(one.claim.id, one.exact[:7]) for one in found.loose] == [
        ("seal", "The sea"),
        ("seal", "We were"),
    ]


@pytest.mark.parametrize("word", ["wire@1", "wire@2031-05-07", "wire@2031-05-07T18:00"])
def test_of_a_captured_text_what_stands_in_no_other_one(word):
    found = followed(word)
    assert [one.exact for one in found.loose] == ["We were not told"]
    assert found.loose[0].found.file == "wire.1.txt"
    assert steps(found) == [(1, "seal", "is quoted from", "text:wire@1")]
    assert not found.reaches_us


def test_a_quote_that_stood_in_no_text_has_nothing_to_lose():
    files = {**FAMILY, "wire.1.txt": "Nothing of it.\n"}
    assert [one.exact[:7] for one in followed("wire", files).loose] == ["The sea"]
    assert not followed("barq").loose


def test_a_loop_of_sources_ends_and_gives_each_record_once():
    files = {
        "a.yaml": "claims:\n"
        "  - {id: a, article: x, speaker: s, statement: t, based_on: [c]}\n"
        "  - {id: b, article: x, speaker: s, statement: t, based_on: [a]}\n"
        "  - {id: c, article: x, speaker: s, statement: t, based_on: [b, c]}\n"
    }
    assert [step[:2] for step in steps(followed("a", files))] == [(1, "b"), (2, "c")]


def test_a_retracted_claim_of_ours_and_a_notice_are_not_ours_to_do():
    files = {
        **FAMILY,
        "review.yaml": FAMILY["review.yaml"].replace(
            "post-seal]}", "post-seal], status: retracted}"
        ),
    }
    found = followed("tests", files)
    assert [one.record.id for one in found.reached if one.is_ours] == ["ours-gone", "ours-seal"]
    assert not found.reaches_us


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("wires", "there is no article or claim of that identifier; did you mean wire"),
        ("wire@3", "no such captured text; there is 1 (2031-05-07T18:00), 2 (2031-05-08T09:00)"),
        ("seal@1", "there is no article of that identifier"),
        ("proposition:seal-failed", "expected article or claim before the colon"),
        ("post@2031", "no such captured text; there is 1"),
    ],
)
def test_what_is_not_found_is_said(word, says):
    with pytest.raises(UsageError) as caught:
        followed(word)
    assert says in str(caught.value)


@given(ledgers())
def test_whatever_is_reached_rests_on_a_step_one_nearer(ledger):
    for target in ledger.claims.values():
        found = trace(ledger, target)
        at = {target.ref: 0} | {one.record.ref: one.distance for one in found.reached}
        assert len(at) == len(found.reached) + 1
        for one in found.reached:
            assert at[one.on] <= one.distance - 1
        live = {one.record.ref for one in found.reached if one.falls}
        for claim in ledger.claims.values():
            if target.id in claim.based_on and claim is not target:
                assert claim.ref in live


def test_a_long_chain_costs_no_more_than_its_length():
    def seconds(count):
        claims = "".join(
            f"  - {{id: c{n}, article: a, speaker: s, statement: t, based_on: [c{n - 1}]}}\n"
            for n in range(1, count)
        )
        first = "  - {id: c0, article: a, speaker: s, statement: t}\n"
        ledger = claimtrack.loads("claims:\n" + first + claims)
        start = time.perf_counter()
        found = trace(ledger, ledger.claims["c0"])
        assert found.reached[-1].distance == count - 1
        return time.perf_counter() - start

    small = min(seconds(500) for _ in range(3))
    assert seconds(4000) < 40 * small + 0.2


class Alone(Rule[Claim]):
    """A rule by the name of one of the policy's: live claims on a proposition, in one article."""

    code, name, severity = "EX001", "single-root", Severity.WARNING
    reads: ClassVar = (Claim,)

    def keys(self, record):
        if record.is_live and record.proposition:
            yield Key("proposition", (record.proposition,))

    def check(self, group):
        if len({claim.article for claim in group.of(Claim)}) == 1:
            yield self.finding(group, "one article", [group.members[0].where()])


def test_the_policy_is_asked_of_what_is_left(monkeypatch):
    monkeypatch.setattr(correcting, "all_rules", lambda: (Alone(),))
    now = {
        found.message
        for found in claimtrack.check(claimtrack.loads(FAMILY), rules=[Alone()]).findings
    }
    assert now == {"one article"}, "of the proposition that Barq alone has"
    dropped = followed("post").dropped
    assert [found.primary.record for found in dropped] == ["claim:seal"]
    assert followed("ours-seal").dropped == ()
