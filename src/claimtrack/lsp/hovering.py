"""What stands under the cursor, explained: a record in short, or what a key or a word means."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from claimtrack.lsp.naming import declared
from claimtrack.lsp.spots import Spot, keys_at, named_at, short_form, taken_at
from claimtrack.model import (
    OWN_VOICE,
    Actor,
    Article,
    Claim,
    Ledger,
    Localized,
    Occasion,
    Proposition,
    Record,
)
from claimtrack.model.meanings import described, word_meanings
from claimtrack.reports.commonmark import escaped


def explained(spot: Spot, ledger: Ledger) -> str | None:
    """What to show for a spot, in Markdown; None where there is nothing to say."""
    named = named_at(spot)
    if named is not None:
        records = declared(ledger, named)
        return "\n\n---\n\n".join(summary(record, ledger) for record in records) or None
    if spot.is_key:
        holder = keys_at(spot.path[:-1])
        field = described(holder).get(spot.node.text) if holder is not None else None
        return None if field is None else f"`{field.key}`: {field.meaning}"
    found = taken_at(spot.path)
    if found is not None and issubclass(short_form(found).type, StrEnum):
        meaning = word_meanings(short_form(found).type).get(spot.node.text)
        return None if meaning is None else f"`{spot.node.text}`: {meaning}"
    return None


def summary(record: Record, ledger: Ledger) -> str:
    """A record in a few lines of Markdown."""
    facts = [_sentence(fact) for fact in _facts(record, ledger) if fact]
    return "  \n".join([f"**{record.KIND}** `{record.id}`", *facts])


def _facts(record: Record, ledger: Ledger) -> Iterator[str]:
    match record:
        case Actor():
            yield _both(record.name)
            yield ", ".join([record.kind, *(_both(role.title) for role in record.roles)])
        case Article():
            yield _both(record.title)
            yield f"{_actor(record.outlet, ledger)}, {record.published}, {record.status}"
        case Occasion():
            yield f"{record.kind}, {record.date}"
            yield ", ".join(_actor(actor, ledger) for actor in record.actors)
        case Proposition():
            yield _both(record.text)
            yield _standing(record, ledger)
        case Claim():
            yield from _claim_facts(record, ledger)


def _claim_facts(claim: Claim, ledger: Ledger) -> Iterator[str]:
    article = ledger.articles.get(claim.article)
    outlet = _actor(article.outlet, ledger) if article is not None else claim.article
    speaker = outlet if claim.speaker == OWN_VOICE else _actor(claim.speaker, ledger)
    proposition = ledger.propositions.get(claim.proposition or "")
    what = claim.statement or (proposition.text if proposition is not None else None)
    said = _both(what) if what is not None else claim.proposition or ""
    yield f"{speaker} {claim.stance}: {said}"
    yield claim.value or ""
    when = ledger.when(claim)
    yield ", ".join([outlet, *([str(when)] if when is not None else []), claim.status.lifecycle])
    for quote in claim.quotes[:1]:
        yield f"“{quote.exact}”"


def _standing(proposition: Proposition, ledger: Ledger) -> str:
    """How many claims there are about a proposition, and what was judged of it."""
    count = len(ledger.about(proposition.id))
    verdicts = [f"{one.veracity} by {_actor(one.reviewer, ledger)}" for one in proposition.verdicts]
    return ", ".join([f"{count} claim{'' if count == 1 else 's'}", *verdicts])


def _actor(name: str, ledger: Ledger) -> str:
    actor = ledger.actors.get(name)
    return name if actor is None else actor.name.best(ledger.config.language)[1]


def _both(text: Localized) -> str:
    return " · ".join(words for _, words in text)


_LONGEST = 300
"""Characters of a fact; what is longer is cut."""


def _sentence(fact: str) -> str:
    return escaped(fact if len(fact) <= _LONGEST else f"{fact[:_LONGEST]}…")
