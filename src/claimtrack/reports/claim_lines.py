"""A claim in few lines for a terminal, and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.model import Claim, Ledger, Localized, Record, Verdict, content
from claimtrack.model.words import VerdictLifecycle
from claimtrack.reports.paint import Paint


def title_of(ledger: Ledger, record: Record) -> str:
    """What to call a record: a name, a title, a sentence; else its identifier."""
    if isinstance(record, Claim):
        return sentence(ledger, record)
    for name in ("name", "title", "text"):
        called = getattr(record, name, None)
        if isinstance(called, Localized):
            return called.best(ledger.config.language)[1]
    return record.id


def speaker_of(ledger: Ledger, claim: Claim) -> str:
    """Who says it: the speaker's name, or the outlet's for an article's own voice."""
    article = ledger.articles.get(claim.article)
    name = claim.speaker
    if claim.is_own_voice:
        name = claim.article if article is None else article.outlet
    actor = ledger.actors.get(name)
    return name if actor is None else title_of(ledger, actor)


def subject_of(ledger: Ledger, claim: Claim) -> str:
    """What it is about: the proposition's text, else the recorder's statement."""
    proposition = ledger.propositions.get(claim.proposition or "")
    if proposition is not None:
        return title_of(ledger, proposition)
    if claim.statement is not None:
        return claim.statement.best(ledger.config.language)[1]
    return claim.proposition or ""


def sentence(ledger: Ledger, claim: Claim) -> str:
    """Who takes which side of what, as one line of plain text."""
    value = f" ({claim.value})" if claim.value else ""
    stance = claim.stance.replace("_", " ")
    return f"{speaker_of(ledger, claim)} {stance}: {subject_of(ledger, claim)}{value}"


def claim_lines(ledger: Ledger, claim: Claim, paint: Paint) -> Iterator[str]:
    """When, who and what; the words themselves; where it stands and what became of it."""
    when = ledger.when(claim)
    date = "no date" if when is None else when.text
    stance = claim.stance.replace("_", " ")
    who = paint.strong(paint.text(speaker_of(ledger, claim)))
    # Each part is isolated by itself, so that Arabic words do not draw their neighbours along.
    value = f" ({paint.text(claim.value)})" if claim.value else ""
    subject = paint.text(subject_of(ledger, claim))
    yield f"{paint.text(date)}  {who} {stance}: {subject}{value}"
    for quote in claim.quotes:
        yield f'    "{paint.text(quote.exact)}"'
        for translation in quote.translations:
            yield f'    = "{paint.text(translation.text)}"'
    state = f"{claim.status.attribution}, {claim.status.lifecycle}"
    where = paint.place(paint.text(claim.origin.file))
    yield f"    {paint.text(claim.ref)} · {state} · {paint.text(claim.article)} · {where}"


def verdict_line(ledger: Ledger, verdict: Verdict, paint: Paint) -> str:
    """A judgement on a proposition: what, by whom, when."""
    actor = ledger.actors.get(verdict.reviewer)
    who = verdict.reviewer if actor is None else title_of(ledger, actor)
    past = "" if verdict.lifecycle is VerdictLifecycle.ACTIVE else f" ({verdict.lifecycle})"
    word = verdict.veracity.replace("_", " ")
    return f"{paint.text(verdict.date.text)}  {paint.text(who)} judges it {word}{past}"


def claim_data(ledger: Ledger, claim: Claim) -> dict[str, Any]:
    """A claim with what it refers to looked up, as plain data; what is not there is null."""
    article = ledger.articles.get(claim.article)
    proposition = ledger.propositions.get(claim.proposition or "")
    speaker = ledger.actors.get(claim.speaker)
    when = ledger.when(claim)
    return {
        "id": claim.id,
        "said": None if when is None else when.text,
        "speaker": claim.speaker,
        "speaker_name": None if speaker is None else dict(speaker.name),
        "stance": str(claim.stance),
        "proposition": claim.proposition,
        "proposition_text": None if proposition is None else dict(proposition.text),
        "statement": None if claim.statement is None else dict(claim.statement),
        "value": claim.value,
        "quotes": [content(quote) for quote in claim.quotes],
        "form": None if claim.form is None else str(claim.form),
        "attribution": str(claim.status.attribution),
        "lifecycle": str(claim.status.lifecycle),
        "article": claim.article,
        "outlet": None if article is None else article.outlet,
        "published": None if article is None else article.published.text,
        "topics": [] if proposition is None else list(proposition.topics),
        "tags": list(claim.tags),
        "file": claim.origin.file,
        "pointer": claim.origin.pointer,
    }
