"""The roots of a proposition: for a terminal, and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import asdict

from claimtrack.model import EndKind, Ledger, Root, Roots, Support, Tie
from claimtrack.model.sourcing import Via
from claimtrack.model.words import ArticleKind
from claimtrack.reports.json import json_text
from claimtrack.reports.paint import PLAIN, Paint

SCHEMA = "claimtrack-roots/1"
_REASONS = {
    Via.SYNDICATED: "declared syndication",
    Via.CITES: "credit line",
    Via.SPEAKER: "credit line",
    Via.CHAIN: "shared hop",
    Via.BASED_ON: "shared hop",
    Via.COPIED: "copied text",
}
_NO_ACTOR = {
    EndKind.LOOP: "no origin: each has it from the other",
    EndKind.UNSAID: "{}, which does not say where it has it from",
    EndKind.ARTICLE: "{}, of which nothing further is recorded",
    EndKind.OUTLET: "{}, of which nothing further is recorded",
}


def render_text(ledger: Ledger, roots: Roots, paint: Paint = PLAIN) -> Iterator[str]:
    """How many articles and roots there are; then each root with what comes from it, and why."""
    proposition = ledger.propositions.get(roots.proposition)
    text = proposition.text.best(ledger.config.language)[1] if proposition is not None else ""
    yield f"{paint.strong(paint.text(roots.proposition))} {paint.text(text)}\n"
    yield (
        f"{_count(len(roots.articles), 'article')}, {_count(roots.proven, 'proven root')}, "
        f"{roots.unknown} unknown; a verdict of supported needs {roots.needed}\n"
    )
    for root in roots.roots:
        interest = ", a party to it" if root.is_party else ""
        yield f"\n{root.worth}: {paint.strong(paint.text(root_name(ledger, root)))}{interest}\n"
        for support in root.supports:
            yield f"  {paint.text(_support(ledger, support))}\n"


def render_json(ledger: Ledger, roots: Roots, *, plain: bool = False) -> Iterator[str]:
    """The same as one document (`claimtrack-roots/1`)."""
    document = {
        "schema": SCHEMA,
        "proposition": roots.proposition,
        "articles": list(roots.articles),
        "proven": roots.proven,
        "unknown": roots.unknown,
        "needed": roots.needed,
        "roots": [_root(ledger, root) for root in roots.roots],
    }
    yield json_text(document, plain, indent=2) + "\n"


def root_name(ledger: Ledger, root: Root) -> str:
    """How to call a root."""
    if root.end.kind is EndKind.WITNESS and len(root.actors) == 1:
        return f"reporters of {_actor(ledger, root.end.name)}"
    if root.actors:
        return ", ".join(_actor(ledger, name) for name in root.actors)
    return _NO_ACTOR[root.end.kind].format(_actor(ledger, root.end.name))


def reason(ledger: Ledger, tie: Tie) -> str:
    """Why what a tie leads to, and what has it from there, are one."""
    article = ledger.articles.get(tie.name)
    if (
        tie.via is Via.BASED_ON
        and article is not None
        and article.kind is ArticleKind.PRESS_RELEASE
    ):
        return "shared release"
    return _REASONS[tie.via]


def _support(ledger: Ledger, support: Support) -> str:
    article = ledger.articles.get(support.article)
    day = f", {article.published.day()}" if article is not None else ""
    ties = [f"{reason(ledger, tie)}: {tie.name}" for tie in support.ties]
    told = "; ".join(ties) or "its own report"
    return f"{support.claim} in {_actor(ledger, support.outlet)}{day}: {told}"


def _root(ledger: Ledger, root: Root) -> dict[str, Any]:
    return {
        "worth": root.worth,
        "end": root.end._asdict(),
        "name": root_name(ledger, root),
        "actors": list(root.actors),
        "is_party": root.is_party,
        "claims": [
            {
                **asdict(support, filter=lambda one, _: one.name != "ties"),
                "merged": [
                    {"reason": reason(ledger, tie), **tie._asdict()} for tie in support.ties
                ],
            }
            for support in root.supports
        ],
    }


def _actor(ledger: Ledger, name: str) -> str:
    actor = ledger.actors.get(name)
    return name if actor is None else actor.name.best(ledger.config.language)[1]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
