"""The fields of a filter: what each takes, and which claims it fits.

A field is compiled once for each value into a test of a claim: names and words are looked up in
the ledger then, so that the test itself is a comparison of identifiers or of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.model import words as vocabularies
from claimtrack.model.claim import OWN_VOICE, Claim
from claimtrack.model.languages import TAGS
from claimtrack.model.ledger import Ledger
from claimtrack.model.search_values import value_test
from claimtrack.model.words import Lifecycle, VerdictLifecycle, Verification
from claimtrack.text.as_written import meets
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.filters import FilterError, Value
from claimtrack.text.near import nearest
from claimtrack.text.searchable import searchable

Test = Callable[[Claim], bool]
"""Whether a claim fits."""


class Field(NamedTuple):
    """A field of the filter language."""

    help: str
    """What its value is, for a message."""
    compiled: Callable[[Ledger, Value], Test]
    """Makes the test. Raises `FilterError` for a value that the field does not take."""
    cost: int = 0
    """How dear the test is; the cheap ones are asked first."""


def _named(kind: str, of: Callable[[Ledger], Callable[[Claim], str | None]]) -> Field:
    """A field that names a record: its identifier, else words of what it is called."""

    def compiled(ledger: Ledger, value: Value) -> Test:
        fitting = records_called(ledger, kind, value.text)
        name_of = of(ledger)
        # What is only referred to has no name, and no record either.
        if not fitting and any(name_of(claim) == value.text for claim in _claims(ledger)):
            fitting = frozenset({value.text})
        if not fitting:
            near = nearest(value.text, _names(ledger, kind))
            hint = f"; did you mean {near!r}?" if near else ""
            raise FilterError(f"nothing here is called {value.text!r}{hint}", value.position)
        return lambda claim: name_of(claim) in fitting

    return Field("an identifier, or words of a name", compiled)


def records_called(ledger: Ledger, kind: str, text: str) -> frozenset[str]:
    """The identifiers of the records that a text means: the one that has it, else all so called.

    None where nothing is called so. Words are found whole and next to each other, whatever their
    case and Arabic spelling.
    """
    known = _names(ledger, kind)
    if text in known or text == OWN_VOICE:
        return frozenset({text})
    wanted = whole_words(searchable(text))
    found = {
        name
        for name, called in known.items()
        if any(wanted(searchable(one)) for one in (*called, re.sub("[-._]+", " ", name)))
    }
    return frozenset(found)


def _claims(ledger: Ledger) -> Iterable[Claim]:
    return (record for record in ledger.records if isinstance(record, Claim))


def _names(ledger: Ledger, kind: str) -> Mapping[str, tuple[str, ...]]:
    """What the records of a kind are called, by identifier."""
    match kind:
        case "actor":
            return {
                name: (*(text for _, text in actor.name), *actor.aliases)
                for name, actor in ledger.actors.items()
            }
        case "article":
            return {n: tuple(t for _, t in one.title) for n, one in ledger.articles.items()}
        case "proposition":
            return {n: tuple(t for _, t in one.text) for n, one in ledger.propositions.items()}
        case "occasion":
            return {n: tuple(t for _, t in one.place or ()) for n, one in ledger.occasions.items()}
        case _:
            return dict.fromkeys(ledger.claims, ())


def whole_words(wanted: str) -> Callable[[str], bool]:
    """A test whether a searchable text has some words, whole and next to each other."""
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    return lambda text: pattern.search(text) is not None


def _labels(of: Callable[[Ledger, Claim], Iterable[str]]) -> Field:
    """A field of free labels: some words of one of them."""

    def compiled(ledger: Ledger, value: Value) -> Test:
        wanted = whole_words(searchable(value.text))
        fits = cache(lambda label: wanted(searchable(label)))
        return lambda claim: any(fits(label) for label in of(ledger, claim))

    return Field("words of a label", compiled)


def _word(
    of: Callable[[Ledger], Callable[[Claim], Iterable[str | None]]], *kinds: type[StrEnum]
) -> Field:
    """A field that takes the words of closed vocabularies."""
    known = tuple(dict.fromkeys(word.value for kind in kinds for word in kind))

    def compiled(ledger: Ledger, value: Value) -> Test:
        word = value.text.lower().replace("-", "_")
        if word not in known:
            near = nearest(word, known)
            hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(known)}"
            raise FilterError(f"{value.text!r} is not among its words; {hint}", value.position)
        words_of = of(ledger)
        return lambda claim: word in words_of(claim)

    return Field(", ".join(known), compiled)


def _dated(of: Callable[[Ledger], Callable[[Claim], Date | None]]) -> Field:
    """A field that takes a date or a range of dates; a claim fits where the two can meet."""

    def compiled(ledger: Ledger, value: Value) -> Test:
        wanted = _range(value)
        date_of = of(ledger)

        def test(claim: Claim) -> bool:
            date = date_of(claim)
            return date is not None and meets(date, wanted)

        return test

    return Field("a date, or a range such as 2025-04.. or 2025-04..2025-06", compiled)


def _range(value: Value) -> Date:
    text = value.text
    if ".." in text and "/" not in text:
        start, _, end = text.partition("..")
        text = f"{start or '..'}/{end or '..'}"
    try:
        return parse_date(text)
    except ValueError as error:
        raise FilterError(str(error), value.position) from None


def _language(ledger: Ledger, value: Value) -> Test:
    """A language of the article or of a quote; `ar` takes in `ar-LB`."""
    wanted = TAGS.get(value.text.lower(), value.text.lower())

    def test(claim: Claim) -> bool:
        article = ledger.articles.get(claim.article)
        tags = [quote.language for quote in claim.quotes]
        tags.append(None if article is None else article.language)
        return any(
            tag is not None and (tag.lower() == wanted or tag.lower().startswith(f"{wanted}-"))
            for tag in tags
        )

    return test


_HAS: Mapping[str, Callable[[Ledger, Claim], object]] = MappingProxyType(
    {
        "quote": lambda _, claim: claim.quotes,
        "translation": lambda _, claim: any(quote.translations for quote in claim.quotes),
        "proposition": lambda _, claim: claim.proposition,
        "statement": lambda _, claim: claim.statement,
        "value": lambda _, claim: claim.value,
        "said": lambda _, claim: claim.said,
        "occasion": lambda _, claim: claim.occasion,
        "chain": lambda _, claim: claim.hops,
        "history": lambda _, claim: claim.history,
        "review": lambda _, claim: claim.review,
        "ignore": lambda _, claim: claim.ignore,
        "note": lambda _, claim: claim.note,
        "tag": lambda _, claim: claim.tags,
        "verdict": lambda ledger, claim: any(_verdicts(ledger)(claim)),
    }
)


def _has(ledger: Ledger, value: Value) -> Test:
    name = value.text.lower()
    name = name if name in _HAS else name.removesuffix("s")
    if name not in _HAS:
        near = nearest(name, _HAS)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(_HAS)}"
        raise FilterError(f"nothing known as {value.text!r}; {hint}", value.position)
    found = _HAS[name]
    return lambda claim: bool(found(ledger, claim))


def _verdicts(ledger: Ledger) -> Callable[[Claim], Iterable[str]]:
    """The veracities of the active verdicts on a claim's proposition."""

    @cache
    def on(name: str | None) -> tuple[str, ...]:
        proposition = ledger.propositions.get(name or "")
        return tuple(
            verdict.veracity
            for verdict in (proposition.verdicts if proposition is not None else ())
            if verdict.lifecycle is VerdictLifecycle.ACTIVE
        )

    return lambda claim: on(claim.proposition)


