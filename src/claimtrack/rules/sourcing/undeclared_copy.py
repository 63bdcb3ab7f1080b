"""CT403: most of an article stands in an earlier one that it does not credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Location, Severity, Skip
from claimtrack.model import Article, CapturedText, Claim, Copy, Record
from claimtrack.rule import AnyDeriver, Fixable, Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.sourcing.copies import Copies
from claimtrack.text.shingles import shared_run
from claimtrack.text.words import words


class UndeclaredCopy(Rule[Article | CapturedText | Claim | Copy]):
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
    fix = Fixable.SUGGESTION
    reads: ClassVar[tuple[type[Record], ...]] = (Article, CapturedText, Claim, Copy)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Copies,)

    def keys(self, record: Article | CapturedText | Claim | Copy) -> Iterable[Key | Skip]:
        """The article."""
        if isinstance(record, Article):
            yield keys.named(Article.KIND, record.id)
        else:
            yield keys.named(Article.KIND, record.article)

    def links(self, record: Article | CapturedText | Claim | Copy) -> Iterable[tuple[Key, Key]]:
        """An article with what it is copied from."""
        if isinstance(record, Copy):
            yield (
                keys.named(Article.KIND, record.article),
                keys.named(Article.KIND, record.original),
            )

    def check(self, group: Group) -> Iterable[Finding]:
        """At most one finding for an article."""
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in group.of(Claim):
            claims[claim.article].append(claim)
        texts = {text.article: text for text in group.of(CapturedText) if text.is_current}
        for copy in group.of(Copy):
            article = group.find(Article, copy.article)
            original = group.find(Article, copy.original)
            if article is None or original is None or article.outlet == original.outlet:
                continue
            within = claims[article.id]
            credited = {*_credited(article, within), *_taken_from(group, within)}
            if credited.isdisjoint({original.id, original.outlet, *_credited(original, ())}):
                passage = _passage(texts.get(article.id), texts.get(original.id))
                yield self._copied(group, copy.share, article, original, passage)

    def _copied(
        self,
        group: Group,
        share: float,
        article: Article,
        original: Article,
        passage: Iterable[Location],
    ) -> Finding:
        where = "text" if article.text is not None else "versions"
        outlet = f"{group.name(original.outlet)} ({original.published.day()})"
        return self.finding(
            group,
            f"this article has {share:.0%} of its text in common with an earlier one of {outlet}, "
            "and does not credit it",
            [
                article.where(where, message=f"{group.name(article.outlet)}: the later text"),
                original.where("id", message=f"{group.name(original.outlet)}: the earlier one"),
                *passage,
            ],
            about="copy",
            help="record the credit (syndicated_from, cites), or ask the outlet",
            fix=Fix(f"record that it cites {original.id}", (_credit(article, original),)),
        )


def _credit(article: Article, original: Article) -> Edit:
    if article.cites:
        return Edit.adding(article.where("cites", "-"), original.id)
    return Edit.adding(article.where("cites"), [original.id])


def _credited(article: Article, claims: Iterable[Claim]) -> Iterator[str]:
    """Everything that an article, or a claim in it, names as where it has something from."""
    yield from article.cites
    if article.syndicated_from is not None:
        yield article.syndicated_from
    for claim in claims:
        yield from claim.based_on
        for hop in claim.hops:
            yield from (name for name in (hop.actor, hop.article) if name is not None)


def _passage(later: CapturedText | None, earlier: CapturedText | None) -> Iterator[Location]:
    """Where the longest passage that two texts share stands in either."""
    if later is None or earlier is None:
        return
    shared = shared_run(later.content or "", earlier.content or "")
    for text, span in zip((later, earlier), shared or (), strict=False):
        size = len(words((text.content or "")[span.start : span.end]))
        yield text.place(span, f"the longest passage that both have, of {size} words")


def _taken_from(group: Group, claims: Iterable[Claim]) -> Iterator[str]:
    """The articles of the claims from which some claims were taken."""
    for claim in claims:
        for name in claim.based_on:
            found = group.find(Claim, name)
            if found is not None:
                yield found.article
