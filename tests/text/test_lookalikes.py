"""Numbers that are no quantities, and the quantities beside them."""

from time import process_time

import pytest

from claimtrack.text.lookalikes import Mask
from claimtrack.text.running import quantities_in

NONE = [
    # dates
    "on 17 April 2031",
    "from 17 to 19 May",
    "April 17th",
    "2031-04-17",
    "17/04/2031",
    "in 2031",
    "since about 2015",
    "between 2015 and 2018",
    "the 1990s",
    "in the '90s",
    "the year 622",
    "في 17 نيسان",
    "في ١٧ و١٨ أيار ٢٠٣١",
    "عام 2015",
    "سنة 1443 هجرية",
    "في 9 رمضان",
    "يوم الأحد",
    "5 تشرين الأول",
    # times of day
    "at 14:05",
    "at 5 p.m.",
    "at 5pm",
    "5 o'clock",
    "الساعة 9",
    # labels and names
    "Article 5",
    "Resolution 2231",
    "page 12",
    "Boeing 747",
    "an F-16 and a G20",
    "5G",
    "the 21st",
    "القرار 2231",
    "المادة 5",
    "رقم 17",
    # telephone numbers, addresses, notes, scores
    "+961 1 234 567",
    "(555) 123-4567",
    "007",
    "see https://x.example/400?a=5",
    "write to desk400@x.example",
    "www.x.example/12",
    "as they say [12]",
    "won 3/1",
    # of nothing
    "one of them",
    "a quarter of them",
    "واحد منهم",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text):
    assert [found.quantity.text for found in quantities_in(f"They spoke {text}, again.")] == []


BESIDE = [
    ("On 17 April 2031 they found 35 bodies", ["35"]),
    ("more than 2,000 people, since 2015", ["more than 2,000"]),
    ("more than 2000 people since 2015", ["more than 2000"]),
    ("Article 5 speaks of 20 years", ["20 years"]),
    ("17 May: 400 kg", ["400 kg"]),
    ("rose from 12% in 2015 to 15% in 2016", ["12%", "15%"]),
    ("في 17 نيسان 2031 عُثر على 35 جثة", ["35"]),
    ("القرار 2231 يمتد عشر سنوات", ["عشر سنوات"]),
    ("قبل ثلاثة أيام، في 5 أيار", ["ثلاثة أيام"]),
    ("زاد 5 في المائة ونصف السكان رحلوا", ["5 في المائة"]),
    ("5% and half of the town", ["5%"]),
    ("www.x.example/12 has 400 pages", ["400"]),
]


@pytest.mark.parametrize(("text", "found"), BESIDE)
def test_quantities_beside_them(text, found):
    assert [one.quantity.text for one in quantities_in(text)] == found


@pytest.mark.parametrize(
    "piece", ["a", "a.", "1", "1/", "1-", "[1", "'1", "+1 ", "(111) ", "F", "F-"]
)
def test_the_patterns_look_at_each_sign_a_few_times(piece):
    """A pattern that starts anew at every sign took a quarter of an hour for these."""
    begun = process_time()
    assert not Mask(piece * (200_000 // len(piece))).covers(-1)
    assert process_time() - begun < 20
