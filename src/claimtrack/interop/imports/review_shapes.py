"""The shapes in which reviews of claims are published, each read into an `Appraisal`.

These are schema.org's `ClaimReview` and `Claim` (JSON-LD: alone, in lists, in `@graph`, in a
`DataFeed`), the entries of the Fact Check Tools API (`claims[].claimReview[]`), and either of them
flattened into columns (`publisher.name`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.interop.feeds.found import Json
from claimtrack.interop.imports.cleaning import first_text, has_markup
from claimtrack.interop.imports.reviews import Appraisal, Party, Piece

_QID = re.compile(r"wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]*)")
_OF_A_LEDGER = re.compile(r".*[:/]claim/([a-z0-9][a-z0-9._-]*)", re.DOTALL)
"""The `@id` that an export gives a claim."""
_REVIEW = {"url", "claimReviewed", "itemReviewed", "reviewRating", "author", "publisher"} | {
    "datePublished",
    "inLanguage",
    "name",
    "headline",
}
_CLAIM = {"text", "name", "author", "datePublished", "appearance", "firstAppearance", "inLanguage"}
_ENTRY = {"text", "claimant", "claimDate", "claimReview"}
_ENTRY_REVIEW = {"publisher", "url", "title", "reviewDate", "textualRating", "languageCode"}
_RATING = {"alternateName", "name"}


def appraisals(value: Any) -> Iterator[Appraisal]:
    """The claims and reviews in a value of JSON, however deep; none where there are none."""
    waiting, names = [value], _names(value)
    reviewed = {_reviewed(node) for node in names.values()} - {""}
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, Mapping):
            flat = _unfolded(one)
            if is_record(flat):
                if str(flat.get("@id")) not in reviewed:
                    yield _appraisal(flat, names)
            else:
                waiting.extend(part for part in reversed(flat.values()) if _holds(part))


def is_record(value: Any) -> bool:
    """Whether a value is a claim or a review of one."""
    if not isinstance(value, Mapping):
        return False
    if _types(value) & {"ClaimReview", "Claim"} or isinstance(value.get("claimReview"), list):
        return True
    return any(name in value for name in ("textualRating", "claimReviewed"))


def _holds(value: Any) -> bool:
    return isinstance(value, list | dict)


def _types(value: Json) -> set[str]:
    """The types of an object, without the vocabulary before their names."""
    given = value.get("@type")
    names = given if isinstance(given, list) else [given]
    return {re.split("[/:#]", name)[-1] for name in names if isinstance(name, str)}


def _names(value: Any) -> dict[str, Json]:
    """The objects of a graph by their `@id`, or by number, for those that refer to them."""
    graph = value.get("@graph") if isinstance(value, Mapping) else value
    nodes = graph if isinstance(graph, list) else []
    return {
        str(node.get("@id") or number): node
        for number, node in enumerate(nodes)
        if isinstance(node, Mapping)
    }


def _reviewed(node: Json) -> str:
    """The `@id` of the claim that a review of the graph refers to: it is no claim besides."""
    item = node.get("itemReviewed")
    return str(item.get("@id") or "") if isinstance(item, Mapping) else ""


def _unfolded(value: Json) -> dict[str, Any]:
    """An object whose columns `publisher.name` are members of members again."""
    if not any("." in name for name in value):
        return dict(value)
    made: dict[str, Any] = {}
    for name, held in value.items():
        *outer, last = re.sub(r"\[0\]|\.0(?=\.|$)", "", name).split(".")
        inside: Any = made
        for step in outer:
            inside = inside.setdefault(step, {}) if step and isinstance(inside, dict) else None
        if last and isinstance(inside, dict):
            inside[last] = held
        else:
            made[name] = held
    if isinstance(made.get("claimReview"), dict):
        made["claimReview"] = [made["claimReview"]]
    return made


def _appraisal(value: dict[str, Any], names: Mapping[str, Json]) -> Appraisal:
    if isinstance(value.get("claimReview"), list) or "textualRating" in value:
        return _of_entry(value)
    if "ClaimReview" in _types(value) or "claimReviewed" in value:
        return _of_review(value, names)
    return _of_claim(value, names)


def _of_entry(value: dict[str, Any]) -> Appraisal:
    """An entry of the Fact Check Tools API, or a row of one."""
    listed = value.get("claimReview")
    reviews = [one for one in listed if isinstance(one, dict)] if listed else [value]
    known = _ENTRY if listed else _ENTRY | _ENTRY_REVIEW
    unread = _unread(value, known)
    if listed:
        unread += tuple(name for one in reviews for name in _unread(one, _ENTRY_REVIEW))
    return Appraisal(
        text=first_text(value.get("text")),
        claimants=_parties(value.get("claimant"), {}),
        said=first_text(value.get("claimDate")),
        pieces=tuple(map(_piece_of_entry, reviews)) if listed != [] else (),
        unread=unread,
        had_markup=_markup(value.get("text"), value.get("claimant")),
    )


def _piece_of_entry(review: Json) -> Piece:
    return Piece(
        outlet=next(iter(_parties(review.get("publisher"), {})), Party()),
        url=first_text(review.get("url")),
        title=first_text(review.get("title")),
        language=first_text(review.get("languageCode")),
        published=first_text(review.get("reviewDate")),
        is_review=True,
        label=first_text(review.get("textualRating")),
    )


def _of_review(value: dict[str, Any], names: Mapping[str, Json]) -> Appraisal:
    item = _object(value.get("itemReviewed"), names)
    text = first_text(value.get("claimReviewed")) or _first(item, "text", "name")
    rating = _object(value.get("reviewRating"), names)
    outlets = _parties(value.get("publisher"), names)
    authors = _parties(value.get("author"), names)
    # The publisher of a review is its `author`, but for those who put the writer there.
    written_by = authors if outlets and authors and authors[0].kind == "Person" else ()
    outlet = next(iter(outlets if written_by else authors or outlets), Party())
    piece = Piece(
        outlet=outlet,
        url=first_text(value.get("url")),
        title=_first(value, "headline", "name"),
        byline=", ".join(one.name for one in written_by),
        language=first_text(value.get("inLanguage")),
        published=first_text(value.get("datePublished")),
        is_review=True,
        label=_label(rating),
    )
    unread = _unread(value, _REVIEW) + _unread(item, _CLAIM, "itemReviewed.")
    return Appraisal(
        text=text,
        statement=_statement(item, text),
        claimants=_parties(item.get("author"), names),
        said=first_text(item.get("datePublished")),
        appearances=_appearances(item),
        pieces=(piece,),
        unread=unread + _unread(rating, _rating_read(rating), "reviewRating."),
        had_markup=_markup(value.get("claimReviewed"), item.get("text"), item.get("name")),
        claim=_claim_of_a_ledger(item),
    )


def _of_claim(value: dict[str, Any], names: Mapping[str, Json]) -> Appraisal:
    """A claim that nobody judged, in the articles in which it appears."""
    articles = [one for one in _list(value.get("appearance")) if isinstance(one, Mapping)]
    pieces = tuple(
        Piece(
            outlet=next(iter(_parties(article.get("publisher"), names)), Party()),
            url=first_text(article.get("url")),
            title=_first(article, "headline", "name"),
            byline=", ".join(one.name for one in _parties(article.get("author"), names)),
            language=first_text(article.get("inLanguage")),
            published=first_text(article.get("datePublished")),
        )
        for article in articles
        if article.get("publisher")
    )
    read = tuple(piece.url for piece in pieces)
    # In a ledger's own export the name is the proposition; others call a claim as they like.
    text = _first(value, *(("name", "text") if _claim_of_a_ledger(value) else ("text", "name")))
    return Appraisal(
        text=text,
        statement=_statement(value, text),
        claimants=_parties(value.get("author"), names),
        said=first_text(value.get("datePublished")),
        appearances=tuple(url for url in _appearances(value) if url not in read),
        pieces=pieces,
        unread=_unread(value, _CLAIM),
        had_markup=_markup(value.get("text"), value.get("name")),
        claim=_claim_of_a_ledger(value),
    )


def _claim_of_a_ledger(item: Json) -> str:
    found = _OF_A_LEDGER.fullmatch(str(item.get("@id") or ""))
    return found[1] if found else ""


def _statement(item: Json, text: str) -> str:
    """The words of a claim that a ledger has published, where its proposition has others."""
    words = first_text(item.get("text")) if _claim_of_a_ledger(item) else ""
    return "" if words == text else words


def _label(rating: Json) -> str:
    """The judgement in words; without any, the number with its scale: `2 (1 to 5)`."""
    words = _first(rating, "alternateName", "name")
    number = first_text(rating.get("ratingValue"))
    if words or not number:
        return words
    ends = [first_text(rating.get(end)) for end in ("worstRating", "bestRating")]
    return f"{number} ({' to '.join(ends)})" if all(ends) else number


def _rating_read(rating: Json) -> set[str]:
    named = any(first_text(rating.get(name)) for name in _RATING)
    return _RATING if named else {*_RATING, "ratingValue", "worstRating", "bestRating"}


def _object(value: Any, names: Mapping[str, Json]) -> Json:
    """An object, the first of a list of them, or the one that an `@id` alone refers to."""
    while isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, Mapping):
        return {}
    return names.get(str(value.get("@id")), value) if len(value) == 1 else value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _parties(value: Any, names: Mapping[str, Json]) -> tuple[Party, ...]:
    found = []
    for one in _list(value):
        if isinstance(one, str):
            found.append(Party(name=first_text(one)))
        else:
            given = _object(one, names)
            links = " ".join(first_text(link) for link in _list(given.get("sameAs")))
            qid = _QID.search(links)
            found.append(
                Party(
                    name=first_text(given.get("name")),
                    url=_first(given, "url", "site"),
                    kind=next(iter(_types(given) & {"Person", "Organization"}), ""),
                    wikidata=qid[1] if qid else "",
                )
            )
    return tuple(party for party in found if party.name or party.url)


def _appearances(item: Json) -> tuple[str, ...]:
    found = []
    for one in _list(item.get("firstAppearance")) + _list(item.get("appearance")):
        url = first_text(one) if isinstance(one, str) else _first(one, "url", "@id")
        if url and url not in found:
            found.append(url)
    return tuple(found)


def _first(value: Any, *names: str) -> str:
    texts = (first_text(value.get(name)) for name in names) if isinstance(value, Mapping) else ()
    return next(filter(None, texts), "")


def _markup(*values: Any) -> bool:
    return any(isinstance(value, str) and has_markup(value) for value in values)


def _unread(value: Json, known: set[str], before: str = "") -> tuple[str, ...]:
    return tuple(before + name for name in value if name not in known and name[:1] != "@")
