import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Config, loads
from claimtrack.model import Actor, Article, Claim, Document, Localized, content
from claimtrack.model.words import ActorKind
from claimtrack.store.dump import dump, dump_files
from claimtrack.testing.strategies import any_texts, claims, records
from claimtrack.text.dates import parse_date


def key(record):
    return record.KIND, repr(content(record)), repr(record)


@given(st.lists(records(), max_size=4), st.sampled_from(["en", "ar"]))
def test_what_is_read_from_a_dump_equals_what_was_dumped(given_records, language):
    text = dump(given_records, language)
    ledger = loads(text, Config(language=language))
    assert ledger.findings == ()
    assert sorted(ledger.records, key=key) == sorted(given_records, key=key)
    assert dump(ledger.records, language) == text


@given(st.lists(records(), max_size=6))
def test_several_files_hold_the_same_records(given_records):
    ledger = loads(dump_files(given_records))
    assert ledger.findings == ()
    assert sorted(ledger.records, key=key) == sorted(given_records, key=key)


@given(claims(note=st.lists(any_texts(), min_size=1, max_size=40).map(" ".join)))
def test_long_notes_are_read_back(claim):
    assert loads(dump([claim])).records == (claim,)


def test_a_long_language_tag_is_read_back():
    tag = "x" + "-abcdefgh" * 200
    actor = Actor(id="a", kind=ActorKind.PERSON, name=Localized(((tag, "Rima"), ("en", "Delqan"))))
    assert loads(dump([actor])).records == (actor,)


def test_one_article_and_its_claims_have_the_form_that_people_write():
    article = Article(
        id="wire-1",
        outlet="northern-wire",
        title=Localized.of("The night the gate failed"),
        language="no",
        published=parse_date("2031-05-02T16:40+02:00"),
        note="Read twice",
    )
    claim = Claim(
        id="wire-levy",
        article="wire-1",
        speaker="minister-oduya",
        statement=Localized((("en", "The levy stays"), ("ar", "يبقى الرسم"))),
        value="4",
        tags=("TBD", "levy: old"),
    )
    assert dump([claim, article]) == (
        "article:\n"
        "  id: wire-1\n"
        "  outlet: northern-wire\n"
        "  title: The night the gate failed\n"
        "  language: no\n"
        "  published: 2031-05-02T16:40+02:00\n"
        "  note: Read twice\n"
        "\n"
        "claims:\n"
        "  - id: wire-levy\n"
        "    speaker: minister-oduya\n"
        "    statement: {en: The levy stays, ar: يبقى الرسم}\n"
        '    value: "4"\n'
        '    tags: ["TBD", "levy: old"]\n'
    )
    assert list(dump_files([claim, article])) == ["articles/wire-1.yaml"]
    assert list(dump_files([claim])) == ["claims.yaml"]


def test_nothing_is_an_empty_ledger():
    assert loads(dump([])).findings == ()


def test_a_fact_of_the_program_has_no_place_in_a_file():
    with pytest.raises(TypeError, match="Document"):
        dump([Document(path="a.yaml")])
