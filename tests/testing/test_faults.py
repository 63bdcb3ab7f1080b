"""Each fault on a small ledger: what it changes, and where it says that it cannot be planted."""

from random import Random

import pytest
from attrs import evolve

from claimtrack import api
from claimtrack.findings import Skip
from claimtrack.model.seen import is_as_seen
from claimtrack.testing import FAULTS, Bed
from claimtrack.testing.faults import (
    changes,
    origins,
    quotes,
    records,
    reprints,
    sourcing,
    upkeep,
    values,
)

NOW = "2031-06-01"
ENGLISH = "We were not told to close all 35 gates"
ARABIC = "نحن لم نغلق البوابة رقم ٣٥ قبل الفجر"
LEDGER = f"""\
actors:
  - {{id: wire, kind: outlet, name: Northern Wire}}
  - {{id: barq, kind: outlet, name: برق}}
  - {{id: delqan, kind: person, name: Rima Delqan, speaks_for: [works]}}
  - {{id: works, kind: organisation, name: Halvath Works}}
  - {{id: aide, kind: unnamed, name: an aide}}
  - {{id: oduya, kind: person, name: Tamsel Oduya}}
occasions:
  - {{id: hearing, kind: hearing, date: 2031-05-01, actors: [delqan]}}
propositions:
  - {{id: toll, text: The toll, value: {{type: quantity, unit: bodies}}}}
  - {{id: opened, text: When it opened, value: {{type: date}}}}
  - {{id: seal, text: The seal failed}}
articles:
  - {{id: en, outlet: wire, title: T, language: en, published: 2031-05-02, text: en.txt}}
  - {{id: ar, outlet: barq, title: T, language: ar, published: 2031-05-02, text: ar.txt}}
  - {{id: live, outlet: wire, title: T, language: en, published: 2031-05-02, kind: live}}
claims:
  - id: english
    article: en
    speaker: delqan
    proposition: seal
    certainty: possible
    said: 2031-05-01
    occasion: hearing
    form: direct
    quotes: [{{exact: {ENGLISH}, language: en}}]
    attribution: {{cue: said}}
  - id: arabic
    article: ar
    speaker: delqan
    statement: x
    said: 2031-05-01
    occasion: hearing
    form: direct
    quotes: [{{exact: {ARABIC}, language: ar}}]
    attribution: {{cue: قالت}}
  - {{id: counted, article: en, speaker: works, proposition: toll, value: 35 bodies}}
  - {{id: short, article: en, speaker: works, statement: x, occasion: hearing,
     quotes: [{{exact: 35 gates}}]}}
  - {{id: about, article: en, speaker: works, proposition: toll, value: about 350}}
  - {{id: dated, article: ar, speaker: works, proposition: opened, value: 2030-05-14}}
  - {{id: own, article: live, speaker: article, statement: It rains, based_on: [counted]}}
  - {{id: old, article: en, speaker: works, statement: x, status: retracted}}
  - {{id: draft, article: en, speaker: works, statement: x, status: draft}}
  - {{id: mended, article: en, speaker: works, statement: x}}
  - {{id: mends, article: en, speaker: works, statement: x, corrects: [mended]}}
"""
TEXTS = {
    "en.txt": f"“{ENGLISH},” she said.\n",
    "ar.txt": f"«{ARABIC}»، قالت.\n",
}


@pytest.fixture(scope="module")
def bed():
    ledger = api.loads({"ledger.yaml": LEDGER, **TEXTS})
    assert ledger.findings == ()
    return Bed.of(ledger)


def plant(fault, bed, name, seed=0):
    chance = Random(seed)  # noqa: S311 - the same on every run
    return fault(bed, bed.ledger.claims[name], chance)


def changed(planted):
    ((_, new),) = planted.replaced
    return new


def reprinted(planted):
    return planted.added[-1]


