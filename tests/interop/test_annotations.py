"""Annotations keep the musts of the W3C's model, and their selectors find what they say."""

import json
from pathlib import Path

import npm
import pytest
from jsonschema import Draft202012Validator

import claimtrack

SCRIPT = Path(__file__).parent / "oracles" / "selectors.mjs"
TEXT = "In May Tamsel Oduya called the dam “a red line”. He said: the gate 😀 will open, not today."
LEDGER = """
actors:
  - {id: wire, kind: outlet, name: Wire}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
propositions: [{id: dam, text: The dam stays}]
articles:
  - {id: a, outlet: wire, title: T, language: en, published: 2031-05-02, text: a.txt,
     url: "https://wire.example/a"}
  - {id: b, outlet: wire, title: T, language: ar, published: 2031-05-02, text: b.txt}
claims:
  - {id: red, article: a, speaker: oduya, proposition: dam, quotes: [{exact: 'called the dam "a red line"'}]}
  - {id: gate, article: a, speaker: oduya, statement: {en: It opens}, quotes: [{exact: "the gate […] will open"}]}
  - {id: away, article: a, speaker: oduya, proposition: dam, quotes: [{exact: never said}, {exact: the}]}
  - {id: arabic, article: b, speaker: nobody, stance: denies, proposition: dam, quotes: [{exact: خط احمر}]}
  - {id: unquoted, article: b, speaker: oduya, proposition: dam}
  - {id: untaken, article: gone, speaker: oduya, proposition: dam, quotes: [{exact: words}]}
"""  # noqa: E501 - a claim a line
TEXTS = {"a.txt": TEXT, "b.txt": "قال الوزير: السدّ خطٌّ أحمر."}

_IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
_BODY = {
    "type": "object",
    "required": ["type"],
    "oneOf": [
        # 3.2.4: an embedded textual body has a value, and may have a language and a purpose.
        {
            "required": ["value"],
            "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
        },
        # 4: a specific resource has exactly one source.
        {
            "required": ["source"],
            "properties": {"type": {"const": "SpecificResource"}, "source": _IRI},
        },
    ],
    # 3.3.5: purposes are motivations of the vocabulary.
    "properties": {"purpose": {"enum": ["identifying", "describing", "tagging", "classifying"]}},
}
_SELECTORS = {
    "prefixItems": [
        # 4.2.4: exactly one exact, at most one prefix and suffix.
        {
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")},
            },
        },
        # 4.2.5: exactly one start and end, which are no negative integers.
        {
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                **{key: {"type": "integer", "minimum": 0} for key in ("start", "end")},
            },
        },
    ],
    "minItems": 2,
    "maxItems": 2,
}
_TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "source": {"required": ["id"], "properties": {"id": _IRI, "type": {"const": "Text"}}},
        "selector": _SELECTORS,
    },
}
MUSTS = {
    "type": "object",
    # 5.1: a collection has a context, an identifier, its type, a first page; total counts all.
    "required": ["@context", "id", "type", "first", "total"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        # 5.2: a page has an identifier, its type, and its annotations in order.
        "first": {
            "required": ["id", "type", "partOf", "items"],
            "properties": {
                "id": _IRI,
                "type": {"const": "AnnotationPage"},
                "items": {
                    "items": {
                        # 3.1: an annotation has an identifier, its type, and a target.
                        "required": ["id", "type", "target"],
                        "properties": {
                            "id": _IRI,
                            "type": {"const": "Annotation"},
                            "body": {"type": "array", "minItems": 1, "items": _BODY},
                            "target": {
                                "oneOf": [
                                    _TARGET,
                                    {"type": "array", "minItems": 2, "items": _TARGET},
                                ]
                            },
                        },
                    }
                },
            },
        },
    },
}
"""The musts of https://www.w3.org/TR/annotation-model/ for what is written, by section."""


