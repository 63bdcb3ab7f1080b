"""Quotes are found at their place, and only the very words pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text import anchor as anchor_module
from claimtrack.text.anchor import FARTHEST_OMISSION, Grade, Source

ENGLISH = (
    "The minister said the dam is not a red line. “We will talk,” she said, “until autumn.” "
    "The palace said the dam is a red line. Nobody was told on Friday."
)
ARABIC = "قال الوزير إنّ السدَّ خطٌّ أحمر، وأضاف: «لن نتفاوض عليه قبل ٣٥ يومًا». والتخصيب مستمر."


@pytest.mark.parametrize(
    ("text", "exact", "grade", "passage"),
    [
        (ENGLISH, "is not a red line", Grade.EXACT, "is not a red line"),
        (ENGLISH, '"We will talk,"', Grade.FOLDED, "“We will talk,”"),
        (ENGLISH, "We   will\ntalk", Grade.FOLDED, "We will talk"),
        (ARABIC, "السد خط أحمر", Grade.FOLDED, "السدَّ خطٌّ أحمر"),
        (ARABIC, "قبل 35 يوما", Grade.RESPELLED, "قبل ٣٥ يومًا"),
        (ARABIC, "خط احمر", Grade.RESPELLED, "خطٌّ أحمر"),
        (ARABIC, "التخصيب مستمر", Grade.EXACT, "التخصيب مستمر"),
        (
            ENGLISH,
            "We will talk … until autumn",
            Grade.EXACT,
            "We will talk,” she said, “until autumn",
        ),
        (ENGLISH, "the dam […] a red line. Nobody", Grade.EXACT, "the dam is a red line. Nobody"),
        (ENGLISH, "[She] will talk", Grade.EXACT, "will talk"),
        (ENGLISH, "We [all] will talk", Grade.EXACT, "We will talk"),
        (ENGLISH, "is a red lin", Grade.ABSENT, None),
        (ENGLISH, "ed line", Grade.ABSENT, None),
        (ENGLISH, "We will Talk", Grade.ABSENT, None),
        (ENGLISH, "until autumn … We will talk", Grade.OUT_OF_ORDER, None),
        (ENGLISH, "…", Grade.EMPTY, None),
        (ENGLISH, "«»", Grade.EMPTY, None),
    ],
)
def test_grades(text, exact, grade, passage):
    anchor = Source(text).anchor(exact)
    assert anchor.grade is grade
    if passage is not None:
        assert text[slice(*anchor.whole)] == passage


def test_context_chooses_between_places():
    source = Source("one red line here, two red line there, a red line here")
    assert source.anchor("red line").grade is Grade.AMBIGUOUS
    assert source.anchor("red line").places == 3
    assert source.anchor("red line", prefix="two ").whole == (23, 31)
    assert source.anchor("red line", suffix=" here").places == 2
    assert source.anchor("red line", prefix="a ", suffix=" here").grade is Grade.EXACT


def test_a_prefix_is_tried_on_every_first_fragment():
    text = "Oduya said: “We will pay the north. We will pay the south tomorrow.”"
    far = Source(text).anchor("We will pay […] tomorrow", prefix="Oduya said: “")
    assert (far.grade, far.context_fits, far.whole.start) == (Grade.EXACT, True, 13)
    near = Source(text).anchor("We will pay […] tomorrow", prefix="north. ")
    assert (near.context_fits, near.whole.start) == (True, 36)
    wrong = Source(text).anchor("We will pay […] tomorrow", prefix="Kest said: “")
    assert (wrong.grade, wrong.context_fits, wrong.whole.start) == (Grade.EXACT, False, 36)


def test_a_prefix_is_tried_on_every_first_fragment_in_arabic():
    text = "قالت عدوية: «سندفع للشمال. سندفع للجنوب غدا»."
    anchor = Source(text).anchor("سندفع […] غدا", prefix="قالت عدوية: «")
    assert (anchor.grade, anchor.context_fits) == (Grade.EXACT, True)
    assert anchor.whole.start == text.index("سندفع")


@pytest.mark.parametrize(
    ("text", "exact", "grade"),
    [
        ("“We rebuild.\n\n“Nobody is left.”", "We rebuild. Nobody is left.", Grade.FOLDED),
        ('"We rebuild.\r\n\r\n"Nobody is left."', "We rebuild. Nobody is left.", Grade.FOLDED),
        ("«نبني كل بيت.\n\n«لن نترك أحدا»", "نبني كل بيت. لن نترك أحدا", Grade.FOLDED),
        ("«نبني كل بيت.\n\n«لن نترك أحدا»", "نبني كل بيت. لن نترك احدا", Grade.RESPELLED),
        ("“We rebuild.\n\n“Nobody is left.”", '"Nobody is left."', Grade.FOLDED),
        ("“We rebuild.\n\n“Nobody is left.”", 'We rebuild. "Nobody is left', Grade.FOLDED),
        ("“We rebuild.”\n\n“Nobody is left.”", "We rebuild. Nobody is left.", Grade.ABSENT),
        ("She left.\n\n“Nobody is left.”", "She left. Nobody is left.", Grade.ABSENT),
    ],
)
def test_paragraphs_of_one_quotation(text, exact, grade):
    assert Source(text).anchor(exact).grade is grade


def test_an_omission_stays_within_its_distance():
    far = "we will go " + "on and " * (FARTHEST_OMISSION // 7 + 1) + "never return"
    assert not Source(far).anchor("we will go … never return").grade.passes


WORDS = st.sampled_from(
    ["dam", "line", "minister", "never", "not", "we", "gate", "السد", "الوزير", "لن", "لم", "أحمر"]
)


@given(st.lists(WORDS, min_size=5, max_size=30), st.data())
def test_what_stands_in_a_text_passes_at_its_place(words, data):
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words)))
    text, exact = " ".join(words), " ".join(words[first:last])
    anchor = Source(text).anchor(exact)
    assert anchor.grade in (Grade.EXACT, Grade.AMBIGUOUS)
    assert text[slice(*anchor.whole)] == exact


@given(st.lists(WORDS, min_size=3, max_size=12), st.lists(WORDS, min_size=3, max_size=40))
def test_a_quote_passes_only_where_its_very_words_stand(quote, text):
    anchor = Source(" ".join(text)).anchor(" ".join(quote))
    windows = [text[at : at + len(quote)] for at in range(len(text) - len(quote) + 1)]
    assert (anchor.grade in (Grade.EXACT, Grade.AMBIGUOUS)) == (quote in windows)


@given(st.lists(WORDS, min_size=4, max_size=20, unique=True), st.data())
def test_a_changed_or_dropped_word_never_passes(words, data):
    place = data.draw(st.integers(1, len(words) - 2))
    source = Source(" ".join(words))
    assert not source.anchor(" ".join([*words[:place], *words[place + 1 :]])).grade.passes
    assert not source.anchor(" ".join([*words[:place], "zebra", *words[place + 1 :]])).grade.passes


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_and_quote_give_an_answer_within_the_text(text, exact):
    anchor = Source(text).anchor(exact)
    assert all(0 <= passage.start <= passage.end <= len(text) for passage in anchor.passages)


def test_hostile_texts_take_linear_time():
    source = Source("a " * 200_000)
    assert source.anchor("a " * 1_000 + "b").grade is Grade.ABSENT
    assert source.anchor("a … " * 200 + "b").grade is Grade.ABSENT
    assert source.near("a " * 50_000 + "b") is not None


def test_the_nearest_passage_is_looked_for_once(monkeypatch):
    source, calls = Source("The dam is a red line, he said"), []
    looked = anchor_module.nearest
    monkeypatch.setattr(anchor_module, "nearest", lambda *a: calls.append(1) or looked(*a))
    assert source.near("the dam is a thin line") == source.near("the dam is a thin line")
    assert len(calls) == 1


def test_a_text_is_folded_once_for_all_its_quotes(monkeypatch):
    text = "“The dam holds.\n\n“We keep it so.”\n\n«السدُّ آمن.\n\n«ونبقيه كذلك.»\n\n" * 20
    folded, fold = [], anchor_module.fold
    monkeypatch.setattr(
        anchor_module, "fold", lambda given, *more: folded.append(given) or fold(given, *more)
    )
    source = Source(text)
    for number in range(30):
        assert not source.anchor(f"nobody said the dam fell {number} times").grade.passes
        assert not source.anchor(f"لم يقل أحد إن السد انهار {number}").grade.passes
    # As it is, and without the marks that its paragraphs repeat.
    assert folded.count(text) == 2