class TestChanges:
    @pytest.mark.parametrize(
        ("change", "text", "expected"),
        [
            (changes.NOT_DROPPED, "We did not go", {"We did go"}),
            (changes.NOT_DROPPED, "نحن لم نغلق البوابة", {"نحن نغلق البوابة"}),
            (changes.NOT_DROPPED, "We didn’t go", {"We did go"}),
            (changes.NOT_DROPPED, "We can't go", set()),
            (changes.NOT_DROPPED, "not only the gate", set()),
            (changes.NOT_DROPPED, "It is not only the gate", set()),
            (changes.NOT_DROPPED, "ما لا يزال قائما", set()),
            (changes.NOT_DROPPED, "I knew. Not one of us went", set()),
            (changes.NOT_DROPPED, "We did not", set()),
            (
                changes.WORDS_OMITTED,
                "We were not told to go",
                {"We were […] told to go"},
            ),
            (
                changes.WORDS_OMITTED,
                "ندفع لكل عائلة إذا وقعت العقد",
                {"ندفع لكل عائلة […] وقعت العقد"},
            ),
            (changes.WORDS_OMITTED, "We did not go", set()),
            (changes.WORDS_OMITTED, "it is not only the gate", set()),
            (changes.DIGITS_SWAPPED, "35 gates", {"53 gates"}),
            (changes.DIGITS_SWAPPED, "٣٥ بوابة", {"٥٣ بوابة"}),
            (changes.DIGITS_SWAPPED, "30 or 44 gates", set()),
            (changes.DIGITS_SWAPPED, "1,350 and 13.5 and B12", set()),
            (
                changes.WORD_ALTERED,
                "the dam holds",
                {"dam holds", "dam dam holds", "the holds", "the holds holds"},
            ),
            (changes.WORD_ALTERED, "dam", set()),
        ],
    )
    def test_all_texts_that_come_of_it(self, change, text, expected):
        assert set(change.texts(text)) == expected

    @pytest.mark.parametrize(("text", "first"), [("gate 7", "gate 1"), ("70 bodies", "10 bodies")])
    def test_another_digit(self, text, first):
        found = list(changes.NUMBER_CHANGED.texts(text))
        assert found[0] == first
        assert text not in found
        assert len(set(found)) == len(found)

    def test_a_digit_keeps_its_script(self):
        assert set(changes.NUMBER_CHANGED.texts("٧")) == set("١٢٣٤٥٦٨٩")


class TestAgainstTheText:
    @pytest.mark.parametrize("name", ["english", "arabic"])
    @pytest.mark.parametrize(
        "change", [changes.NOT_DROPPED, changes.NUMBER_CHANGED, changes.DIGITS_SWAPPED]
    )
    def test_a_quote_that_the_text_has_otherwise(self, bed, name, change):
        old = bed.ledger.claims[name]
        new = changed(plant(quotes.against_text(change), bed, name))
        assert new.quotes[0].exact in set(change.texts(old.quotes[0].exact))
        assert evolve(new, quotes=old.quotes) == old

    def test_no_part_of_the_text_is_planted(self, bed):
        fault = quotes.against_text(changes.WORD_ALTERED)
        told = {changed(plant(fault, bed, "english", seed)).quotes[0].exact for seed in range(200)}
        assert len(told) > 10
        assert not any(text in ENGLISH for text in told)

    @pytest.mark.parametrize(("name", "reason"), [("counted", "no-quote"), ("own", "no-quote")])
    def test_where_it_cannot_be(self, bed, name, reason):
        fault = quotes.against_text(changes.NOT_DROPPED)
        assert plant(fault, bed, name) == Skip(reason)

    def test_without_a_text(self):
        bed = Bed.of(api.loads(LEDGER))
        for fault in (quotes.against_text(changes.WORD_ALTERED), quotes.cue_hardened):
            assert plant(fault, bed, "english") == Skip("no-captured-text")

    def test_a_quote_that_is_wrong_already(self):
        bed = Bed.of(api.loads({"ledger.yaml": LEDGER, **TEXTS, "en.txt": "nothing"}))
        fault = quotes.against_text(changes.WORD_ALTERED)
        assert plant(fault, bed, "english") == Skip("quote-not-in-text-as-it-is")

    def test_a_harder_cue_is_one_that_the_text_lacks(self):
        text = TEXTS["en.txt"] + "He confessed. Nobody admits it."
        bed = Bed.of(api.loads({"ledger.yaml": LEDGER, **TEXTS, "en.txt": text}))
        told = {
            changed(plant(quotes.cue_hardened, bed, "english", seed)).attribution.cue
            for seed in range(20)
        }
        assert told == {"proved"}


