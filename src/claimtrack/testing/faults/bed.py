"""The bed: a ledger in which faults are planted, and what the planters ask of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from attrs import evolve, frozen

from claimtrack.model import (
    Actor,
    Article,
    Claim,
    Decision,
    Ledger,
    Localized,
    Proposition,
    Status,
)
from claimtrack.model.words import ActorKind, ArticleKind, ArticleStatus
from claimtrack.text.dates import MAX, Date
from claimtrack.text.edtf import DAY
from claimtrack.text.words import words


class Reprint(NamedTuple):
    """An article of another outlet that prints a claim again."""

    outlet: Actor
    article: Article
    claim: Claim

    def differing(self, **fields: Any) -> Reprint:
        """The same with some fields of its claim changed."""
        return self._replace(claim=evolve(self.claim, **fields))


@frozen(slots=False)
class Bed:
    """A ledger whose findings are all shown, with its claims and texts in ready form."""

    ledger: Ledger

    @classmethod
    def of(cls, ledger: Ledger) -> Bed:
        """The bed of a ledger: without its ignores and settled findings, which would hide faults.

        What a configuration silences by path is for the caller to lift.
        """
        kept = (
            record
            for record in ledger.records
            if not (isinstance(record, Decision) and record.finding)
        )
        bare = (evolve(record, ignore=()) if record.ignore else record for record in kept)
        return cls(evolve(ledger, records=tuple(bare)))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims at which a fault can be planted, by identifier.

        They are live, no other live claim takes their place, and their article is in the ledger;
        of an identifier that two claims share it could not be said which was found.
        """
        live = [r for r in self.ledger.records if isinstance(r, Claim) and r.is_live]
        gone = {name for one in live for name in (*one.supersedes, *one.corrects) if name != one.id}
        known = Counter(r.id for r in self.ledger.records if isinstance(r, Claim))
        fit = [
            one
            for one in live
            if one.id not in gone and known[one.id] == 1 and one.article in self.ledger.articles
        ]
        return tuple(sorted(fit, key=lambda one: one.id))

    @cached_property
    def standing(self) -> Mapping[str, Claim]:
        """The same claims by identifier."""
        return {claim.id: claim for claim in self.claims}

    def article(self, claim: Claim) -> Article:
        """The article in which a claim of the bed stands."""
        return self.ledger.articles[claim.article]

    def captures(self, claim: Claim) -> tuple[str, ...]:
        """The words of each captured text of a claim's article, the current one last.

        Empty where the current one cannot be read.
        """
        return self._captures.get(claim.article, ())

    @cached_property
    def _captures(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        readable: dict[str, bool] = {}
        for text in sorted(self.ledger.texts, key=lambda text: text.number):
            if text.content is not None:
                found[text.article].append(run_of(text.content))
            if text.is_current:
                readable[text.article] = text.content is not None
        return {name: tuple(runs) for name, runs in found.items() if readable.get(name)}

    def is_quoted_once(self, words: str) -> bool:
        """Whether one live claim has a quote of these words (as `run_of` gives them), and once."""
        return self._quoted[words] == 1

    @cached_property
    def _quoted(self) -> Counter[str]:
        claims = (r for r in self.ledger.records if isinstance(r, Claim) and r.is_live)
        return Counter(run_of(quote.exact) for claim in claims for quote in claim.quotes)

    def is_alone(self, claim: Claim) -> bool:
        """Whether no other claim is about a claim's proposition, by any of its names."""
        name = claim.proposition
        return name is not None and self._about[name] == 1 and self.is_by_itself(name)

    def is_by_itself(self, proposition: str) -> bool:
        """Whether one record defines a proposition, and none makes it the same as another."""
        return self._defined[proposition] == 1 and proposition not in self._same

    @cached_property
    def _about(self) -> Counter[str | None]:
        return Counter(r.proposition for r in self.ledger.records if isinstance(r, Claim))

    @cached_property
    def _propositions(self) -> list[Proposition]:
        return [r for r in self.ledger.records if isinstance(r, Proposition)]

    @cached_property
    def _defined(self) -> Counter[str]:
        return Counter(one.id for one in self._propositions)

    @cached_property
    def _same(self) -> frozenset[str]:
        return frozenset(
            name for one in self._propositions if one.same_as for name in (one.id, *one.same_as)
        )

    @staticmethod
    def day_after(published: Date, days: int = 1) -> str | None:
        """The day so many days after a date is certainly over; None behind the calendar's end."""
        day = published.upper // DAY + 1 + days
        if published.upper == MAX or day > date.max.toordinal():
            return None
        return date.fromordinal(day).isoformat()

    @cached_property
    def names(self) -> frozenset[str]:
        """Every identifier of the ledger, whatever it names."""
        broken = {name for document in self.ledger.documents for _, name in document.broken}
        return frozenset({record.id for record in self.ledger.records} | broken)

    def unused(self, name: str) -> str:
        """An identifier that nothing in the ledger has: the given one, or with a number behind."""
        number, found = 1, name
        while found in self.names:
            number, found = number + 1, f"{name}-{number + 1}"
        return found

    def reprint(self, claim: Claim, **fields: Any) -> Reprint:
        """A claim as another outlet prints it on the same day, from the same speaker's mouth."""
        outlet = Actor(
            id=self.unused("planted-outlet"),
            kind=ActorKind.OUTLET,
            name=Localized.of("Another outlet"),
            origin=claim.origin,
        )
        old = self.article(claim)
        article = Article(
            id=self.unused("planted-article"),
            outlet=outlet.id,
            title=old.title,
            language=old.language,
            published=old.published,
            kind=ArticleKind.NEWS,
            status=ArticleStatus.USABLE,
            origin=old.origin,
        )
        told = claim.attribution
        again = evolve(
            self.copy(claim),
            article=article.id,
            based_on=(),
            attribution=told if told is None else evolve(told, chain=()),
        )
        return Reprint(outlet, article, again).differing(**fields)

    def copy(self, claim: Claim) -> Claim:
        """A claim under another name, without what became of the first."""
        return evolve(
            claim,
            id=self.unused("planted-claim"),
            supersedes=(),
            corrects=(),
            status=Status(),
            history=(),
            review=None,
        )


def run_of(text: str) -> str:
    """The words of a text under the widest folding, each between two spaces."""
    return f" {' '.join(word.wide for word in words(text))} "
