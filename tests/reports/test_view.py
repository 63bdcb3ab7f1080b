"""The view model: who said what on which question, and what was not checked."""

from ledgers import FLOOD, flood, report_of

import claimtrack
from claimtrack.model import words
from claimtrack.reports.badges import AXES, badge
from claimtrack.reports.messages import messages


def by_id(views, name):
    return next(view for view in views if view.id.text == name)


def test_a_proposition_has_its_claims_oldest_first_and_its_verdicts():
    item = by_id(flood().propositions, "dam-holds")
    assert [claim.id.text for claim in item.claims] == ["early", "late"]
    assert [verdict.veracity.word for verdict in item.verdicts] == ["supported", "refuted"]
    assert item.verdicts[0].evidence[0].anchor == "claim-late"
    assert item.verdicts[1].url == "https://gauge.example/a?b=1&c=2"
    assert (item.text.lang, item.other_texts[0].lang) == ("en", "ar")
    assert [ref.code for ref in item.findings] == ["CT303"]


def test_a_claim_says_who_where_when_and_in_which_words():
    early, late = by_id(flood().propositions, "dam-holds").claims
    assert (early.said.text, early.said_from) == ("2031-05-02", "occasion")
    assert early.occasion.kind.word == "press_conference"
    assert (late.said.text, late.said_from) == ("2031-05-04", "said")
    assert late.speaker.label.text == "Kassem Duvri"
    assert (late.quotes[0].exact.lang, late.quotes[0].exact.dir) == ("ar", "rtl")
    assert late.quotes[0].translations[0].text.dir == "ltr"
    assert (late.stance.word, late.stance.tone) == ("denies", "contrary")
    assert (late.attribution.word, late.lifecycle.word) == ("verified", "active")
    assert (late.value.text, late.value.dir) == ("٣٥ جثة", "rtl")
    assert late.chain[0].who.anchor == "actor-barq"
    assert not late.chain[0].consulted


def test_speakers_come_first_and_an_outlet_speaks_in_its_own_voice():
    actors = flood().actors
    assert [actor.id.text for actor in actors if actor.speaks] == ["duvri", "nobody", "wire"]
    assert [claim.id.text for claim in by_id(actors, "wire").own_voice] == ["own"]
    assert [name.text for name in by_id(actors, "duvri").other_names] == [
        "قاسم دوفري",
        "Duvri",
        "دوفري",
    ]


def test_what_is_only_referred_to_is_shown_as_missing():
    report = flood()
    assert by_id(report.actors, "nobody").missing
    nowhere = by_id(report.propositions, "nowhere")
    assert nowhere.missing
    assert nowhere.claims[0].proposition.absence == "missing"


def test_what_was_not_checked_is_counted():
    report = flood(FLOOD + "  - {id: broken, article: a1, statement: No speaker}\n")
    gaps = {gap.why: gap.count for gap in report.gaps}
    assert gaps["without-proposition"] == 1
    assert gaps["history"] == 1
    assert gaps["without-text"] == 2
    assert gaps["unread-files"] == 1
    assert gaps["broken-records"] == 1


def test_a_silenced_finding_is_counted():
    ignore = "    ignore: [{rule: CT303, reason: known}]\n    kind: prediction\n"
    report = flood(FLOOD.replace("    kind: prediction\n", ignore))
    assert [(gap.why, gap.count) for gap in report.silenced] == [("ignored", 1)]
    assert not any(finding.code == "CT303" for finding in report.findings)


def test_two_records_of_one_identifier_are_both_shown():
    report = flood(FLOOD + "  - {id: late, article: a1, speaker: duvri, proposition: dam-holds}\n")
    anchors = [claim.anchor for claim in by_id(report.propositions, "dam-holds").claims]
    assert sorted(anchors) == ["claim-early", "claim-late", "claim-late~2"]


def test_findings_have_places_and_stand_gravest_first():
    report = flood()
    weights = [("error", "warning", "info").index(f.severity.word) for f in report.findings]
    assert weights == sorted(weights)
    conflict = next(finding for finding in report.findings if finding.code == "CT303")
    assert any(conflict in found for _, found in report.disagreements)
    assert conflict.places[0].line > 1
    assert conflict.places[0].record.anchor == "proposition-dam-holds"


def test_an_empty_ledger_gives_a_report():
    report = report_of(claimtrack.loads({}))
    assert report.counts.files == 0
    assert not report.actors
    assert not report.propositions
    assert not report.articles


def test_articles_come_newest_first():
    assert [article.id.text for article in flood().articles] == ["a2", "a1"]


def test_the_reader_of_arabic_is_shown_arabic_first():
    report = report_of(claimtrack.loads(FLOOD), language="ar")
    assert by_id(report.propositions, "dam-holds").text.lang == "ar"


def test_every_word_of_every_vocabulary_has_a_label():
    told = messages("en")
    for vocabulary, axis in AXES.items():
        assert axis in told.tables["axis"]
        for word in vocabulary:
            assert told.word(badge(word))
    shown = {cls for cls in vars(words).values() if isinstance(cls, type)} - {words.StrEnum}
    assert shown - set(AXES) == {words.ValueType, words.EditKind, words.DecisionKind}


def test_a_word_of_two_vocabularies_has_a_tone_in_each():
    assert badge(words.Lifecycle.CORRECTED).tone == "past"
    assert badge(words.ArticleStatus.CORRECTED).tone == "open"
    assert badge(words.Lifecycle.RETRACTED).tone == "past"
    assert badge(words.ArticleStatus.RETRACTED).tone == "bad"
    assert badge(words.Lifecycle.ACTIVE).tone == "plain"
