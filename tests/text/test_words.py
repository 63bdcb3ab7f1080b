"""Words that are numbered are the words that are listed, and what is near is the same by either."""

import random

from hypothesis import given
from hypothesis import strategies as st
from prose import ARABIC, ENGLISH, prose, settings_of

from claimtrack.text.anchor import Source
from claimtrack.text.folding import fold, respell
from claimtrack.text.nearest import nearest
from claimtrack.text.words import MOST_PLACES, NumberedWords, words


class ListedWords:
    """What `NumberedWords` does, with all words in a list."""

    def __init__(self, text):
        self.words = words(text)

    def __len__(self):
        return len(self.words)

    def places(self, wide):
        return [at for at, word in enumerate(self.words) if word.wide == wide][:MOST_PLACES]

    def stretch(self, first, last):
        return self.words[first:last]


@st.composite
def long_texts(draw):
    """Thousands of words, more than one block of them, most of them common, some printed oddly."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - repeatable
    known = [
        *ENGLISH,
        *ARABIC,
        "3.5",
        "don’t",
        "İstanbul",
        "Straße",
        "a.b.",
        "’’",
        "e\u0301",
        "٣٫٥",
    ]
    weights = [1 / (rank + 1) for rank in range(len(known))]
    found = chance.choices(known, weights, k=draw(st.integers(0, 3_000)))
    space = draw(st.sampled_from([" ", "\n", "، ", ". "]))
    return space.join(found)


@given(long_texts(), st.data())
def test_numbered_words_are_the_listed_ones(text, data):
    listed, numbered = ListedWords(text), NumberedWords(respell(fold(text)))
    assert len(numbered) == len(listed)
    assert numbered.stretch(0, len(listed)) == listed.words
    first = data.draw(st.integers(0, len(listed)))
    last = data.draw(st.integers(first, len(listed) + 3))
    assert numbered.stretch(first, last) == listed.words[first:last]
    for wide in {word.wide for word in listed.words[:200]}:
        assert list(numbered.places(wide)) == listed.places(wide)
    assert words(text, last) == listed.words[:last]


@given(long_texts(), st.data())
def test_the_nearest_passage_is_the_one_of_the_listed_words(text, data):
    listed = ListedWords(text)
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    quote = text[start : start + data.draw(st.integers(0, 4_000))]
    wrong = quote.replace(data.draw(st.sampled_from([*ENGLISH, *ARABIC])), "zebra")
    expected = nearest(ListedWords(wrong), listed)
    found = Source(text).near(wrong)
    if expected is None:
        assert found is None
    else:
        first, last = listed.words[expected.first], listed.words[expected.last - 1]
        assert found == ((first.start, last.end), expected.likeness)


@given(st.data())
def test_a_spoilt_quote_is_shown_at_its_place(data):
    listed = data.draw(prose(fewest=10))
    printed = data.draw(settings_of(listed))
    wrong = [*listed[:4], "zebra", *listed[5:10]]
    passage, likeness = Source(printed.text).near(" ".join(wrong))
    wide = [word.wide for word in words(printed.text[slice(*passage)])]
    assert wide == [word.wide for word in words(" ".join(listed[:10]))]
    assert likeness == 0.9
