"""Texts, dates, names and domains as others write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.interop.imports.cleaning import first_text, has_markup, plain_text
from claimtrack.interop.imports.crosswalk import shipped
from claimtrack.interop.imports.drafts import note_actor
from claimtrack.interop.imports.found_dates import found_date
from claimtrack.interop.imports.identifiers import host, of_name, stem
from claimtrack.interop.imports.lookalikes import look_alikes
from claimtrack.model import Actor, Localized
from claimtrack.model.fields import Identifier
from claimtrack.store.register import Register

IDENTIFIER = Identifier.__metadata__[0].regex


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("The <b>dam</b> holds", "The dam holds"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("one<br/>two", "one two"),
        ('<a href="x">link</a>', "link"),
        ("Fish &amp; chips", "Fish & chips"),
        ("&amp;quot;a red line&amp;quot;", '"a red line"'),
        ("x < 5 and y > 3", "x < 5 and y > 3"),
        ("a <weak> claim", "a <weak> claim"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("caf&eacute; &#x644;&#1575;", "café لا"),
        (" two\n lines\u2028 here\x00", "two lines here"),
        ("half \ud83d sign", "half sign"),
        ("<p>في السد <strong>شقوق</strong></p>", "في السد شقوق"),
    ],
)
def test_plain_text(given_text, plain):
    assert plain_text(given_text) == plain


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [("a <i>b</i>", True), ("&nbsp;", True), ("a < b", False), ("A&B", False)],
)
def test_markup_is_noticed(text, is_marked):
    assert has_markup(text) is is_marked


@given(st.text(max_size=40))
def test_what_is_plain_stays(text):
    plain = plain_text(text)
    if not has_markup(plain):
        assert plain_text(plain) == plain


@pytest.mark.parametrize("value", ["NA", "n/a", "None", "", "-", None, 3, [], {}, "unknown"])
def test_words_for_nothing(value):
    assert first_text(value) == ""


@pytest.mark.parametrize("value", ["x", ["x", "y"], {"@value": "x"}, [{"@value": " x "}]])
def test_texts_of_json_ld(value):
    assert first_text(value) == "x"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2031-05-02", "2031-05-02"),
        ("2031-05", "2031-05"),
        ("2031-05-02T00:00:00Z", "2031-05-02"),
        ("2031-05-02 00:00", "2031-05-02"),
        ("2031-05-02T00:00:00.000+0000", "2031-05-02"),
        ("2031-05-02T00:00:00+03:00", "2031-05-02T00:00+03:00"),
        ("2031-05-02T16:40:12.5Z", "2031-05-02T16:40Z"),
        ("2031-05-02T16:40+0300", "2031-05-02T16:40+03:00"),
        ("2031-05-02T16:40+03", "2031-05-02T16:40+03:00"),
    ],
)
def test_dates(text, date):
    assert found_date(text).text == date


@pytest.mark.parametrize("text", ["03/04/2031", "2031-13-01", "2031-02-30T00:00:00Z", "May 2031"])
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match="2031"):
        found_date(text)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.halvath.example/a?b#c", "halvath.example"),
        ("halvath.example", "halvath.example"),
        ("WWW.Halvath.Example/", "halvath.example"),
        ("Tamsel O. Duya", ""),
        ("3.5 million", ""),
        ("-x.example", ""),
        ("..", ""),
        ("https://", ""),
    ],
)
def test_domains(address, domain):
    assert host(address) == domain


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("تامسل أودويا", "tamsl-awdwya"),
        ("تامسـل أُودويا", "tamsl-awdwya"),
        ("مرصد ٢٠٣١", "mrsd-2031"),
        ("Élan de l'été", "elan-de-l-ete"),
        ("သတင်း", ""),
        (
            "The dam has so many cracks that nobody has counted",
            "the-dam-has-so-many-cracks-that-nobody",
        ),
    ],
)
def test_letters_of_an_identifier(text, letters):
    assert stem(text) == letters


@given(st.text(max_size=60))
def test_identifiers_are_identifiers(text):
    assert IDENTIFIER.fullmatch(of_name(text))
    assert stem(text) == "" or IDENTIFIER.fullmatch(stem(text))
    assert host(text) == "" or IDENTIFIER.fullmatch(host(text))


@pytest.mark.parametrize(
    ("label", "reviewer", "meaning"),
    [
        ("FALSE", "", "refuted"),
        ("False.", "", "refuted"),
        ("خاطئ", "", "refuted"),
        ("خاطىء", "", "unmapped"),
        ("صحيح جزئياً", "", "conflicting"),
        ("Half True", "", "conflicting"),
        ("True, but", "", "unmapped"),
        ("", "", "unmapped"),
        ("Pants on Fire", "https://www.politifact.com/x", "refuted"),
        ("Pants on Fire", "halvath.example", "unmapped"),
    ],
)
def test_the_shipped_crosswalk(label, reviewer, meaning):
    assert shipped().veracity(label, reviewer) == meaning


ALIKE = [
    ("Tamsel Oduya", "Tamsel K. Oduya"),
    ("Tamsel Oduya", "Tamsel Karim Oduya"),
    ("Tamsel Oduya", "ODUYA, Tamsel"),
    ("Tamsel Oduya", "Tamsel Odduya"),
    ("Tamsel Oduya", "Damsel Oduya"),
    ("تامسل أودويا", "تامسل اودويا"),
    ("وزارة المياه", "وزاره المياه"),
    ("القناة 4 الإخبارية", "القناة ٤ الاخبارية"),
]
APART = [
    ("Tamsel Oduya", "Ilme Sarr"),
    ("Tamsel Oduya", "Tamsel Sarr"),
    ("Tamsel Oduya", "Oduya"),
    ("Sarr", "Karr"),
    ("x.example", "y.example"),
    ("تامسل أودويا", "إلمي سار"),
    ("Valley Radio 4", "Valley Radio 5"),
    ("Valley Radio 113", "Valley Radio 114"),
    ("إذاعة الوادي ٤", "إذاعة الوادي ٥"),
]


def pairs(names):
    known = Register()
    for name in names:
        note_actor(known, Actor(id=of_name(name), kind="person", name=Localized.of(name)))
    return [{one.one[1], one.other[1]} for one in look_alikes(known)]


@pytest.mark.parametrize("names", ALIKE)
def test_names_that_look_alike_are_suggested_once(names):
    assert pairs([*names, "Ilme Sarr", "زيد العمري"]) == [set(names)]


@pytest.mark.parametrize("names", APART)
def test_names_that_do_not(names):
    assert pairs(names) == []
