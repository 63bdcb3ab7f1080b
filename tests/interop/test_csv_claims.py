"""Somebody's table of claims, by a mapping of its columns."""

import pytest
from feeds import ledger_of, outcomes, remarks

import claimtrack
from claimtrack.errors import ConfigError, UsageError
from claimtrack.interop.importing import Imported, Refused, Repeated, SettingsFile
from claimtrack.interop.imports.remembering import note_record
from claimtrack.store.growing import Additions, added
from claimtrack.store.register import Register

MAPPING = """\
date-format = "%d/%m/%Y"

[article]
outlet = "Paper"
title = "Headline"
published = "Date"
url = "Link"

[claim]
speaker = "Who"
said = "Said on"
stance = "Position"
quote = "Words"
value = "Number"
tags = "Labels"

[proposition]
text = "Question"
topics = "Topics"

[fixed.article]
language = "en"

[words.claim.stance]
"rejects" = "denies"
"ينفي" = "denies"
"""
HEAD = "Paper;Headline;Date;Link;Who;Said on;Position;Words;Number;Labels;Question;Topics\n"
ROW = (
    "Northern Wire;Dam;02/05/2031;https://northern-wire.example/dam;Tamsel Oduya;٠١/٠٥/٢٠٣١;"
    "Rejects;not one crack;20;a;The dam is cracked;dam\n"
)
OTHER = ROW.replace("Tamsel Oduya", "تامسل أودويا").replace("Rejects", "ينفي")


def read(rows, mapping=MAPPING, **options):
    return outcomes(HEAD + rows, "csv", mapping=SettingsFile("m.toml", mapping), **options)


def test_a_row_is_a_claim():
    found = read(ROW)
    assert [type(one) for one in found] == [Imported]
    ledger = ledger_of(found)
    assert ledger.findings == ()
    (claim,) = ledger.claims.values()
    assert claim.id.startswith("tamsel-oduya-2031-05-01-")
    assert (claim.speaker, claim.stance, claim.said.text) == (
        "tamsel-oduya",
        "denies",
        "2031-05-01",
    )
    assert (claim.value, claim.tags) == ("20", ("a",))
    assert [(one.exact, one.language) for one in claim.quotes] == [("not one crack", "en")]
    article = ledger.articles[claim.article]
    assert (str(article.title), article.url) == ("Dam", "https://northern-wire.example/dam")
    assert (article.published.text, article.language, article.kind) == ("2031-05-02", "en", "news")
    assert str(ledger.actors[article.outlet].name) == "Northern Wire"
    proposition = ledger.propositions[claim.proposition]
    assert (str(proposition.text), proposition.topics) == ("The dam is cracked", ("dam",))


def test_rows_of_one_article_and_proposition_meet():
    ledger = ledger_of(read(ROW + OTHER))
    assert len(ledger.articles) == len(ledger.propositions) == 1
    assert [one.stance for one in ledger.claims.values()] == ["denies", "denies"]


def test_the_same_row_twice():
    assert [type(one) for one in read(ROW + ROW)] == [Imported, Repeated]


REFUSED = {
    "claim.speaker: the cell is empty (column 'Who'); it is needed": ROW.replace(
        "Tamsel Oduya", ""
    ),
    "claim.speaker: 'null' says nothing (column 'Who')": ROW.replace("Tamsel Oduya", "null"),
    "article.outlet: 'N/A' says nothing (column 'Paper')": ROW.replace("Northern Wire;", "N/A;"),
    "article.published: the cell is empty (column 'Date')": ROW.replace("02/05/2031", ""),
    "article.title: the cell is empty (column 'Headline'), article.url: '-' says nothing "
    "(column 'Link'); one of them is needed": ROW.replace(";Dam;", ";;").replace(
        "https://northern-wire.example/dam", "-"
    ),
    "proposition.text: the cell is empty (column 'Question'), claim.statement: no column holds it; "
    "one of them is needed": ROW.replace("The dam is cracked", ""),
    "claim.stance: 'Sulks' is not mapped to one of affirms": ROW.replace("Rejects", "Sulks"),
    "article.published: '31/02/2031' is no date of the form %d/%m/%Y": ROW.replace(
        "02/05/2031", "31/02/2031"
    ),
    "claim.said: ": ROW.replace("٠١/٠٥/٢٠٣١", "yesterday"),
    "'x y' is not a web address": ROW.replace("https://northern-wire.example/dam", "x y"),
    "cells in a table": ROW.replace("\n", ";one;more\n"),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_cannot_be_recorded_is_reported_and_the_rest_comes_in(reason):
    found = read(REFUSED[reason] + OTHER)
    assert [type(one) for one in found] == [Refused, Imported]
    assert reason in found[0].reason
    assert found[0].place[:2] == (2, 1)
    assert ledger_of(found).findings == ()


@pytest.mark.parametrize(
    ("meaning", "stance"), [("", "affirms"), ('"n/a" = "no_response"\n', "no_response")]
)
def test_a_word_for_nothing_is_nothing_unless_it_is_mapped(meaning, stance):
    (claim,) = ledger_of(read(ROW.replace("Rejects", "N/A"), MAPPING + meaning)).claims.values()
    assert claim.stance == stance


def test_a_refused_row_leaves_nothing_behind():
    found = read(REFUSED["claim.said: "])
    assert ledger_of(found).records == ()


def test_an_articles_own_voice():
    (claim,) = ledger_of(read(ROW.replace("Tamsel Oduya", "article"))).claims.values()
    assert claim.is_own_voice


def test_a_statement_without_a_proposition():
    mapping = MAPPING.replace('[proposition]\ntext = "Question"\ntopics = "Topics"\n', "")
    mapping = mapping.replace("[claim]\n", '[claim]\nstatement = "Question"\n')
    (claim,) = ledger_of(read(ROW, mapping)).claims.values()
    assert (str(claim.statement), claim.proposition) == ("The dam is cracked", None)


def test_a_column_that_the_table_lacks():
    (refused,) = read(ROW, MAPPING.replace('"Who"', '"Whom"'))
    assert refused.reason == "the table has no column 'Whom'; did you mean 'Who'?"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('speaker = "Who"\n', ""), "no column for claim.speaker"),
        (("speaker", "speeker"), "did you mean 'speaker'"),
        (("[article]", "[artikle]"), "did you mean 'article'"),
        (('"denies"\n"', '"denie"\n"'), "did you mean 'denies'"),
        (("[words.claim.stance]", "[words.claim.stanze]"), "unknown word 'stanze'; did you mean"),
        (('"Who"', "3"), "expected some text, found 3"),
        (('date-format = "%d/%m/%Y"', 'delimiter = ";;"'), "delimiter: expected one character"),
        (('"%d/%m/%Y"', '""'), "m.toml: date-format: expected some text, found ''"),
        (('"%d/%m/%Y"', "null"), "m.toml: no TOML: Invalid value"),
        (('"%d/%m/%Y"', '"%m/%Y"'), "expected year, month and day, such as .*; found '%m/%Y'"),
        (('"%d/%m/%Y"', '"%Q"'), "date-format: expected year, month and day"),
        (('"%d/%m/%Y"', '"%d %d %m %Y"'), "date-format: expected year, month and day"),
        (('date-format = "%d/%m/%Y"', "separator = 3"), "m.toml: separator: expected some text"),
        (('date-format = "%d/%m/%Y"', r'delimiter = "\n"'), "delimiter: expected one character"),
    ],
)
def test_a_mapping_that_is_wrong(change, message):
    with pytest.raises(ConfigError, match=message):
        read(ROW, MAPPING.replace(*change))


