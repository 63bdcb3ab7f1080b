import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.cue_forms import forms
from claimtrack.text.cues import HEDGES, find_cues, force_of
from claimtrack.text.force import Force
from claimtrack.text.words import words

LEXICON = tomllib.loads(
    files("claimtrack.text").joinpath("lexicons/cues.toml").read_text(encoding="utf-8")
)
ENTRIES = [
    (language, force, lemma, tuple(forms(entry)))
    for language, tables in LEXICON.items()
    for force, entries in tables.items()
    for lemma, entry in entries.items()
]
CUES = [entry for entry in ENTRIES if entry[1] != HEDGES]
FACTIVE, NEUTRAL, DOUBTING, SPECULATIVE = Force


def named(entry):
    language, _, lemma, _ = entry
    return f"{language}-{lemma}"


@pytest.mark.parametrize("entry", CUES, ids=named)
def test_every_form_is_found_whole_with_its_force(entry):
    language, force, _, listed = entry
    for form in listed:
        found = list(find_cues(form, language))
        assert [(cue.start, cue.end, cue.force) for cue in found] == [(0, len(form), force)]


def test_no_form_has_two_forces():
    forces = {}
    for language, force, _, listed in CUES:
        for form in listed:
            key = language, *(word.wide for word in words(form))
            assert forces.setdefault(key, force) == force, form


def test_heights_follow_what_is_committed_to():
    ordered = sorted(Force, key=lambda force: force.height)
    assert ordered == [SPECULATIVE, DOUBTING, NEUTRAL, FACTIVE]


@pytest.mark.parametrize(
    ("cue", "language", "force"),
    [
        ("said", "en", NEUTRAL),
        ("According to", "en-GB", NEUTRAL),
        ("ACKNOWLEDGED", "en", FACTIVE),
        ("pointed out", "en", FACTIVE),
        ("the allegation", "en", DOUBTING),
        ("is said to", "en", SPECULATIVE),
        ("reportedly", "en", SPECULATIVE),
        ("وقال", "ar", NEUTRAL),
        ("وسيقول", "ar", NEUTRAL),
        ("وَأكّدَت", "ar-LB", FACTIVE),
        ("يُعتقد", "ar", SPECULATIVE),
        ("وزعموا", "ar", DOUBTING),
        ("بادعائه", "ar", DOUBTING),
        ("تردّدت أنباء", "ar", SPECULATIVE),
        ("وفقًا لوزير المياه", "ar", NEUTRAL),
        ("نقلاً عن", "ar", NEUTRAL),
        ("واعترفت", "ar", FACTIVE),
        ("ويُرجَّح", "ar", SPECULATIVE),
    ],
)
def test_force_of_a_recorded_cue(cue, language, force):
    assert force_of(cue, language) is force


@pytest.mark.parametrize(
    ("cue", "language", "force"),
    [
        ("said it may have", "en", SPECULATIVE),
        ("said she believed", "en", SPECULATIVE),
        ("claimed to have confirmed", "en", DOUBTING),
        ("قال إنه ربما", "ar", SPECULATIVE),
        ("may", "en", SPECULATIVE),
        ("did not confirm", "en", None),
        ("couldn’t confirm", "en", None),
        ("لم يؤكد", "ar", None),
        ("wept", "en", None),
        ("", "en", None),
        ("…", "ar", None),
        ("a déclaré", "fr", None),
    ],
)
def test_the_weakest_word_counts_and_a_negation_leaves_none(cue, language, force):
    assert force_of(cue, language) is force


def test_cues_of_a_text_stand_where_they_are_printed():
    text = "“The gate failed,” the engineer said; the Authority — it is said to know — denied it."
    found = [(text[cue.start : cue.end], cue.lemma) for cue in find_cues(text, "en")]
    assert found == [
        ("said", "say"),
        ("is said to", "be said to"),
        ("know", "know"),
        ("denied", "deny"),
    ]


def test_arabic_cues_stand_with_their_diacritics():
    text = "وقالَت المهندسة إنّ البوابة تعطّلت، وبحسب الهيئة فإنّها «سليمة»."
    found = [(text[cue.start : cue.end], cue.lemma) for cue in find_cues(text, "ar")]
    assert found == [("وقالَت", "قال"), ("وبحسب", "وفق")]


@pytest.mark.parametrize("word", ["وصل", "فاز", "سار", "بلد", "وزارة", "فكرة", "الولايات"])
def test_what_begins_like_a_joined_letter_is_no_cue(word):
    assert not list(find_cues(word, "ar"))


def test_a_configuration_adds_and_comes_first():
    added = {"en": {"floated": DOUBTING, "noted": NEUTRAL}, "fr": {"a déclaré": NEUTRAL}}
    assert force_of("floated", "en-US", added) is DOUBTING
    assert force_of("noted", "en", added) is NEUTRAL
    assert force_of("a déclaré", "fr", added) is NEUTRAL
    assert force_of("said", "en", added) is NEUTRAL
    assert force_of("floated", "en") is None


PIECES = st.sampled_from(
    ["said", "is", "said to", "وقال", "على", "حد", "قوله", "ـ", "ً", " ", "\u2067", "…"]
)


@given(st.lists(PIECES).map("".join) | st.text(), st.sampled_from(["en", "ar", "AR-lb", "", "-"]))
def test_cues_stand_in_order_and_inside_the_text(text, language):
    ends = [0]
    for cue in find_cues(text, language):
        assert ends[-1] <= cue.start < cue.end <= len(text)
        ends.append(cue.end)


@given(st.text())
def test_any_recorded_cue_has_a_force_or_none(cue):
    assert force_of(cue, "ar") in (None, *Force)


def test_long_texts_take_time_in_proportion():
    text = "it is said to be that the minister said, by his own words, " * 20_000
    assert sum(1 for _ in find_cues(text, "en")) == 40_000
