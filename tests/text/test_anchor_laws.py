"""What passes stands where the anchor says, and nothing passes but the very words."""

from hypothesis import assume, example, given
from hypothesis import strategies as st
from prose import prose, respellings, settings_of, stretches

from claimtrack.text.anchor import Anchor, Grade, Source
from claimtrack.text.folding import fold, respell

OTHER = "zebra"


@given(st.data())
def test_a_quote_is_found_where_its_words_are_set(data):
    words = data.draw(prose())
    printed = data.draw(settings_of(words))
    first, last = data.draw(stretches(len(words)))
    exact = " ".join(words[first:last])
    anchor = Source(printed.text).anchor(exact)
    assert anchor.grade in (Grade.EXACT, Grade.FOLDED)
    assert printed.trimmed(anchor.whole) == printed.place(first, last)
    passage = printed.text[slice(*anchor.whole)]
    assert fold(passage).text == fold(exact).text


@given(st.data())
def test_another_spelling_is_told_and_found_at_the_same_place(data):
    words = data.draw(prose())
    printed = data.draw(settings_of(words))
    first, last = data.draw(stretches(len(words)))
    exact = data.draw(respellings(" ".join(words[first:last])))
    anchor = Source(printed.text).anchor(exact)
    same = fold(exact).text == fold(" ".join(words[first:last])).text
    assert (anchor.grade is Grade.RESPELLED) == (not same)
    passage = printed.text[slice(*anchor.whole)]
    assert respell(fold(passage)).text == respell(fold(exact)).text
    assert printed.trimmed(anchor.whole) == printed.place(first, last)


@given(st.data())
def test_fragments_are_found_in_their_order_at_their_places(data):
    words = data.draw(prose(fewest=8))
    printed = data.draw(settings_of(words))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), min_size=4, max_size=4)))
    spans = [tuple(cuts[:2]), tuple(cuts[2:])]
    fragments = [" ".join(words[first:last]) for first, last in spans]
    source = Source(printed.text)
    anchor = source.anchor(" […] ".join(fragments))
    assert anchor.grade in (Grade.EXACT, Grade.FOLDED)
    places = [printed.place(*span) for span in spans]
    assert [printed.trimmed(passage) for passage in anchor.passages] == places
    swapped = source.anchor(" […] ".join(reversed(fragments)))
    assert swapped.grade is Grade.OUT_OF_ORDER
    assert [printed.trimmed(passage) for passage in swapped.passages] == places[::-1]


@given(st.data())
def test_a_word_changed_or_dropped_or_two_exchanged_never_pass(data):
    words = data.draw(prose())
    source = Source(data.draw(settings_of(words)).text)
    first, last = data.draw(stretches(len(words), fewest=4))
    quote = words[first:last]
    at = data.draw(st.integers(1, len(quote) - 2))
    changed = [*quote[:at], OTHER, *quote[at + 1 :]]
    dropped = [*quote[:at], *quote[at + 1 :]]
    exchanged = [*quote[:at], quote[at + 1], quote[at], *quote[at + 2 :]]
    added = [*quote[:at], OTHER, *quote[at:]]
    for wrong in (changed, dropped, exchanged, added):
        assert not source.anchor(" ".join(wrong)).grade.passes
    omitting = source.anchor(" ".join([*quote[:at], "…", *quote[at + 1 :]]))
    assert omitting.grade.passes


@given(st.data())
def test_a_letter_changed_never_passes(data):
    words = data.draw(prose())
    source = Source(data.draw(settings_of(words)).text)
    first, last = data.draw(stretches(len(words), fewest=2))
    exact = " ".join(words[first:last])
    at = data.draw(st.sampled_from([at for at, char in enumerate(exact) if char.isalpha()]))
    for letter in "xض":
        assert not source.anchor(exact[:at] + letter + exact[at + 1 :]).grade.passes


@given(st.data())
def test_a_word_cut_short_never_passes(data):
    words = [word.rstrip('.,"') for word in data.draw(prose())]
    source = Source(data.draw(settings_of(words)).text)
    first, last = data.draw(stretches(len(words), fewest=2))
    assume(words[last - 1].isalpha())
    assert not source.anchor(" ".join(words[first:last])[:-1]).grade.passes


ASTRAL = st.text(alphabet="😀\U0001f1f2🏽𐤀\U00010fffe\u0301\u200d \n", max_size=8)


@given(ASTRAL, st.data())
def test_offsets_are_code_points(before, data):
    words = data.draw(prose())
    printed = data.draw(settings_of(words))
    first, last = data.draw(stretches(len(words)))
    exact = " ".join(words[first:last])
    before += "😀 "
    start, end = Source(before + printed.text).anchor(exact).whole
    shift = len(before)
    assert printed.trimmed((start - shift, end - shift)) == printed.place(first, last)


PIECES = st.lists(st.sampled_from(["a", "b", "é", "و", "ا", " ", " ", ",", "“", "_"]), max_size=14)
CONTEXT = st.none() | st.text(alphabet="ab “,", max_size=3)


@given(PIECES, PIECES.map(lambda pieces: pieces[:4]), CONTEXT, CONTEXT)
@example(["a", ",", "b"], ["b"], ",", None)
def test_the_short_way_finds_what_the_long_way_finds(text, exact, prefix, suffix):
    asked = ("".join(exact), prefix, suffix)
    source = Source("".join(text))
    short, long = source._only_place(*asked), source._anchor(*asked)
    if short is not None:
        assert (type(short), short) == (Anchor, long)
        assert [type(value) for value in short] == [type(value) for value in long]
