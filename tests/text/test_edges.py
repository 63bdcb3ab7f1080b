"""No quote begins or ends inside a word or a number."""

import pytest

from claimtrack.text.anchor import Grade, Source
from claimtrack.text.edges import is_cut, stands_alone

CUT = [
    ("13,400 people died", "400 people"),
    ("400,000 people died", "400"),
    ("inflation was 4.8 percent", "4"),
    ("inflation was 4.8 percent", "8 percent"),
    ("it fell by 3.9 points", "it fell by 3"),
    ("it fell by 3.9 points", "it fell by 3."),
    ("it fell by .5 points", "5 points"),
    ("We can’t pay", "We can"),
    ("We can't pay", "We can"),
    ("it is non-negotiable", "negotiable"),
    ("the F-35 came", "35 came"),
    ("a 5-year plan", "year plan"),
    ("it was -5 percent", "5 percent"),
    ("it was −5 percent", "5 percent"),
    ("it was (–5 percent)", "5 percent"),
    ("a loss of -$5 million", "$5 million"),
    ("between 400–450 died", "450 died"),
    ("between 400-450 died", "400"),
    ("at 10:30 today", "30 today"),
    ("about 13\u00a0400 people", "400 people"),
    ("about 13\u200b,\u200b400 people", "400 people"),
    ("قتل ١٣٬٤٠٠ شخص", "٤٠٠ شخص"),
    ("بلغ ٤٫٨ بالمئة", "٨ بالمئة"),
    ("بلغ ٤٫٨ بالمئة", "بلغ ٤"),
    ("بلغ ٤٫٨ بالمئة", "بلغ 4"),
    ("بلغ 7ر59 بالمئة", "59 بالمئة"),
    ("بلغ -٥ بالمئة", "٥ بالمئة"),
    ("فشل الاتفاق", "شل الاتفاق"),
    ("سلم الجيش", "لم الجيش"),
    ("كتب الوزير", "تب الوزير"),
    ("وزير المالية", "زير المالية"),
    ("والد الطفل", "الد الطفل"),
    ("زار السد اليوم", "سد اليوم"),
]
WHOLE = [
    ("it rose to 400. Then", "rose to 400"),
    ("400, she said", "400"),
    ("in May,400 died", "400 died"),
    ("he said—we can pay", "we can pay"),
    ("the rate—5 percent—fell", "5 percent"),
    ("the rate--5 percent--fell", "5 percent"),
    ("the ministers’ plan", "the ministers"),
    ("it is non-negotiable now", "non-negotiable"),
    ("it was -5 percent", "-5 percent"),
    ("it cost $5 or 6%", "5 or 6"),
    ("‘We can’, he said", "We can"),
    ("والتخصيب مستمر", "التخصيب مستمر"),
    ("وبالسد نبدأ", "السد نبدأ"),
    ("والسدّ أولا", "السدّ أولا"),
    ("ولن نفتح", "لن نفتح"),
    ("وأعلنت أمس", "أعلنت أمس"),
    ("قال -وهو غاضب- لن", "وهو غاضب"),
    ("«السد»، قال", "السد"),
]


@pytest.mark.parametrize(("text", "exact"), CUT)
def test_half_a_word_or_number_is_absent(text, exact):
    assert Source(text).anchor(exact).grade is Grade.ABSENT


@pytest.mark.parametrize(("text", "exact"), WHOLE)
def test_a_whole_word_or_number_stands(text, exact):
    assert Source(text).anchor(exact).grade is Grade.EXACT


def test_a_dash_is_judged_as_printed():
    source = Source("he said—we “can” pay")
    assert source.anchor('we "can" pay').grade is Grade.FOLDED
    assert Source("a non‑“binding” vow").anchor('"binding"').grade is Grade.FOLDED
    assert Source("a non‑binding  vow").anchor("binding vow").grade is Grade.ABSENT


@pytest.mark.parametrize("text", ["", "4", "-", "4.", ".4", "\u200b", "4\u200b"])
def test_the_ends_of_a_text_are_edges(text):
    assert stands_alone(text, 0, len(text))
    assert not any(is_cut(text, edge) for edge in (0, len(text)))
