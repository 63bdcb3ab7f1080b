"""CT504: a copy that still says what its original has corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import ClassVar, NamedTuple

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Record
from claimtrack.model.words import ArticleStatus, Stance
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules import keys

NO_AFFECTED_CLAIMS = Skip("correction-names-no-claims")
_TAKEN_BACK = frozenset({ArticleStatus.RETRACTED, ArticleStatus.WITHDRAWN})

Said = tuple[str | None, Stance]
"""A proposition, and the stance taken towards it."""


class _Notice(NamedTuple):
    """An article that carries a notice, what its corrections affect, and where it stands."""

    article: Article
    affected: AbstractSet[Said]
    place: Location

    @classmethod
    def of(cls, group: Group, article: Article) -> _Notice:
        """The notice of an article."""
        return cls(article, _affected(group, article), _place(article))


class CorrectionNotPropagated(Rule[Article | Claim]):
    """A reprint carries no notice, though what it reprints was corrected or taken back.

    Readers of the copy go on being told what the original no longer says. Of a corrected article
    its copies are told where they have a live claim to the effect of one that the correction
    affects; of a retracted or withdrawn one always. Copies of copies count, and are held against
    the nearest one upstream that carries a notice. An article of ours that credits a retracted one
    without a notice is told as a warning: what it took from there is not recorded.

    What to do: tell the outlet that runs the copy, or correct it where it is ours; then record the
    notice in the copy's `corrections`, and give its claim the lifecycle `corrected`.
    """

    code = "CT504"
    name = "correction-not-propagated"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim)

    def keys(self, record: Article | Claim) -> Iterable[Key | Skip]:
        """The article; what it credits; and for a live claim the article in which it stands."""
        if isinstance(record, Article):
            yield keys.named(Article.KIND, record.id)
            yield from (keys.named(Article.KIND, name) for name in record.cites)
        elif not record.is_live:
            yield keys.NOT_LIVE
        elif record.proposition is not None:
            yield keys.named(Article.KIND, record.article)

    def links(self, record: Article | Claim) -> Iterable[tuple[Key, Key]]:
        """A copy with what it reprints."""
        if isinstance(record, Article) and record.syndicated_from is not None:
            one, other = record.id, record.syndicated_from
            yield keys.named(Article.KIND, one), keys.named(Article.KIND, other)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each copy, and each article of ours that credits what was taken back."""
        articles = {article.id: article for article in group.of(Article)}
        noticed = {name: one for name, one in articles.items() if _has_notice(one)}
        if not noticed:
            return
        claims = defaultdict[str, list[Claim]](list)
        for claim in group.of(Claim):
            claims[claim.article].append(claim)
        notices = {name: _Notice.of(group, one) for name, one in noticed.items()}
        originals = _originals(articles)
        for article in articles.values():
            original = originals.get(article.id)
            if original is not None:
                notice = notices[original.id]
                yield from self._copy(group, article, notice, claims[article.id])
            elif article.outlet in group.config.house and article.id not in noticed:
                yield from self._credits(group, article, notices)

    def _copy(
        self, group: Group, copy: Article, notice: _Notice, claims: Iterable[Claim]
    ) -> Iterator[Finding | Skip]:
        original, affected = notice.article, notice.affected
        whole = original.status in _TAKEN_BACK
        if not whole and not affected:
            yield NO_AFFECTED_CLAIMS
            return
        carries = [claim for claim in claims if (claim.proposition, claim.stance) in affected]
        if not whole and not carries:
            return
        yield self.finding(
            group,
            f"{group.name(copy.outlet)} carries no notice, though {original.id!r}, which it "
            f"reprints, is {original.status}",
            [
                *(claim.where("proposition", message="says so still") for claim in carries),
                copy.where("syndicated_from", message=f"reprints {copy.syndicated_from}"),
                notice.place,
            ],
            help="tell whoever runs the copy, then record its notice in `corrections`",
            about=f"{copy.id}|{original.id}",
        )

    def _credits(
        self, group: Group, ours: Article, notices: Mapping[str, _Notice]
    ) -> Iterator[Finding]:
        for position, name in enumerate(ours.cites):
            notice = notices.get(name)
            if notice is not None and notice.article.status in _TAKEN_BACK:
                yield self.finding(
                    group,
                    f"this article of ours credits {name!r}, which is {notice.article.status}, "
                    "and carries no notice",
                    [ours.where("cites", position, message=f"credits {name}"), notice.place],
                    help="see what it took from there, and correct it or strike the credit",
                    severity=Severity.WARNING,
                    about=f"{ours.id}|{name}",
                )


def _has_notice(article: Article) -> bool:
    return article.status is not ArticleStatus.USABLE or bool(article.corrections)


def _originals(articles: Mapping[str, Article]) -> Mapping[str, Article | None]:
    """For each copy without a notice the nearest article that it reprints and that carries one."""
    found: dict[str, Article | None] = {}
    for start in articles.values():
        path = []
        one: Article | None = start
        while one is not None and not _has_notice(one) and one.id not in found:
            found[one.id] = None  # what a ring comes back to
            path.append(one.id)
            one = articles.get(one.syndicated_from or "")
        above = one if one is None or _has_notice(one) else found[one.id]
        found.update(dict.fromkeys(path, above))
    return found


def _affected(group: Group, original: Article) -> set[Said]:
    """What the claims say that the corrections of an article affect."""
    names = (name for entry in original.corrections for name in entry.affects)
    claims = (group.find(Claim, name) for name in names)
    return {(claim.proposition, claim.stance) for claim in claims if claim is not None}


def _place(original: Article) -> Location:
    dates = [entry.date for entry in original.corrections]
    when = f", notice of {max(dates, key=lambda date: date.sort_key)}" if dates else ""
    field = "corrections" if original.status is ArticleStatus.USABLE else "status"
    return original.where(field, message=f"{original.status}{when}")
