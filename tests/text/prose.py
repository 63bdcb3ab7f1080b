"""Invented prose: words in a row, and the same words as a printer sets them, with their places."""

from dataclasses import dataclass

from hypothesis import strategies as st

_IN_ENGLISH = (
    "the minister said that no gate of dam will open before autumn and nobody at harbour was told "
    "who signed it because café closed early while seven engineers left Halvath in 2031 with maps "
    "don't ask our envoys about red lines"
)
_IN_ARABIC = (
    "قال الوزير أنصتوا السد ليس خطا أحمر ولن نفتح البوابة قبل الخريف طلبت لجنة المرفأ من مسؤول "
    "آخر كان هناك حين أغلقت المدينة أبوابها بعد ٣٥ يوما على رحلة سبعة مهندسين غادروا"
)
ENGLISH, ARABIC = _IN_ENGLISH.split(), _IN_ARABIC.split()

_SILENT = "\u00ad\u200b\u200f"
_SET = {
    " ": [" ", "\n", "  ", "\u00a0", "\r\n\r\n", "\u3000", " \t"],
    '"': ['"', "“", "”", "«", "»", "„"],
    "'": ["'", "’", "‘"],
    "-": ["-", "–", "—"],
    "é": ["é", "e\u0301"],
    "إ": ["إ", "ا\u0655"],
    "أ": ["أ", "ا\u0654"],
    "آ": ["آ", "ا\u0653"],
    "f": ["f", "f\u00ad", "f\u200b"],
}
_VOWELS = ["", "", "", "\u064e", "\u0651\u064f", "\u0640", "\u0640\u0640", "\u200f", "\u0652"]
_RESPELT = {"إ": "اأ", "أ": "اإ", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "ئ", "٣": "3", "٥": "5"}


@dataclass(frozen=True)
class Setting:
    """A text as printed, and from where to where each of its words stands."""

    text: str
    spans: list[tuple[int, int]]

    def place(self, first, last):
        """From where to where the words of these numbers stand (`last` is exclusive)."""
        return self.trimmed((self.spans[first][0], self.spans[last - 1][1]))

    def trimmed(self, passage):
        """A passage without silent signs at its end, of which an exact one needs none."""
        start, end = passage
        return start, start + len(self.text[start:end].rstrip(_SILENT))


def prose(fewest=6):
    """Words in a row of one language, none of them twice, some with a mark behind them."""
    return st.sampled_from([ENGLISH, ARABIC]).flatmap(
        lambda known: st.lists(
            st.tuples(st.sampled_from(known), st.sampled_from(["", "", "", ",", '"', "."])),
            min_size=fewest,
            max_size=30,
            unique_by=lambda pair: pair[0],
        ).map(lambda pairs: ["".join(pair) for pair in pairs])
    )


def settings_of(words):
    """The words as a printer may set them: other quotation marks and spaces, vowels, tatweel."""
    joined = " ".join(words)
    return st.tuples(*map(_variants, joined)).map(lambda pieces: _placed(joined, pieces))


def _variants(char):
    vowels = _VOWELS if "\u0621" <= char <= "\u064a" else [""]
    letters = _SET.get(char, [char])
    return st.sampled_from([letter + vowel for letter in letters for vowel in vowels])


def _placed(joined, pieces):
    spans, start, end = [], 0, 0
    for char, piece in zip(joined, pieces, strict=True):
        if char == " ":
            spans.append((start, end))
            start = end + len(piece)
        end += len(piece)
    return Setting("".join(pieces), [*spans, (start, end)])


def respellings(exact):
    """A quote in another accepted Arabic spelling."""
    choices = [st.sampled_from([char, *_RESPELT.get(char, "")]) for char in exact]
    return st.tuples(*choices).map("".join)


@st.composite
def stretches(draw, count, fewest=1):
    """From where to where some of so many words are taken."""
    first = draw(st.integers(0, count - fewest))
    return first, draw(st.integers(first + fewest, count))
