"""The JSON Schema of claim files accepts what the loader reads, and refuses what it refuses."""

import json
from pathlib import Path

import jsonschema
import pytest
from changes import CLASSES, VALUES, changed
from hypothesis import given
from hypothesis import strategies as st
from yaml_data import read, write

from claimtrack import loads
from claimtrack.interop.json_schema import schema
from claimtrack.model.meanings import described
from claimtrack.store.dump import dump
from claimtrack.store.structure import SECTIONS
from claimtrack.testing import strategies as cs

regress = pytest.importorskip("regress", reason="check-jsonschema, which brings it, is missing")
DOCS = Path(__file__).parents[2] / "docs"
COMMITTED = DOCS / "claimtrack.schema.json"
PAGE = DOCS / "editors.md"
SCHEMA = schema()


def in_ecma(_, pattern, instance, __):
    """`pattern` in the dialect that JSON Schema prescribes."""
    if isinstance(instance, str) and regress.Regex(pattern, "u").find(instance) is None:
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


VALIDATOR = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": in_ecma})(
    SCHEMA
)


def accepts(text):
    return VALIDATOR.is_valid(read(text))


def reads(text):
    return not loads(text).findings


def test_the_committed_schema_is_fresh():
    advice = "claimtrack schema --output docs/claimtrack.schema.json"
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == SCHEMA, advice


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_it_has_every_section_and_every_field():
    assert list(SCHEMA["properties"]) == list(SECTIONS)
    held = [
        definition["properties"]
        for definition in SCHEMA["$defs"].values()
        if "properties" in definition
    ]
    assert [list(fields) for fields in held] == [list(described(cls)) for cls in CLASSES]
    assert all(field["description"] for fields in held for field in fields.values())


@given(st.lists(cs.records(), max_size=3))
def test_what_the_program_writes_is_accepted(records):
    assert accepts(dump(records))


@given(
    st.lists(cs.records(), max_size=2).map(dump).map(read).flatmap(changed),
    st.booleans(),
    st.data(),
)
def test_it_accepts_what_the_loader_reads_and_nothing_else(data, twice, draw):
    text = write(draw.draw(changed(data)) if twice else data)
    assert accepts(text) == reads(text), text


ACTOR = "actors: [{id: a, kind: person, name: A, %s}]"
ARTICLE = "articles: [{id: a, outlet: b, title: A, language: en, published: 2031, %s}]"
CLAIM = "claims: [{id: a, article: b, speaker: c, statement: D, %s}]"
DECISION = "decisions: [{by: A, at: 2031, why: A, %s}]"
INSIDE = "article: {id: a, outlet: b, title: A, language: en, published: 2031}\nclaims: %s"

FIELDS = {
    "text": ACTOR % "note: %s",
    "identifier": "actors: [{id: %s, kind: person, name: A}]",
    "word": "actors: [{id: a, kind: %s, name: A}]",
    "localized": "actors: [{id: a, kind: person, name: %s}]",
    "text in a language": "actors: [{id: a, kind: person, name: {ar: %s}}]",
    "list of texts": ACTOR % "aliases: %s",
    "entry of a list": ACTOR % "aliases: [%s]",
    "references": ACTOR % "speaks_for: [%s]",
    "truth": ACTOR % "wire: %s",
    "Wikidata identifier": ACTOR % "wikidata: %s",
    "list of parts": ACTOR % "roles: %s",
    "date": ACTOR % "roles: [{title: T, from: %s}]",
    "language": "articles: [{id: a, outlet: b, title: A, language: %s, published: 2031}]",
    "address": ARTICLE % "url: %s",
    "path": ARTICLE % "text: %s",
    "digest": ARTICLE % "sha256: %s",
    "part or word": CLAIM % "status: %s",
    "part": CLAIM % "attribution: %s",
    "evidence": CLAIM % "history: [{date: 2031, evidence: [%s]}]",
    "any text": CLAIM % "quotes: [{exact: A, prefix: %s}]",
    "fingerprint": DECISION % "finding: %s, decision: will_fix",
    "what was seen": DECISION % "same: [a, b], seen: %s",
    "section": "claims: %s",
    "claims of an article": INSIDE % "[{id: a, speaker: c, statement: %s}]",
    "claims of none": "claims: [{id: a, speaker: c, statement: %s}]",
    "file": "%s",
}


@pytest.mark.parametrize("field", FIELDS)
def test_each_type_of_field_takes_the_same(field):
    texts = [FIELDS[field] % write(value) for value in VALUES]
    assert [text for text in texts if accepts(text) != reads(text)] == []


CANNOT_REFUSE = {
    "a day that the calendar does not have": FIELDS["date"] % "2031-02-30",
    "an interval that ends before it begins": FIELDS["date"] % "2031-05-02/2031-05-01",
    "a time zone of more than 14 hours": FIELDS["date"] % "2031-05-02T16:40+14:30",
    "a placeholder, such as `TBD` without quotes": FIELDS["text"] % "TBD",
    "a path that leads out of the ledger's folder": FIELDS["path"] % "../../etc/a.txt",
    "an invisible character in a path": FIELDS["path"] % '"a\\u200f.txt"',
    "a number that is no identifier as it is written": FIELDS["identifier"] % "1E5",
    "a truth value that is not written `true` or `false`": FIELDS["truth"] % "TRUE",
}
"""What the loader refuses, and no schema of the data can see."""

CANNOT_ACCEPT = {
    "the text `null` without quotes": FIELDS["text"] % "null",
    "digits alone, without quotes, as a fingerprint or digest": FIELDS["fingerprint"] % ("1" * 20),
    "a truth value in quotes": FIELDS["truth"] % '"true"',
    "a year before 1000 without quotes": FIELDS["date"] % "0987",
}
"""What the loader reads, and a reader with types makes something else of."""


@pytest.mark.parametrize("what", CANNOT_REFUSE)
def test_what_it_cannot_refuse(what):
    assert accepts(CANNOT_REFUSE[what])
    assert not reads(CANNOT_REFUSE[what])


@pytest.mark.parametrize("what", CANNOT_ACCEPT)
def test_what_it_cannot_accept(what):
    assert reads(CANNOT_ACCEPT[what])
    assert not accepts(CANNOT_ACCEPT[what])


def test_the_page_lists_what_a_schema_cannot_say():
    page = PAGE.read_text(encoding="utf-8")
    assert [what for what in (*CANNOT_REFUSE, *CANNOT_ACCEPT) if f"- {what}\n" not in page] == []