class TestReprints:
    @pytest.mark.parametrize("name", ["english", "arabic"])
    def test_a_quote_of_the_same_occasion(self, bed, name):
        planted = plant(reprints.quoted(changes.NOT_DROPPED), bed, name)
        outlet, article, claim = planted.added
        assert claim.article == article.id not in bed.names
        assert article.outlet == outlet.id not in bed.names
        assert claim.occasion == "hearing"
        assert planted.faithful[-1].quotes == bed.ledger.claims[name].quotes
        assert claim.quotes != planted.faithful[-1].quotes
        assert planted.record == claim.ref

    def test_a_swapped_speaker_is_no_colleague(self, bed):
        told = {
            reprinted(plant(reprints.speaker_swapped, bed, "english", seed)).speaker
            for seed in range(20)
        }
        assert told == {"oduya"}

    def test_a_quote_of_several_is_no_place_for_it(self, bed):
        again = evolve(bed.ledger.claims["english"], id="again", speaker="works")
        ledger = evolve(bed.ledger, records=(*bed.ledger.records, again))
        found = plant(reprints.speaker_swapped, Bed.of(ledger), "english")
        assert found == Skip("quoted-from-others-too")

    def test_a_turned_stance(self, bed):
        assert reprinted(plant(reprints.stance_turned, bed, "english")).stance == "denies"

    def test_the_opposite_on_one_day(self, bed):
        ledger = api.loads(LEDGER.replace("    occasion: hearing\n    form: direct\n", "", 1))
        told = reprinted(plant(reprints.contradicted, Bed.of(ledger), "english"))
        assert (told.stance, told.said) == ("denies", ledger.claims["english"].said)
        found = plant(reprints.contradicted, bed, "english")
        assert found == Skip("outlets-may-differ-on-one-occasion")

    def test_an_answer_that_is_not_told(self, bed):
        told = {
            reprinted(plant(reprints.answer_removed, bed, "english", seed)).stance
            for seed in range(20)
        }
        assert told == {"declines_to_comment", "no_response"}

    def test_an_old_quote_on_a_new_occasion(self, bed):
        planted = plant(reprints.quote_recycled, bed, "english")
        assert reprinted(planted).occasion == planted.added[0].id != "hearing"
        assert reprinted(planted).quotes == bed.ledger.claims["english"].quotes

    def test_a_hardened_cue(self, bed):
        planted = plant(reprints.cue_hardened, bed, "english")
        assert reprinted(planted).based_on == ("english",)
        assert reprinted(planted).certainty == "unstated"
        assert planted.faithful[-1].certainty == "possible"

    @pytest.mark.parametrize(
        ("fault", "name", "reason"),
        [
            (reprints.quoted(changes.NOT_DROPPED), "counted", "no-quote"),
            (reprints.quoted(changes.NUMBER_CHANGED), "short", "quote-too-short"),
            (reprints.speaker_swapped, "own", "own-voice"),
            (reprints.speaker_swapped, "counted", "no-quote-of-six-words"),
            (reprints.stance_turned, "arabic", "no-proposition"),
            (reprints.stance_turned, "counted", "no-occasion"),
            (reprints.cue_hardened, "counted", "no-hedge"),
            (values.reprinted(changes.NUMBER_CHANGED), "english", "no-value"),
            (values.reprinted(changes.DIGITS_SWAPPED), "own", "no-value"),
            (records.claim_duplicated, "arabic", "no-proposition"),
            (records.date_shifted, "own", "live-page-without-captures"),
            (sourcing.ground_retracted, "mends", "puts-something-right"),
            (reprints.answer_removed, "own", "own-voice"),
            (reprints.contradicted, "arabic", "no-proposition"),
            (reprints.quote_recycled, "counted", "no-occasion"),
            (reprints.quote_recycled, "short", "no-quote-of-six-words-of-its-own"),
            (origins.hop_unread, "counted", "no-quote"),
            (origins.correction_missed, "arabic", "no-proposition"),
            (upkeep.verdicts_opposed, "arabic", "no-proposition"),
        ],
    )
    def test_where_it_cannot_be(self, bed, fault, name, reason):
        assert plant(fault, bed, name) == Skip(reason)

    def test_a_hedge_that_others_do_not_have(self, bed):
        sure = evolve(bed.ledger.claims["english"], id="sure", certainty="certain")
        ledger = evolve(bed.ledger, records=(*bed.ledger.records, sure))
        found = plant(reprints.cue_hardened, Bed.of(ledger), "english")
        assert found == Skip("told-without-the-hedge-elsewhere")


