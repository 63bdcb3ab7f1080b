from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import UsageError, loads
from claimtrack.lsp.naming import declarations, renamed, uses
from claimtrack.lsp.spots import Named, named_at, spot_at, tree
from claimtrack.model import Decision
from claimtrack.model.references import references
from claimtrack.testing import strategies as cs

NEW = "new-name"


def edited(files, mentions, new):
    spans = defaultdict(list)
    for mention in mentions:
        spans[mention.file].append(mention)
    done = dict(files)
    for file, found in spans.items():
        for mention in sorted(found, reverse=True):
            text = done[file]
            done[file] = text[: mention.start] + new + text[mention.end :]
    return done


def names(ledger):
    """Every record with its references, by kind and identifier."""
    return sorted(
        (record.ref, sorted((one.name, one.path) for one in references(record)))
        for record in ledger.records
        if not isinstance(record, Decision)
    )


def swapped(found, kind, old, new):
    return sorted(
        (
            f"{kind}:{new}" if ref == f"{kind}:{old}" else ref,
            sorted((new if name == old else name, path) for name, path in refs),
        )
        for ref, refs in found
    )


@given(cs.ledger_files(), st.data())
def test_a_renamed_record_keeps_every_reference(files, data):
    ledger = loads(files)
    records = [record for record in ledger.records if not isinstance(record, Decision)]
    record = data.draw(st.sampled_from(records))
    named = Named((record.KIND,), record.id)
    mentions = renamed(ledger, named, NEW)
    after = edited(ledger_texts(files), mentions, NEW)
    renewed = loads(after)
    assert names(renewed) == swapped(names(ledger), record.KIND, record.id, NEW)
    back = renamed(renewed, Named((record.KIND,), NEW), record.id)
    assert edited(after, back, record.id) == ledger_texts(files)


def ledger_texts(files):
    return {name: text for name, text in files.items() if name.endswith((".yaml", ".yml"))}


WRITTEN = """\
actors:
  - {id: &who "oduya", kind: person, name: O}
  - {id: wire, kind: outlet, name: W, speaks_for: [oduya, 'oduya', *who]}
articles: [{id: oduya, outlet: wire, title: T, language: en, published: 2031}]
claims:
  - &base {id: a, article: oduya, speaker: oduya, statement: oduya said so}
  - {<<: *base, id: b}
  - id: c
    article: oduya
    speaker: >-
      oduya
    statement: T
    review:
      by: A
      at: 2031
      fingerprint: 00000000000000000000
      seen: {"actor:oduya": 11111111111111111111, article:oduya: 22222222222222222222}
"""


def lines_of(mentions):
    starts = [WRITTEN.count("\n", 0, one.start) + 1 for one in mentions]
    assert {WRITTEN[one.start : one.end] for one in mentions} == {"oduya"}
    return starts


def test_only_the_identifier_is_touched_however_it_is_written():
    ledger = loads(WRITTEN)
    actor, article = Named(("actor",), "oduya"), Named(("article",), "oduya")
    assert lines_of(renamed(ledger, actor, NEW)) == [2, 3, 3, 6, 11, 17]
    assert lines_of(renamed(ledger, article, NEW)) == [4, 6, 9, 17]
    assert lines_of(declarations(ledger, actor)) == [2]
    assert lines_of(uses(ledger, article)) == [6, 9, 17]


def test_an_identifier_with_escapes_is_found_and_not_renamed():
    text = WRITTEN.replace('&who "oduya"', r'&who "o\x64uya"')
    mentions = declarations(loads(text), Named(("actor",), "oduya"))
    assert [text[one.start : one.end] for one in mentions] == [r'&who "o\x64uya"']


ACTORS = "actors: [{id: a, kind: person, name: A}, {id: b, kind: person, name: B}%s]"
ARTICLE = "{id: a, outlet: b, title: T, language: en, published: 2031, cites: [a]}"


@pytest.mark.parametrize(
    ("text", "new", "reason"),
    [
        (ACTORS % "", "b", "actor:b exists already, in ledger.yaml"),
        (ACTORS % "", "Two words", "'Two words' is no name; expected an identifier"),
        (ACTORS % "", "", "is no name"),
        (ACTORS % ", {id: a, kind: person, name: C}", "c", "2 records are called a"),
        ("claims: [{id: b, article: x, speaker: a, statement: S}]", "c", "no record is called a"),
        ((ACTORS % "").replace("id: a", r'id: "\\x61"'), "c", "is not spelt out there"),
        (
            f"{ACTORS % ''}\narticles: [{ARTICLE}]",
            "c",
            "article:a is called so too",
        ),
    ],
)
def test_a_refusal_says_why(text, new, reason):
    with pytest.raises(UsageError) as refusal:
        renamed(loads(text.replace(r"\\", "\\")), Named(("actor",), "a"), new)
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ('"oduya", kind', Named(("actor",), "oduya")),
        ("oduya, outlet", Named(("article",), "oduya")),
        ("oduya said", None),
        ("oduya\n    statement", Named(("actor",), "oduya")),
        ('"actor:oduya"', Named(("actor",), "oduya")),
        ("speaker: oduya", None),
        ("person", None),
    ],
)
def test_what_a_word_names(word, named):
    spot = spot_at(tree(WRITTEN), WRITTEN.index(word))
    assert spot is not None
    assert named_at(spot) == named
