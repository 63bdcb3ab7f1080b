"""W3C Web Annotation: each quote that stands in its article's captured text, as an annotation.

The target is the article, with a TextQuoteSelector and a TextPositionSelector for each fragment of
the quote; the bodies are the claim. Both selectors are of the captured text: its words, which may
differ from the quote's in typography, and its code points, counted from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.interop.exporting import Context, Exporter, LeftOut, OutputFile, leave_unheld
from claimtrack.interop.json_text import json_bytes
from claimtrack.model import Article, CapturedText, Claim, Ledger, Quote
from claimtrack.text.anchor import Grade, Passage

_AROUND = 32
"""Code points of prefix and suffix, as other annotators keep them."""

_ABSENT = {
    Grade.AMBIGUOUS: "the quote stands in several places of its article's captured text",
    Grade.OUT_OF_ORDER: "the parts of the quote stand in the captured text in another order",
    Grade.ABSENT: "the quote does not stand in its article's captured text",
    Grade.EMPTY: "the quote has no words",
}


def _export(ledger: Ledger, context: Context) -> Iterator[OutputFile]:
    held = {Claim.KIND: None, Article.KIND: None}
    leave_unheld(ledger, context, held=held, format_name="a Web Annotation")
    yield OutputFile("annotations.jsonld", _collection(ledger, context))


def _collection(ledger: Ledger, context: Context) -> Iterator[bytes]:
    """A collection of one page (section 5 of the model), written as it is made."""
    collection = f"{context.base}annotations"
    yield b'{"@context": "http://www.w3.org/ns/anno.jsonld", "id": %b, ' % json_bytes(collection)
    yield b'"type": "AnnotationCollection", "label": "Quotes of a ledger of claims",\n'
    yield b'"first": {"id": %b, "type": "AnnotationPage", ' % json_bytes(f"{collection}/all")
    yield b'"startIndex": 0, "partOf": %b, "items": [' % json_bytes(collection)
    total = 0
    for total, annotation in enumerate(_annotations(ledger, context), 1):
        yield (b"\n" if total == 1 else b",\n") + json_bytes(annotation)
    yield b'\n]}, "total": %d}\n' % total


def _annotations(ledger: Ledger, context: Context) -> Iterator[dict[str, Any]]:
    texts = {text.article: text for text in ledger.texts if text.is_current}
    for claim in ledger.claims.values():
        if not claim.quotes:
            context.leave_out(LeftOut(claim.ref, "the claim has no quote"))
        for place, quote in enumerate(claim.quotes):
            found = _passages(texts.get(claim.article), quote)
            if isinstance(found, str):
                context.leave_out(LeftOut(f"{claim.ref}/quotes/{place}", found))
                continue
            text, passages = found
            source = _source(ledger, claim, quote, context)
            yield {
                "id": f"{context.iri(Claim.KIND, claim.id)}/quotes/{place}",
                "type": "Annotation",
                "motivation": "describing",
                "body": list(_bodies(ledger, claim, context)),
                "target": _one_or_all([_target(source, text, passage) for passage in passages]),
            }


def _passages(captured: CapturedText | None, quote: Quote) -> tuple[str, tuple[Passage, ...]] | str:
    """The captured text and where the quote stands in it, or why it does not."""
    if captured is None or captured.content is None:
        return "its article has no captured text that can be read"
    anchor = captured.source.anchor(quote.exact, quote.prefix, quote.suffix)
    if not anchor.grade.passes:
        return _ABSENT[anchor.grade]
    return captured.content, anchor.passages


def _source(ledger: Ledger, claim: Claim, quote: Quote, context: Context) -> dict[str, Any]:
    article = ledger.articles.get(claim.article)
    address = article.url if article is not None else None
    source = {"id": address or context.iri(Article.KIND, claim.article), "type": "Text"}
    language = quote.language or (article.language if article is not None else None)
    return {**source, "language": language} if language else source


def _target(source: dict[str, Any], text: str, passage: Passage) -> dict[str, Any]:
    start, end = passage
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    selector = {"type": "TextQuoteSelector", "exact": text[start:end]}
    around = {"prefix": before, "suffix": after}
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {**selector, **{key: words for key, words in around.items() if words}},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _bodies(ledger: Ledger, claim: Claim, context: Context) -> Iterator[dict[str, Any]]:
    """The claim as such, what is claimed in words of each language, who says it, and how."""
    yield {
        "type": "SpecificResource",
        "source": context.iri(Claim.KIND, claim.id),
        "purpose": "identifying",
    }
    proposition = ledger.propositions.get(claim.proposition or "")
    words = claim.statement or (proposition.text if proposition is not None else None)
    for language, text in words or ():
        yield {"type": "TextualBody", "value": text, "language": language, "purpose": "describing"}
    speaker = ledger.actors.get(claim.speaker)
    for language, name in speaker.name if speaker is not None else ():
        yield {"type": "TextualBody", "value": name, "language": language, "purpose": "tagging"}
    yield {"type": "TextualBody", "value": str(claim.stance.value), "purpose": "classifying"}


def _one_or_all(targets: list[dict[str, Any]]) -> Any:
    return targets[0] if len(targets) == 1 else targets


ANNOTATIONS = Exporter(
    name="annotations",
    summary="Quotes in their articles, as W3C Web Annotation.",
    export=_export,
)