class TestValues:
    def test_digits_swapped(self, bed):
        planted = plant(values.reprinted(changes.DIGITS_SWAPPED), bed, "counted")
        assert reprinted(planted).value == "53 bodies"

    def test_a_value_that_leaves_room_is_no_fault(self, bed):
        told = {
            reprinted(plant(values.reprinted(changes.NUMBER_CHANGED), bed, "about", seed)).value
            for seed in range(100)
        }
        assert "about 351" not in told
        assert "about 950" in told

    def test_a_date_stays_a_date(self, bed):
        told = {
            reprinted(plant(values.reprinted(changes.DIGITS_SWAPPED), bed, "dated", seed)).value
            for seed in range(30)
        }
        assert told == {"2300-05-14", "2003-05-14"}

    def test_a_unit_of_which_nobody_can_compare_the_number(self, bed):
        told = {
            reprinted(plant(values.unit_changed, bed, "counted", seed)).value for seed in range(40)
        }
        assert told == {"35 kilometres", "35 litres", "35 percent", "35 tonnes"}

    def test_a_count_that_falls_is_of_a_later_day(self):
        bed = Bed.of(api.loads(LEDGER.replace("unit: bodies}", "unit: bodies, cumulative: true}")))
        planted = plant(values.count_fell, bed, "counted")
        assert reprinted(planted).value == "11 bodies"
        assert bed.ledger.articles["en"].published.gap_days(reprinted(planted).as_of) >= 3

    def test_a_count_that_may_fall(self, bed):
        assert plant(values.count_fell, bed, "counted") == Skip("may-fall")

    def test_a_part_that_is_more_than_the_whole(self):
        text = LEDGER.replace("proposition: toll, value: about 350", "statement: x")
        bed = Bed.of(api.loads(text))
        planted = plant(values.whole_exceeded, bed, "counted")
        assert changed(planted).part_of == planted.added[0].id
        assert reprinted(planted).proposition == planted.added[0].id
        assert reprinted(planted).value == "11 bodies"

    def test_what_is_no_number_is_in_no_unit(self, bed):
        for fault in (values.unit_changed, values.count_fell, values.whole_exceeded):
            assert plant(fault, bed, "dated") == Skip("value-is-no-quantity")
            assert plant(fault, bed, "english") == Skip("no-value")


class TestRecords:
    def test_a_date_after_publication(self, bed):
        new = changed(plant(records.date_shifted, bed, "english"))
        assert bed.article(new).published.gap_days(new.said) >= 3

    def test_a_broken_reference(self, bed):
        told = [
            changed(plant(records.reference_broken, bed, "english", seed)) for seed in range(40)
        ]
        fields = ("article", "speaker", "proposition", "occasion")
        broken = [{f for f in fields if getattr(new, f) not in bed.names} for new in told]
        assert all(len(names) == 1 for names in broken)
        assert set().union(*broken) == set(fields)

    def test_a_final_state_that_is_left(self, bed):
        new = changed(plant(records.final_state_left, bed, "english"))
        assert [entry.lifecycle for entry in new.history][1:] == ["active"]
        assert new.is_live

    def test_a_duplicate(self, bed):
        (copy,) = plant(records.claim_duplicated, bed, "counted").added
        assert evolve(copy, id="counted") == bed.ledger.claims["counted"]


class TestSourcing:
    def test_a_loop(self, bed):
        planted = plant(sourcing.loop_closed, bed, "english")
        assert changed(planted).based_on == (reprinted(planted).id,)
        assert reprinted(planted).based_on == ("english",)

    def test_what_is_retracted_is_what_it_rests_on(self, bed):
        told = {
            old.ref
            for seed in range(20)
            for old, _ in plant(sourcing.ground_retracted, bed, "own", seed).replaced
        }
        assert told == {"article:live", "claim:counted"}


