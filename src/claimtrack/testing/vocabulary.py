"""Invented people, outlets and sentences, in English and Arabic, for generated ledgers.

Nobody and nothing here is real.
"""

from __future__ import annotations

from typing import Final

PEOPLE: Final = (
    ("Tamsel Oduya", "تمسل أودويا"),
    ("Rima Delqan", "ريما دلقان"),
    ("Naya Orwen", "نايا أوروين"),
    ("Harun Vesk", "هارون فيسك"),
    ("Ilka Salwen", "إلكا سلوين"),
    ("Samir Talbaq", "سمير طلبق"),
)
"""Names of persons: English, Arabic."""

BODIES: Final = (
    ("Water Authority of Maruvia", "هيئة مياه ماروفيا"),
    ("Halvath Works", "أشغال هلفاث"),
    ("Civil Protection", "الحماية المدنية"),
    ("Families of Halvath", "عائلات هلفاث"),
)
"""Names of organisations and groups: English, Arabic."""

OUTLETS: Final = (
    ("The Northern Wire", "وكالة الشمال"),
    ("Zelhan Courier", "بريد زلهان"),
    ("Qalam Lidran", "قلم ليدران"),
    ("Halvath Valley Radio", "إذاعة وادي هلفاث"),
)
"""Names of outlets: English, Arabic."""

TITLES: Final = (
    ("Minister calls dam a red line", "الوزيرة تصف السد بأنه خط أحمر"),
    ("The night the gate failed", "ليلة انهيار البوابة"),
    ("Families ask for an inquiry", "العائلات تطالب بتحقيق"),
    ("What is left of the levy", "ما بقي من الرسم"),
)
"""Headlines: English, Arabic."""

SENTENCES: Final = (
    ("The third gate was inspected in April", "خضعت البوابة الثالثة للفحص في أبريل"),
    ("The siren did not sound", "لم تنطلق صفارة الإنذار"),
    ("The repair contract was signed", "وُقّع عقد الإصلاح"),
    ("Work on the new gate begins in autumn", "يبدأ العمل في البوابة الجديدة في الخريف"),
    ("The villages were warned in time", "أُنذرت القرى في الوقت المناسب"),
    ("The levy stays as it is", "يبقى الرسم على حاله"),
    ("The reservoir fund was audited", "خضع صندوق الخزان للتدقيق"),
    ("The road to the ford is open", "الطريق إلى المخاضة مفتوح"),
)
"""What can be so or not, in English and Arabic."""

QUOTES: Final = (
    "We count only what we can name",
    "The water came before anyone rang a bell",
    "كتبنا إليهم ثلاث مرات",
    "nobody told us to leave",
    "لن نعود قبل أن يُفتح الطريق",
)
"""Words as an article might print them."""

WORDS: Final = (
    "dam",
    "gate three",
    "the levy",
    "سد",
    "بوابة",
    "ماء",
    "inquiry",
    "no",
    "1.10",
    "2031-05-02",
)
"""Short texts; some look like something else than text."""

ODD_TEXTS: Final = (
    "TBD",
    "-",
    "~",
    "null",
    "true",
    "010",
    "1_000",
    "key: value",
    "# no comment",
    "not a #comment",
    "a # comment",
    "[list]",
    "{map: yes}",
    "*alias",
    "&anchor",
    "!tag",
    "%directive",
    "@at",
    "`tick",
    '"quoted"',
    "it's",
    "'single'",
    "|",
    ">-",
    "---",
    "...",
    "<<",
    "=",
    "? key",
    "- entry",
    "ends with:",
    " leading",
    "trailing ",
    "two\nlines",
    "tab\there",
    "back\\slash",
    "bell\x07",
    "null\x00",
    "next\x85line",
    "line\u2028separator",
    "\ufeffmark",
    "soft\u00adhyphen",
    "no\u00a0break",
    "left\u200eright\u200fmarks",
    "می\u200cخواهم",
    "👩\u200d👩\u200d👧",
    "🌊",
    "٤٫٨٪",
    "«لن نعود»",
    "e\u0301",
    "\ud7ff\ue000",
    "\U0010fffd",
)
"""Texts on which a careless writer of YAML stumbles."""

UNITS: Final = ("bodies", "homes", "kg", "km")
"""Units and counted nouns of values."""

SHORT_QUOTES: Final = (
    "a red line",
    "on the table",
    "not one crane moved",
    "خط أحمر",
    "لن نعود",
)
"""Quotes that two people may well share: too short to be told from chance."""

CUES: Final = ("said", "told reporters", "أكد", "قالت")
"""Words that tie content to a speaker."""
