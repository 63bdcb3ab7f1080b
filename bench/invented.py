"""The world of generated ledgers: words, names and sentences in English and Arabic, all invented.

Every list of English has its Arabic beside it, so that a sentence and its translation are drawn by
the same numbers.
"""

from hashlib import blake2b
from typing import NamedTuple

NOUNS = (
    "gate council reservoir contractor ministry valley engineer railway harbour archive tunnel "
    "harvest school clinic convoy pipeline market bridge survey treaty border turbine granary "
    "embankment tribunal garrison orchard observatory ferry quarry lighthouse assembly"
).split()
NOUNS_AR = (
    "البوابة المجلس الخزان المقاول الوزارة الوادي المهندس السكة المرفأ الأرشيف النفق الحصاد "
    "المدرسة العيادة القافلة الأنبوب السوق الجسر المسح المعاهدة الحدود التوربين الصومعة السد "
    "المحكمة الحامية البستان المرصد العبارة المحجر المنارة الجمعية"
).split()
ACTS = (
    "opened repaired inspected sealed moved funded rebuilt closed widened audited guarded drained "
    "supplied measured leased restored flooded mapped insured delayed raised cleared escorted "
    "painted surveyed registered transferred reopened staffed heated lowered fenced"
).split()
ACTS_AR = (
    "فتح أصلح فحص أغلق نقل موّل شيّد أقفل وسّع دقّق حرس صرّف زوّد قاس أجّر رمّم غمر رسم أمّن أخّر "
    "رفع أخلى رافق دهن مسح سجّل حوّل استأنف وظّف دفّأ خفض سيّج"
).split()
PLACES = (
    "Halvath Ilveth Lidrane Zelhan Teshmar Orvane Maruvia Belkar Sorrin Tamvel Nadrith Qelmar "
    "Vashem Durrel Elhane Farrow Galmeth Hestar Irvane Jalhen Kethra Lomvar Mirhane Nolveth "
    "Ostrel Pelmar Rethan Selvane Tarmel Ulvane Velhar Wethran"
).split()
PLACES_AR = (
    "هلفاث إلفيث ليدران زلهان تشمار أورفان ماروفيا بلكار سورين تمفيل نادريث قلمار فاشم دوريل "
    "إلهان فارو غلمث هستار إرفان جلهن كثرا لومفار مرهان نولفث أوستريل بلمار رثان سلفان ترمل "
    "أولفان فلهار وثران"
).split()
GIVEN = (
    "Lena Rima Samir Tarek Ilka Hadril Nour Davit Selma Oren Maya Karim Yusra Anton Dalia Faris "
    "Greta Hani Iman Joren Katia Layla Milan Nadia Omar Petra Qasim Rana Soren Talia Umar Vera"
).split()
GIVEN_AR = (
    "لينا ريما سمير طارق إلكا هدريل نور دافيت سلمى أورن مايا كريم يسرى أنطون داليا فارس غريتا "
    "هاني إيمان يورن كاتيا ليلى ميلان نادية عمر بترا قاسم رنا سورن تاليا أومار فيرا"
).split()

_SLOTS = 11


class Sentence(NamedTuple):
    """One statement in both languages."""

    en: str
    ar: str


def numbers(*of: object, size: int = 16) -> bytes:
    """Numbers from 0 to 255 that depend on nothing but what is given."""
    return blake2b(repr(of).encode(), digest_size=size).digest()


def sentence(*of: object) -> Sentence:
    """A sentence that depends on nothing but what is given; two hardly ever share most words."""
    n = [number % 32 for number in numbers(*of)[:_SLOTS]]
    return Sentence(
        f"The {NOUNS[n[0]]} of {PLACES[n[1]]} {ACTS[n[2]]} the {NOUNS[n[3]]} for the "
        f"{NOUNS[n[4]]} in {PLACES[n[5]]} while the {NOUNS[n[6]]} {ACTS[n[7]]} the {NOUNS[n[8]]} "
        f"between {PLACES[n[9]]} and {PLACES[n[10]]}",
        f"{ACTS_AR[n[2]]} {NOUNS_AR[n[0]]} في {PLACES_AR[n[1]]} {NOUNS_AR[n[3]]} من أجل "
        f"{NOUNS_AR[n[4]]} في {PLACES_AR[n[5]]} بينما {ACTS_AR[n[7]]} {NOUNS_AR[n[6]]} "
        f"{NOUNS_AR[n[8]]} بين {PLACES_AR[n[9]]} و{PLACES_AR[n[10]]}",
    )


def person(n: int) -> Sentence:
    """The name of a person: 32,768 of them differ."""
    first, second, last = n % 32, n // 32 % 32, n // 1024 % 32
    return Sentence(
        f"{GIVEN[first]} {GIVEN[second]} {PLACES[last]}",
        f"{GIVEN_AR[first]} {GIVEN_AR[second]} {PLACES_AR[last]}",
    )


def outlet(n: int) -> Sentence:
    """The name of one of 64 outlets."""
    kind, kind_ar = (("Courier", "بريد"), ("Radio", "إذاعة"))[n // 32 % 2]
    return Sentence(f"{PLACES[n % 32]} {kind}", f"{kind_ar} {PLACES_AR[n % 32]}")


def slug(name: str) -> str:
    """The name as an identifier."""
    return name.lower().replace(" ", "-")
