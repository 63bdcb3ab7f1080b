"""Nothing in a shown text can act, and right-to-left words stay where they belong."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.terminal import FSI, PDI, can_show, isolated, safe, visible, width

ANYTHING = st.text(st.characters(exclude_categories=()))
MIXED = st.text(st.sampled_from('ab1 :,.-()"ابتُ٠١\u0301漢😀\u200d\n\t\x1b\u202e\u2068\u2069\udcff'))
ENCODINGS = st.sampled_from(["utf-8", "ascii", "iso8859-1", "cp1256", "utf-16"])


def bare(text):
    return text.replace(FSI, "").replace(PDI, "")


@given(ANYTHING | MIXED, ENCODINGS)
def test_a_safe_text_holds_no_control_and_its_isolates_are_balanced(text, encoding):
    shown = safe(text, encoding)
    depth = 0
    for char in shown:
        depth += (char == FSI) - (char == PDI)
        assert depth in (0, 1, 2)
        if char not in (FSI, PDI):
            assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
            assert unicodedata.bidirectional(char) not in ("RLO", "LRO", "RLE", "LRE", "PDF")
            assert char not in "\u061c\u200e\u200f\u2066\u2067"
    assert depth == 0
    shown.encode(encoding)


@given(MIXED)
def test_isolating_changes_nothing_else(text):
    clean = "".join(map(visible, text))
    assert bare(isolated(clean)) == clean


@given(MIXED)
def test_every_right_to_left_letter_is_isolated(text):
    inside = 0
    for char in isolated("".join(map(visible, text))):
        if char in (FSI, PDI):
            inside += (char == FSI) - (char == PDI)
        elif unicodedata.bidirectional(char) in ("R", "AL", "AN"):
            assert inside
        elif unicodedata.bidirectional(char) == "L" and unicodedata.category(char) == "Ll":
            assert not inside


@given(MIXED, MIXED)
def test_width_adds_up(one, other):
    one, other = "".join(map(visible, one)), "".join(map(visible, other))
    assert width(one + other) == width(one) + width(other)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a    b c"),
        ("a\x1b[2Jb", "a<U+001B>[2Jb"),
        ("\x9b2J", "<U+009B>2J"),
        ("a\u202eb\u2069", "a<U+202E>b<U+2069>"),
        ("\udcff", "<U+DCFF>"),
        ("é漢😀", "é漢😀"),
        ("name: تامسل أودويا, x", f"name: {FSI}تامسل أودويا{PDI}, x"),
        ("قُتِلَ!", f"{FSI}قُتِلَ{PDI}!"),
        ("ar 'حذّرت' en 'لا'", f"ar '{FSI}حذّرت{PDI}' en '{FSI}لا{PDI}'"),
        # Numbers are read with the words beside them; a date and a list are not such a number.
        ("value: 13 ألفا و800", f"value: {FSI}13 ألفا و800{PDI}"),
        ("value: ٤٠٠-٥٠٠ كغ", f"value: {FSI}٤٠٠-٥٠٠ كغ{PDI}"),
        ("2031-05-02 حذر", f"2031-05-02 {FSI}حذر{PDI}"),
        ("[5, حذر, 6]", f"[5, {FSI}حذر{PDI}, 6]"),
        ("حذر 5km", f"{FSI}حذر{PDI} 5km"),
        ("35% زيادة 4.5%.", f"{FSI}35% زيادة 4.5%{PDI}."),
        ("قال 'لا' then", f"{FSI}قال 'لا'{PDI} then"),
        ("قال (لا)", f"{FSI}قال (لا){PDI}"),
        ("[حذر]", f"[{FSI}حذر{PDI}]"),
        ("حذر 5 قال 6 x", f"{FSI}حذر 5 قال 6{PDI} x"),
        ("نص في 20 سنة", f"{FSI}نص في 20 سنة{PDI}"),
        # The marks of a word diff pair within the run, and what is cut off is cut off it.
        ("words: [-لن-] نقبل", f"words: {FSI}[-لن-] نقبل{PDI}"),
        ("نقبل [-اليوم-] {+غدا+} x", f"{FSI}نقبل [-اليوم-] {{+غدا+}}{PDI} x"),
        ("dam [-السد-] is", f"dam {FSI}[-السد-]{PDI} is"),
        ("[-dam السد-]", f"[-dam {FSI}السد{PDI}-]"),
        ("x: … إلا من نعرف … y", f"x: {FSI}… إلا من نعرف …{PDI} y"),
        # What a message or a list puts between two texts is not theirs.
        (
            "برق إلفيث, 2031-05-02: «لم يطلب»",
            f"{FSI}برق إلفيث{PDI}, 2031-05-02: «{FSI}لم يطلب{PDI}»",
        ),
        ("[برق, حذر]", f"[{FSI}برق{PDI}, {FSI}حذر{PDI}]"),
        ("برق: 20: حذر", f"{FSI}برق{PDI}: 20: {FSI}حذر{PDI}"),
        ("برق, 20 سنة", f"{FSI}برق{PDI}, {FSI}20 سنة{PDI}"),
        ("x 10:05 حذر", f"x 10:05 {FSI}حذر{PDI}"),
        # A sentence stays one: its colon, its quoted commas, the dates that are read within it.
        ("قال: لن نقبل", f"{FSI}قال: لن نقبل{PDI}"),
        ("قال «لا, ثم نعم»", f"{FSI}قال «لا, ثم نعم»{PDI}"),
        ("في 2031-05-02 قال", f"{FSI}في {FSI}2031-05-02{PDI} قال{PDI}"),
        ("من ٢٠٣١-٠٥-٠٢, قال", f"{FSI}من ٢٠٣١-٠٥-٠٢{PDI}, {FSI}قال{PDI}"),
    ],
)
def test_safe(text, shown):
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("قُتِلَ", 3),
        ("漢字", 4),
        ("😀", 2),
        ("a\u200db", 2),
        ("", 0),
    ],
)
def test_width(text, cells):
    assert width(text) == cells


def test_what_an_encoding_lacks_is_a_code_and_nothing_is_isolated_without_isolates():
    assert safe("é تامسل", "ascii").isascii()
    assert safe("é ت", "iso8859-1") == "é <U+062A>"
    assert safe("é ت", "cp1256") == "é ت"
    assert can_show("anything 😀", "utf-8")
    assert not can_show("😀", "cp1256")