def _kinds(ledger: Ledger) -> Callable[[Claim], Iterable[str | None]]:
    """The kinds of a claim's proposition, article and occasion."""

    def of(claim: Claim) -> Iterable[str | None]:
        near = (
            ledger.propositions.get(claim.proposition or ""),
            ledger.articles.get(claim.article),
            ledger.occasions.get(claim.occasion or ""),
        )
        return (None if record is None else record.kind for record in near)

    return of


def _published(ledger: Ledger) -> Callable[[Claim], Date | None]:
    def of(claim: Claim) -> Date | None:
        article = ledger.articles.get(claim.article)
        return None if article is None else article.published

    return of


def _outlet(ledger: Ledger) -> Callable[[Claim], str | None]:
    def of(claim: Claim) -> str | None:
        article = ledger.articles.get(claim.article)
        return None if article is None else article.outlet

    return of


def _topics(ledger: Ledger, claim: Claim) -> Iterable[str]:
    proposition = ledger.propositions.get(claim.proposition or "")
    return () if proposition is None else proposition.topics


def _tags(ledger: Ledger, claim: Claim) -> Iterable[str]:
    proposition = ledger.propositions.get(claim.proposition or "")
    return claim.tags if proposition is None else (*claim.tags, *proposition.tags)


def _of_attribution(name: str) -> Callable[[Ledger], Callable[[Claim], Iterable[str | None]]]:
    return lambda _: lambda claim: (getattr(claim.attribution, name, None),)


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "id": _named("claim", lambda _: lambda claim: claim.id),
        "speaker": _named("actor", lambda _: lambda claim: claim.speaker),
        "outlet": _named("actor", _outlet),
        "article": _named("article", lambda _: lambda claim: claim.article),
        "proposition": _named("proposition", lambda _: lambda claim: claim.proposition),
        "occasion": _named("occasion", lambda _: lambda claim: claim.occasion),
        "topic": _labels(_topics),
        "tag": _labels(_tags),
        "stance": _word(lambda _: lambda claim: (claim.stance,), vocabularies.Stance),
        "status": _word(
            lambda _: lambda claim: (claim.status.lifecycle, claim.status.attribution),
            Lifecycle,
            Verification,
        ),
        "lifecycle": _word(lambda _: lambda claim: (claim.status.lifecycle,), Lifecycle),
        "attribution": _word(lambda _: lambda claim: (claim.status.attribution,), Verification),
        "form": _word(lambda _: lambda claim: (claim.form,), vocabularies.Form),
        "certainty": _word(lambda _: lambda claim: (claim.certainty,), vocabularies.Certainty),
        "force": _word(_of_attribution("force"), vocabularies.Force),
        "sourcing": _word(_of_attribution("sourcing"), vocabularies.Sourcing),
        "basis": _word(_of_attribution("basis"), vocabularies.Basis),
        "verdict": _word(_verdicts, vocabularies.Veracity),
        "kind": _word(
            _kinds,
            vocabularies.PropositionKind,
            vocabularies.ArticleKind,
            vocabularies.OccasionKind,
        ),
        "said": _dated(lambda ledger: ledger.when),
        "published": _dated(_published),
        "language": Field("a language such as ar", _language),
        "has": Field(", ".join(_HAS), _has),
        "value": Field("a value, or a bound such as >30", value_test, cost=1),
    }
)
"""Every field by name, in the order in which they are explained."""
