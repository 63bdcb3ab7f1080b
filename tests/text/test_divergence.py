import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.divergence import Degree, divergence, divergence_of_whole
from claimtrack.text.names import Names
from claimtrack.text.turns import Aspect
from claimtrack.text.worddiff import Change, Stretch

PLAIN = ["gate", "river", "seal", "town", "crew", "letter", "siren", "البوابة", "النهر", "المدينة"]
SENTENCES = st.lists(st.sampled_from(PLAIN), min_size=4, max_size=12, unique=True)
NAMES = Names([["تمسل أودويا", "أودويا"], ["روفان"], ["ماروفيا", "زلهان"]])


@pytest.mark.parametrize(
    ("first", "second", "degree", "aspects"),
    [
        ("The dam is safe", "The dam is safe", Degree.SAME, ()),
        ("It won’t hold", "It will not hold", Degree.SPELLING, ()),
        ("20 gates held", "twenty gates held", Degree.SPELLING, ()),
        ("ما زالوا هنا اليوم", "مازالوا هنا اليوم", Degree.SPELLING, ()),
        ("The dam held well", "The dam held firmly", Degree.WORDING, ()),
        ("We do not pay now", "We do pay now", Degree.MEANING, (Aspect.NEGATION,)),
        ("We will not take part", "We refuse to take part", Degree.WORDING, ()),
        ("All 20 gates held", "All 30 gates held", Degree.MEANING, (Aspect.NUMBER,)),
        ("We ask Oduya to go", "We ask Ruvane to go", Degree.MEANING, (Aspect.NAME,)),
        ("نطلب من أودويا الرحيل", "نطلب من روفان الرحيل", Degree.MEANING, (Aspect.NAME,)),
        ("نبقى في ماروفيا الليلة", "نبقى في زلهان الليلة", Degree.WORDING, ()),
        ("It will hold tonight", "It may hold tonight", Degree.MEANING, (Aspect.MODALITY,)),
        ("We know Iran sent it here", "We know Iraq sent it here", Degree.MEANING, (Aspect.NAME,)),
        ("Ruvane sued Oduya at once", "Oduya sued Ruvane at once", Degree.MEANING, (Aspect.NAME,)),
        ("Ruvane and Oduya met there", "Oduya and Ruvane met there", Degree.WORDING, ()),
        ("We oppose the new dam", "We support the new dam", Degree.MEANING, (Aspect.OPPOSITE,)),
        ("نرفض بناء السد", "نقبل بناء السد", Degree.MEANING, (Aspect.OPPOSITE,)),
        ("We paid five dollars each", "We paid five euros each", Degree.MEANING, (Aspect.UNIT,)),
        ("Only she can end it now", "She can end it now", Degree.MEANING, (Aspect.CONDITION,)),
        ("ما هاجمنا المدينة أمس", "هاجمنا المدينة أمس", Degree.MEANING, (Aspect.UNSURE,)),
        ("We have 1 and only 1 goal", "We have one and only one goal", Degree.SPELLING, ()),
        ("The U.S. must leave now", "The US must leave now", Degree.SPELLING, ()),
        ("It’s time, and we have none", "It is time, and we’ve none", Degree.SPELLING, ()),
        ("the siren was late", "The gate shut, and the siren was late", Degree.SAME, ()),
    ],
)
def test_what_differs(first, second, degree, aspects):
    found = divergence(first, second, NAMES)
    assert found is not None
    assert (found.degree, found.aspects) == (degree, aspects)


def test_different_parts_are_no_divergence():
    assert divergence("The gate was shut by hand", "Nobody came for us until noon") is None


def test_a_quote_that_begins_behind_the_negation_is_told():
    found = divergence("لن نقبل بإعادة البناء", "نقبل بإعادة البناء")
    assert found is not None
    assert found.cut
    assert not found.turns


def test_of_a_whole_text_the_ends_count():
    whole = divergence_of_whole("We will go in 30 days", "We will go")
    assert whole.aspects == (Aspect.NUMBER,)


def turned(stretch):
    other = {Change.DROPPED: Change.ADDED, Change.ADDED: Change.DROPPED}
    return Stretch(other.get(stretch.change, stretch.change), stretch.second, stretch.first)


@given(st.text())
def test_identical_wordings_never_diverge(text):
    found = divergence(text, text)
    assert found is None or found.degree is Degree.SAME


@given(SENTENCES, SENTENCES)
def test_the_two_sides_are_alike(ours, theirs):
    first = divergence(" ".join(ours), " ".join(theirs))
    second = divergence(" ".join(theirs), " ".join(ours))
    if first is None or second is None:
        assert first is second
    else:
        assert first.aspects == second.aspects
        assert first.stretches == tuple(map(turned, second.stretches))


@given(SENTENCES, st.sampled_from(["not", "never", "لم", "لن", "غير"]), st.data())
def test_a_planted_negation_is_meaning(words, negation, data):
    at = data.draw(st.integers(0, len(words) - 1))
    found = divergence(" ".join(words), " ".join([*words[:at], negation, *words[at:]]))
    assert found is not None
    assert found.degree is Degree.MEANING
    assert found.cut or Aspect.NEGATION in found.aspects


@given(SENTENCES, st.sampled_from(["30", "٣٠", "forty", "مئتين"]), st.data())
def test_a_changed_number_is_meaning(words, number, data):
    at = data.draw(st.integers(1, len(words) - 1))
    sides = [" ".join([*words[:at], one, *words[at:]]) for one in ("20", number)]
    found = divergence(*sides)
    assert found is not None
    assert Aspect.NUMBER in found.aspects


@pytest.mark.parametrize("word", ["gate", "not", "لا", "20"])
def test_one_word_without_end_is_compared(word):
    long = f"{word} " * 100_000
    found = divergence(long, f"{long}river {long}")
    assert found is not None
    assert found.degree <= Degree.MEANING
