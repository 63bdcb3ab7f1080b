"""What is said of a record, as pairs of predicate and object: the small parts of the mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

from claimtrack.interop.rdf.turtle import Iri, Literal, Object
from claimtrack.model import Claim, Localized, Record
from claimtrack.text.dates import Date

Pair = tuple[str, Object]


def words_of(claim: Claim) -> Iterator[Pair]:
    """What a claim says, when, and in words of the format's own vocabularies."""
    yield from texts("rdfs:label", claim.statement)
    yield from maybe("dcterms:date", date, claim.said)
    yield "ct:stance", word(claim.stance)
    yield "ct:certainty", word(claim.certainty)
    yield "ct:verification", word(claim.status.attribution)
    yield "ct:lifecycle", word(claim.status.lifecycle)
    yield from maybe("ct:form", word, claim.form)
    yield from maybe("ct:value", Literal, claim.value)
    yield from maybe("ct:asOf", date, claim.as_of)
    if claim.attribution is not None:
        yield from maybe("ct:cue", Literal, claim.attribution.cue)
        yield from maybe("ct:force", word, claim.attribution.force)
        yield from maybe("ct:sourcing", word, claim.attribution.sourcing)
        yield from maybe("ct:basis", word, claim.attribution.basis)
        yield from maybe("ct:anonymityReason", Literal, claim.attribution.anonymity_reason)


def carried(record: Record) -> Iterator[Pair]:
    """What every record may carry."""
    yield from maybe("rdfs:comment", Literal, record.note)
    yield from (("ct:tag", Literal(tag)) for tag in record.tags)


def maybe(predicate: str, make: Callable[[Any], Object], value: Any) -> Iterator[Pair]:
    """A statement, where there is something to say."""
    if value is not None:
        yield predicate, make(value)


def texts(predicate: str, text: Localized | None) -> Iterator[Pair]:
    """A statement for each language of a text."""
    for language, words in text or ():
        yield predicate, Literal(words, language)


def word(given: Enum) -> Literal:
    """A word of a vocabulary of the format."""
    return Literal(str(given.value))


def date(given: Date) -> Literal:
    """A date, as written."""
    return Literal(given.text, datatype="edtf:EDTF")


def wikidata(name: str) -> Iri:
    """The entity of Wikidata with this identifier."""
    return Iri(f"http://www.wikidata.org/entity/{name}")