@pytest.fixture
def annotated(exported):
    ledger = claimtrack.loads({"claims.yaml": LEDGER, **TEXTS})
    files, left_out = exported("annotations", ledger, base="https://ledger.example/")
    return json.loads(files["annotations.jsonld"]), left_out


def targets(annotation):
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def test_the_musts_of_the_model(annotated, demo, hard, exported):
    documents = [annotated[0]]
    for ledger in (demo, hard):
        files, _ = exported("annotations", ledger)
        documents.append(json.loads(files["annotations.jsonld"]))
    for document in documents:
        Draft202012Validator(MUSTS).validate(document)
        items = document["first"]["items"]
        assert document["total"] == len(items)
        assert len({item["id"] for item in items}) == len(items)


def test_selectors_find_the_words(annotated):
    document, _ = annotated
    found = {}
    for annotation in document["first"]["items"]:
        text = TEXTS["b.txt"] if "arabic" in annotation["id"] else TEXT
        for target in targets(annotation):
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))
            found.setdefault(annotation["id"].split("/")[4], []).append(quote["exact"])
    assert found == {
        "red": ["called the dam “a red line”"],
        "gate": ["the gate", "will open"],
        "arabic": ["خطٌّ أحمر"],
    }


def test_apache_annotator_finds_the_same_words(annotated, demo, exported):
    files, _ = exported("annotations", demo)
    texts = {text.article: text.content for text in demo.texts if text.is_current}
    asked = []
    for annotation in json.loads(files["annotations.jsonld"])["first"]["items"]:
        claim = demo.claims[annotation["id"].split("claim/")[1].split("/")[0]]
        for target in targets(annotation):
            asked += [(texts[claim.article], selector) for selector in target["selector"]]
    for annotation in annotated[0]["first"]["items"][:2]:  # the text with a sign of two code units
        asked += [(TEXT, one) for target in targets(annotation) for one in target["selector"]]
    library = npm.module("@apache-annotator/selector") / "lib" / "index.js"
    found = json.loads(npm.node(SCRIPT, str(library), stdin=json.dumps(asked)))
    quotes, positions = found[::2], found[1::2]
    assert quotes == [[selector["exact"]] for _, selector in asked[::2]]
    assert positions == quotes


def test_what_cannot_be_annotated_is_named(annotated):
    _, left_out = annotated
    reasons = {one.ref: one.reason for one in left_out if one.ref.startswith("claim:")}
    assert reasons == {
        "claim:away/quotes/0": "the quote does not stand in its article's captured text",
        "claim:away/quotes/1": "the quote stands in several places of its article's captured text",
        "claim:unquoted": "the claim has no quote",
        "claim:untaken/quotes/0": "its article has no captured text that can be read",
    }


def test_bodies_say_what_is_claimed(annotated):
    document, _ = annotated
    red = document["first"]["items"][0]
    assert red["body"][0]["source"] == "https://ledger.example/claim/red"
    words = {(body["purpose"], body.get("language")): body["value"] for body in red["body"][1:]}
    assert words == {
        ("describing", "en"): "The dam stays",
        ("tagging", "en"): "Tamsel Oduya",
        ("tagging", "ar"): "تامسل أودويا",
        ("classifying", None): "affirms",
    }


CONTEXT = {
    "@base": "https://ledger.example/",
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "@vocab": "http://www.w3.org/ns/oa#",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "as:first", "@type": "@id"},
}
"""The terms of the W3C's context that are asked for below: the tests open no connection."""


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib itself
def test_it_is_linked_data(annotated):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (dev group)")
    document = {**annotated[0], "@context": CONTEXT}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    starts = graph.query(
        "SELECT ?a ?start WHERE { ?a a oa:Annotation; oa:hasTarget/oa:hasSelector ?s . "
        "?s a oa:TextPositionSelector; oa:start ?start }",
        initNs={"oa": oa},
    )
    assert {int(start) for _, start in starts} == {
        selector["start"]
        for annotation in document["first"]["items"]
        for target in targets(annotation)
        for selector in target["selector"][1:]
    }
