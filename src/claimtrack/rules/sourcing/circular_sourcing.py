"""CT401: each has it from the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Loop, Record, Station
from claimtrack.model.words import Lifecycle
from claimtrack.rule import AnyDeriver, Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.sourcing.lineages import Lineages
from claimtrack.rules.sourcing.lines import Lines

DRAFT = Skip("draft")
_SHOWN = 6


class CircularSourcing(Rule[Article | Claim | Loop]):
    """A way upstream that leads back to where it began: each has it from the other.

    What is followed: `based_on`, the hops of a chain that are articles, and `syndicated_from`.
    Through an article it goes on with the claims in it that say the same. An article that also has
    a claim of its own to the same effect, from a speaker or on the spot, closes no loop. Where a
    claim says nothing of its sourcing, the articles that its article credits (`cites`) are followed
    as well; a loop with such a step is a warning, because the credit may be for something else.

    An outlet that is named without an article is not followed. Of two articles that credit each
    other's outlets the earlier one has it from something older still, which the ledger does not
    hold: a gap, and no loop. Neither counts as a root.

    However many articles stand on a loop, they are no evidence: nobody on it says where it came in.

    What to do: find out who had it first, and give that claim its origin; or, where a page was
    changed later, record what it said before as a claim of its own.
    """

    code = "CT401"
    name = "circular-sourcing"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim, Loop)
    unread = keys.WORDING
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Lineages, Lines)

    def keys(self, record: Article | Claim | Loop) -> Iterable[Key | Skip]:
        """The article, or that in which a loop begins: those without any were looked at too."""
        if isinstance(record, Article):
            yield keys.named(Article.KIND, record.id)
        elif isinstance(record, Loop):
            yield from (keys.named(Article.KIND, one.article) for one in record.stations[:1])
        elif record.status.lifecycle is Lifecycle.DRAFT:
            yield DRAFT
        else:
            yield keys.named(Article.KIND, record.article)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each loop that was met."""
        for loop in group.of(Loop):
            yield self._finding(group, _newest_first(group, loop.stations))

    def _finding(self, group: Group, stations: Sequence[Station]) -> Finding:
        names = [_called(group, station.article) for station in stations]
        told = [f"{names[0]} has it from {names[1 % len(names)]}"]
        told += [f"that from {name}" for name in [*names[2:], names[0]][: _SHOWN - 1]]
        more = len(names) - len(told)
        text = ", ".join(told) if names[1:] else f"{names[0]} has it from itself"
        is_inferred = any(station.is_inferred for station in stations)
        return self.finding(
            group,
            text + (f", and so on, over {more} more, round to the first" if more > 0 else ""),
            [_place(group, station) for station in stations],
            severity=Severity.WARNING if is_inferred else self.severity,
            about="loop",
            help="find who had it first, and record where they have it from",
        )


def _newest_first(group: Group, stations: Sequence[Station]) -> Sequence[Station]:
    """The stations in the order of the loop, from the newest article on."""
    ages = [_age(group, station) for station in stations]
    first = ages.index(max(ages))
    return [*stations[first:], *stations[:first]]


def _age(group: Group, station: Station) -> tuple[tuple[int, int, str], str, str]:
    article = group.find(Article, station.article)
    when = article.published.sort_key if article is not None else (-(2**63), 0, "")
    _, _, name = station.place.record.partition(":")
    return when, station.article, name


def _called(group: Group, name: str) -> str:
    """An article by its outlet and day."""
    article = group.find(Article, name)
    if article is None:
        return name
    return f"{group.name(article.outlet)} ({article.published.day()})"


def _place(group: Group, station: Station) -> Location:
    message = f"{_called(group, station.article)}: has it from {station.upstream}"
    return station.place._replace(message=message)
