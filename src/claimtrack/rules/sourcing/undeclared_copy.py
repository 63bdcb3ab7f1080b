"""CT403: most of an article stands in an earlier one that it does not credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Article, Claim, Copy, Record
from claimtrack.rule import AnyDeriver, Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.sourcing.copies import Copies


class UndeclaredCopy(Rule[Article | Claim | Copy]):
    """Most of an article's captured text stands in an earlier article that it does not credit.

    Texts are compared by fingerprints of runs of six words, so that a changed headline, a new
    paragraph or a cut hides nothing; half of the text is enough. What credits is `syndicated_from`,
    `cites`, or a claim that was taken from there. Two articles of one outlet are no finding, nor
    are two that both credit a third: they may have the words from it. Where two were published on
    one day and no time is given, which is the earlier is not known; either may have copied.

    What to do: record the credit where the article gives one; else ask the outlet, and count both
    as one.
    """

    code = "CT403"
    name = "undeclared-copy"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim, Copy)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Copies,)

    def keys(self, record: Article | Claim | Copy) -> Iterable[Key | Skip]:
        """The article, with its copies and with what it is copied from."""
        if isinstance(record, Article):
            yield keys.named(Article.KIND, record.id)
        else:
            yield keys.named(Article.KIND, record.article)

    def check(self, group: Group) -> Iterable[Finding]:
        """At most one finding for an article."""
        for copy in group.of(Copy):
            article = group.find(Article, copy.article)
            original = group.find(Article, copy.original)
            if article is None or original is None or article.outlet == original.outlet:
                continue
            credited = set(_credited(article, group.of(Claim)))
            own = {original.id, original.outlet}
            if credited & {*own, *_credited(original, ())} or _takes_from(group, original):
                continue
            where = "text" if article.text is not None else "versions"
            outlet = f"{group.name(original.outlet)} ({original.published.day()})"
            yield self.finding(
                group,
                f"{copy.share:.0%} of this article stands in an earlier one of {outlet}, no credit",
                [
                    article.where(where, message=f"{group.name(article.outlet)}: the later text"),
                    original.where("id", message=f"{group.name(original.outlet)}: the earlier one"),
                ],
                about="copy",
                help="record the credit (syndicated_from, cites), or ask the outlet",
            )


def _credited(article: Article, claims: Iterable[Claim]) -> Iterator[str]:
    """Everything that an article, or a claim in it, names as where it has something from."""
    yield from article.cites
    if article.syndicated_from is not None:
        yield article.syndicated_from
    for claim in claims:
        yield from claim.based_on
        for hop in claim.hops:
            yield from (name for name in (hop.actor, hop.article) if name is not None)


def _takes_from(group: Group, original: Article) -> bool:
    """Whether a claim of the group was taken from a claim of another article."""
    for claim in group.of(Claim):
        for name in claim.based_on:
            found = group.find(Claim, name)
            if found is not None and found.article == original.id:
                return True
    return False
