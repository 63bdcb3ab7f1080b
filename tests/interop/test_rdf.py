"""Turtle is read back by rdflib, and the chain can be walked with PROV-O alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.interop.exporting import Context
from claimtrack.interop.rdf.exporter import RDF
from claimtrack.interop.rdf.prov import HELD
from claimtrack.interop.rdf.turtle import PREFIXES, Iri, Literal, block, head
from claimtrack.model import KINDS, Ledger
from claimtrack.model.content import keys_of
from claimtrack.testing.strategies import actors, articles, claims, propositions

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (dev group)")

LEDGER = """
actors:
  - {id: wire, kind: outlet, name: Wire}
  - {id: palace, kind: office, name: {en: The palace, ar: القصر}, wikidata: Q1}
  - {id: oduya, kind: person, name: Tamsel Oduya, speaks_for: [palace]}
occasions: [{id: call, kind: call, date: 2031-05, actors: [oduya], place: {ar: هلفاث}}]
propositions:
  - id: dam
    text: The dam stays
    verdicts: [{veracity: supported, reviewer: wire, date: 2031-05-03, evidence: [c, "https://e.example/x"]}]
articles:
  - {id: a, outlet: wire, title: T, language: en, published: 2031-05-02, syndicated_from: wire}
  - {id: b, outlet: wire, title: T, language: ar, published: 2031-05-02, syndicated_from: a}
claims:
  - {id: c, article: b, speaker: article, proposition: dam, occasion: call, quotes: [{exact: "خط \\"أحمر\\""}],
     attribution: {chain: [{actor: oduya, verb: قال}, {article: a}, {actor: wire, consulted: true}]}}
"""  # noqa: E501 - a record a line
BASE = "https://ledger.example/"


def graph_of(ledger, base=BASE):
    (file,) = RDF.export(ledger, Context(base=base))
    return rdflib.Graph().parse(data=b"".join(file.pieces), format="turtle")


def asked(graph, query):
    found = graph.query(query, initNs={**PREFIXES, "": BASE})
    return [tuple(str(cell).removeprefix(BASE) for cell in row) for row in found]


def test_the_chain_is_walked_to_its_origin():
    graph = graph_of(claimtrack.loads(LEDGER))
    query = "SELECT ?hop WHERE { <https://ledger.example/claim/c> prov:wasDerivedFrom+ ?hop }"
    assert sorted(asked(graph, query)) == [
        ("claim/c/chain/0",),
        ("claim/c/chain/1",),
        ("claim/c/chain/2",),
    ]
    origin = (
        "SELECT ?who ?verb WHERE { ?c a ct:Claim; prov:hadPrimarySource ?hop . "
        "?hop prov:wasAttributedTo ?who; ct:verb ?verb "
        "FILTER NOT EXISTS { ?hop prov:wasDerivedFrom ?before } }"
    )
    assert asked(graph, origin) == [("actor/oduya", "قال")]


def test_records_have_their_places_in_prov():
    graph = graph_of(claimtrack.loads(LEDGER))
    assert asked(graph, "SELECT ?who { ?c a ct:Claim; prov:wasAttributedTo ?who }") == [
        ("actor/wire",)
    ]
    assert asked(graph, "SELECT ?a ?b { ?a dcterms:title ?t; prov:wasDerivedFrom ?b }") == [
        ("article/b", "article/a")
    ]
    assert asked(graph, "SELECT ?a ?b { ?a dcterms:title ?t; prov:wasInfluencedBy ?b }") == [
        ("article/a", "actor/wire")
    ]
    verdict = "SELECT ?on ?rests { ?v a ct:Verdict; ct:about ?on; prov:wasDerivedFrom ?rests }"
    assert sorted(asked(graph, verdict)) == [
        ("proposition/dam", "claim/c"),
        ("proposition/dam", "https://e.example/x"),
    ]
    activity = "SELECT ?what ?who { ?what a prov:Activity; prov:wasAssociatedWith ?who }"
    assert asked(graph, activity) == [("occasion/call", "actor/oduya")]
    assert (None, None, rdflib.Literal('خط "أحمر"', lang="ar")) in graph


def test_references_that_lead_nowhere_are_named(hard, exported):
    files, left_out = exported("rdf", hard)
    graph = rdflib.Graph().parse(data=files["ledger.ttl"], format="turtle")
    assert len(graph) > 50
    reasons = {(one.ref, one.reason) for one in left_out}
    assert ("claim:d", "a reference leads to no actor of the ledger") in reasons
    assert ("article:a", "a reference leads to no actor or article of the ledger") in reasons
    assert sum(one.reason == "rdf has no place for decisions" for one in left_out) == 2
    assert sum("stands before it" in one.reason for one in left_out) == 1


@settings(max_examples=10)
@given(st.lists(st.one_of(actors(), articles(), claims(), propositions()), min_size=1, max_size=4))
@pytest.mark.filterwarnings("ignore")
def test_any_record_is_turtle(records):
    graph = graph_of(Ledger(records=tuple(records)))
    assert {str(subject).removeprefix(BASE).split("/")[0] for subject in graph.subjects()} == {
        record.KIND for record in records
    }


@given(st.text())
def test_a_text_comes_back(text):
    written = head() + block(Iri("urn:x:s"), [("rdfs:label", Literal(text))])
    (found,) = rdflib.Graph().parse(data=written, format="turtle").objects()
    assert str(found) == text


@given(st.text())
def test_no_address_breaks_out(text):
    written = head() + block(Iri("urn:x:s"), [("rdfs:seeAlso", Iri(f"urn:x:{text}"))])
    assert len(rdflib.Graph().parse(data=written, format="turtle")) == 1


def test_fields_without_a_place_are_named(demo, exported):
    _, left_out = exported("rdf", demo)
    reasons = {one.reason for one in left_out}
    assert "rdf has no place for the history of claims" in reasons
    assert "rdf has no place for the roles of actors" in reasons
    assert not any(" stance " in reason for reason in reasons)


def test_what_is_held_are_keys_of_the_format():
    kinds = {cls.KIND: cls for cls in KINDS.values()}
    for kind, held in HELD.items():
        assert held <= {key for _, key, _ in keys_of(kinds[kind])}, kind
