"""What the views of a report are made from: a ledger, looked at from every side once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from claimtrack.impact import Reached, reach
from claimtrack.model import Article, CapturedText, Claim, Copy, Roots
from claimtrack.model.sourcing import SourcingGraph
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.names import Names

MOST_REACHED = 200
"""Records that rest on one and that its page names; `claimtrack impact` names all."""


@frozen
class Origins:
    """What is derived of where claims come from; without it a report shows no roots."""

    roots: Callable[[str], Roots | None] = lambda _: None
    """The independent origins of a proposition, by its identifier."""
    copies: tuple[Copy, ...] = ()
    """Articles that have most of their text from an earlier one."""


class Sources:
    """The claims and names of a report, and what is asked of the ledger for many pages."""

    def __init__(self, names: Names, claims: Claims, origins: Origins) -> None:
        self.names = names
        self.claims = claims
        self.origins = origins

    @cached_property
    def texts(self) -> Mapping[str, CapturedText]:
        """The current captured text of each article that has one."""
        return {text.article: text for text in self.names.ledger.texts if text.is_current}

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the articles that are shown, in the order of their names."""
        names = self.names
        shown = (
            a.outlet for a in names.ledger.articles.values() if names.scope.holds(a.KIND, a.id)
        )
        return tuple(sorted({*shown}))

    @cached_property
    def sourcing(self) -> SourcingGraph:
        """The sourcing graph of the whole ledger."""
        ledger = self.names.ledger
        return SourcingGraph(
            ledger.claims.values(),
            ledger.articles.get,
            ledger.actors.get,
            {copy.article: copy.original for copy in self.origins.copies},
        )

    @cached_property
    def reached(self) -> Callable[[Article | Claim], tuple[Reached, ...]]:
        """What rests on a record, the nearest `MOST_REACHED` of it."""
        return reach(self.names.ledger, MOST_REACHED)

    @cached_property
    def repeated(self) -> Mapping[tuple[str | None, str, str], Sequence[Claim]]:
        """The live claims by proposition, speaker and stance, oldest first."""
        found: defaultdict[tuple[str | None, str, str], list[Claim]] = defaultdict(list)
        for claim in self.claims.oldest_first:
            if claim.is_live:
                found[claim.proposition, claim.speaker, claim.stance].append(claim)
        return found

    @cached_property
    def copies(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each article those with the same text, and how much of the later one."""
        found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for copy in self.origins.copies:
            found[copy.article].append((copy.original, copy.share))
            found[copy.original].append((copy.article, copy.share))
        return {name: tuple(others) for name, others in found.items()}