def test_without_a_mapping():
    with pytest.raises(UsageError, match="csv needs --mapping FILE"):
        outcomes(HEAD + ROW, "csv")


TOLLS = (
    ROW.replace("Rejects", "affirms").replace(";20;", ";11 bodies;"),
    ROW.replace("Rejects", "affirms").replace(";20;", ";٣٥ جثة;").replace("/dam;", "/flood;"),
)


def codes(*texts):
    result = claimtrack.check(claimtrack.loads(dict(enumerate_files(texts))), as_of="2031-06-01")
    return {finding.code for finding in result.findings}


def enumerate_files(texts):
    return [(f"{number}.yaml", text) for number, text in enumerate(texts)]


def imported(rows, known=None, mapping=MAPPING):
    found = read(rows, mapping, known=known)
    records = [record for one in found for record in one.records]
    return found, added(None, Additions(records, []), "a.yaml", claimtrack.Config())


def test_numbers_of_a_table_are_compared():
    found, text = imported("".join(TOLLS))
    assert remarks(found).count("INFERRED") == 1
    assert "CT301" in codes(text)


def test_what_is_not_all_numbers_has_no_type_unless_the_mapping_gives_one():
    rows = "".join(TOLLS) + TOLLS[1].replace("٣٥ جثة", "many").replace("/flood;", "/third;")
    found, text = imported(rows)
    assert remarks(found).count("UNTYPED") == 3
    assert "CT301" not in codes(text)
    found, text = imported(rows, mapping=MAPPING + '[fixed.proposition]\nvalue_type = "quantity"\n')
    assert "UNTYPED" not in remarks(found)
    assert "CT301" in codes(text)


@pytest.mark.parametrize("value", ["2031-05", "2031-05-02", "no"])
def test_months_are_no_ranges(value):
    found, _ = imported(TOLLS[0].replace("11 bodies", value))
    assert "INFERRED" not in remarks(found)


def test_a_proposition_of_the_ledger_is_used_as_it_is():
    mine = "propositions:\n  - {id: toll, text: The dam is cracked, value: {type: quantity}}\n"
    known = Register()
    for record in claimtrack.loads(mine).records:
        note_record(known, record, "")
    found, text = imported("".join(TOLLS), known)
    assert [one.proposition for one in ledger_of(found).claims.values()] == ["toll", "toll"]
    assert "propositions" not in text
    assert "CT301" in codes(mine, text)


@pytest.mark.parametrize("written", ["2031-05-02", "٢٠٣١-٠٥-٠٢", "02/05/2031", "٠٢/٠٥/٢٠٣١"])
def test_dates_of_iso_are_read_beside_those_of_the_format(written):
    (article,) = ledger_of(read(ROW.replace("02/05/2031", written))).articles.values()
    assert article.published.text == "2031-05-02"


@pytest.mark.parametrize("mapping", [MAPPING, MAPPING.partition("\n")[2]])
def test_a_refused_date_is_quoted_as_it_stands_in_the_table(mapping):
    (found,) = read(ROW.replace("02/05/2031", "٣١/٦/٢٠٣١"), mapping)
    assert "٣١/٦/٢٠٣١" in found.reason
    assert "31/6/2031" not in found.reason


def test_a_format_that_looks_like_iso_stands_before_it():
    mapping = MAPPING.replace("%d/%m/%Y", "%Y-%d-%m").replace('said = "Said on"\n', "")
    (article,) = ledger_of(read(ROW.replace("02/05/2031", "2031-05-02"), mapping)).articles.values()
    assert article.published.text == "2031-02-05"
    (found,) = read(ROW.replace("02/05/2031", "2031-02-13"), mapping)
    assert isinstance(found, Refused)