class TestOrigins:
    """Each is planted at `english`, which is alone on its proposition."""

    def test_a_copy_stands_beside_what_it_was_taken_from(self, bed):
        planted = plant(origins.copy_as_second, bed, "english")
        assert reprinted(planted).based_on == ("english",)
        assert planted.faithful[-1].based_on == ()

    def test_the_speaker_becomes_a_party(self, bed):
        assert changed(plant(origins.party_alone, bed, "english")).parties == ("delqan",)

    def test_a_verdict_rests_on_one_claim(self, bed):
        (verdict,) = changed(plant(origins.verdict_on_one, bed, "english")).verdicts
        assert (verdict.veracity, verdict.evidence) == ("supported", ("english",))

    def test_a_house_to_which_one_root_is_enough(self, bed):
        config = evolve(bed.ledger.config, supported_roots=1)
        found = plant(origins.verdict_on_one, Bed.of(evolve(bed.ledger, config=config)), "english")
        assert found == Skip("one-root-is-enough-here")

    def test_an_article_says_it_itself(self, bed):
        fact = reprinted(plant(origins.said_as_fact, bed, "english"))
        assert fact.is_own_voice
        assert fact.attribution is None
        assert not fact.quotes

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("counted", "not-alone-on-its-proposition"),
            ("arabic", "not-alone-on-its-proposition"),
        ],
    )
    @pytest.mark.parametrize(
        "fault",
        [
            origins.copy_as_second,
            origins.party_alone,
            origins.verdict_on_one,
            origins.said_as_fact,
        ],
    )
    def test_nobody_knows_how_many_origins_others_have(self, bed, fault, name, reason):
        assert plant(fault, bed, name) == Skip(reason)

    def test_a_claim_that_was_taken_from_elsewhere(self, bed):
        taken = evolve(bed.ledger.claims["english"], id="taken", based_on=("own",), proposition="p")
        asked = evolve(bed.ledger.propositions["seal"], id="p")
        other = Bed.of(evolve(bed.ledger, records=(*bed.ledger.records, taken, asked)))
        assert plant(origins.copy_as_second, other, "taken") == Skip("taken-from-elsewhere")

    def test_a_hop_that_nobody_read_stands_at_the_end(self, bed):
        planted = plant(origins.hop_unread, bed, "english")
        hop = changed(planted).hops[-1]
        assert hop.article == planted.added[-1].id
        assert not hop.consulted

    def test_the_original_is_corrected_and_the_copy_is_not(self, bed):
        planted = plant(origins.correction_missed, bed, "english")
        assert changed(planted).corrections[0].affects == ("english",)
        _, copy, again = planted.added
        assert (copy.syndicated_from, copy.corrections) == ("en", ())
        assert (again.proposition, again.stance) == ("seal", "affirms")

    def test_a_text_is_copied_a_day_later(self, bed):
        long = " ".join(f"word{n}" for n in range(120))
        texts = {**TEXTS, "en.txt": long}
        other = Bed.of(api.loads({"ledger.yaml": LEDGER, **texts}))
        planted = plant(origins.text_copied, other, "english")
        (text,) = planted.texts
        assert (text.article, text.content) == (planted.added[-1].id, long)
        assert planted.added[-1].published.gap_days(other.ledger.articles["en"].published) == 1
        assert planted.into(other.ledger).texts[-1] is text

    def test_a_text_of_a_line_is_not_known_again(self, bed):
        assert plant(origins.text_copied, bed, "english") == Skip("text-too-short")


class TestUpkeep:
    def test_an_identifier_twice(self, bed):
        assert [r.id for r in plant(upkeep.identifier_twice, bed, "own").added] == ["own"]

    def test_the_history_says_otherwise_than_the_status(self, bed):
        for seed in range(10):
            new = changed(plant(upkeep.status_forgotten, bed, "english", seed))
            assert new.history[-1].attribution is not new.status.attribution

    def test_what_was_reviewed_is_what_stood_there(self, bed):
        old = bed.ledger.claims["english"]
        new = changed(plant(upkeep.changed_after_review, bed, "english"))
        assert is_as_seen(old, new.review.fingerprint)
        assert new.certainty is not old.certainty

    def test_two_verdicts(self, bed):
        new = changed(plant(upkeep.verdicts_opposed, bed, "english"))
        assert [verdict.veracity for verdict in new.verdicts] == ["supported", "refuted"]


class TestBed:
    def test_its_claims_stand(self, bed):
        names = [claim.id for claim in bed.claims]
        assert names == ["about", "arabic", "counted", "dated", "english", "mends", "own", "short"]

    def test_a_name_that_two_claims_share_is_left_out(self):
        again = "\n  - {id: own, article: en, speaker: works, statement: y}\n"
        bed = Bed.of(api.loads(LEDGER + again))
        assert "own" not in bed.standing

    def test_nothing_is_silenced_in_it(self):
        text = LEDGER.replace("statement: It rains", "ignore: [{rule: CT006, reason: r}]").replace(
            "claims:\n",
            "decisions:\n"
            "  - {finding: 00000000000000000000, decision: will_fix, by: d, at: 2031-05-03,"
            " why: w}\n"
            "  - {different: [about, counted], by: d, at: 2031-05-03, why: w}\nclaims:\n",
            1,
        )
        bed = Bed.of(api.loads(text))
        assert not any(record.ignore for record in bed.ledger.records)
        assert [decision.different for decision in bed.ledger.decisions] == [("about", "counted")]

    def test_new_names_are_unused(self, bed):
        taken = evolve(bed.ledger.claims["own"], id="planted-claim")
        ledger = evolve(bed.ledger, records=(*bed.ledger.records, taken))
        assert Bed.of(ledger).copy(taken).id == "planted-claim-2"


def test_the_ledger_itself_is_left_alone(bed):
    before = bed.ledger.records
    for fault in FAULTS:
        for claim in bed.claims:
            planted = plant(fault.plant, bed, claim.id)
            if not isinstance(planted, Skip):
                assert planted.into(bed.ledger) != bed.ledger
    assert bed.ledger.records is before
