"""Claim files as data with something changed: still right, or wrong as people are."""

from copy import deepcopy

from hypothesis import strategies as st

from claimtrack.model import KINDS
from claimtrack.model.meanings import described, with_parts

CLASSES = [cls for cls in with_parts(KINDS.values()) if not issubclass(cls, str)]
KEYS = sorted({key for cls in CLASSES for key in described(cls)} | {"unheard_of"})
VALUES = [
    *("", " ", "\u200f", "\U000e0041", "words", "بحسب الوزير", "Two words", "two\nlines", "🌍"),
    *("a-b.c_d", "A-b", "-a", "12", "0x1f", "article", "no", "null", "Q794", "Q0"),
    *("en", "ar-LB", "arabic", "zh-Hant", "x-a", "e"),
    *("https://northern-wire.example/a", "HTTP://a.example", "ftp://a.example", "https://", "httpſ://a"),
    *("texts/a.txt", "/etc/a.txt", "C:a.txt", "a\\b.txt"),
    *("2031", "2031-05", "2031-05-02", "2031-05-02T16:40+02:00", "2031~", "2031-05/..", "/2031"),
    *("203X", "20XX", "2031-XX-XX", "2031-05-XX?", "2031-22", "2031-13", "2031-00", "31-5-2", "/"),
    *("2031-05-02/2031-05-04", "2031/", "2031-05-02 16:40", "2031-05-02T24:00", "0000"),
    *("2031-05-02\n", "en\n", "a\n", "0" * 20, "0" * 64, "0" * 20 + "-" + "a" * 10),
    *("affirms", "active", "verified", "person", "news", "off_record", "Affirms"),
    *(0, 7, 35, 2031, 999, 10000, -1, 1.5, True, False),
    *([], {}, ["a"], [[]], {"a": "b"}, {"en": "Gate", "ar": "البوابة"}, {"arabic": "البوابة"}),
    *([""],),
]  # fmt: skip


def places(data, path=()):
    """The paths of everything in some data, but for the whole."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in entries:
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from places(value, (*path, step))


@st.composite
def changed(draw, data):
    """The data with one place replaced, removed, renamed or joined by another."""
    paths = [*places(data)]
    value = deepcopy(draw(st.sampled_from(VALUES)))
    if not paths:
        return {draw(st.sampled_from(KEYS)): value}
    *above, step = draw(st.sampled_from(paths))
    holder = data
    for one in above:
        holder = holder[one]
    how = draw(st.sampled_from(("replace", "replace", "remove", "add", "rename")))
    if how == "remove":
        del holder[step]
    elif how == "add" and isinstance(holder, dict):
        holder[draw(st.sampled_from(KEYS))] = value
    elif how == "rename" and isinstance(holder, dict):
        holder[draw(st.sampled_from(KEYS))] = holder.pop(step)
    else:
        holder[step] = value
    return data
