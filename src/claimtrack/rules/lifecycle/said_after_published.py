"""CT501: words that were printed, or judged, before they were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Occasion, Proposition, Record, Verdict
from claimtrack.model.words import ArticleKind, VerdictLifecycle
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.claims import earliest
from claimtrack.text.dates import Date

NO_CAPTURE = Skip("live-page-without-captures")


class SaidAfterPublished(Rule[Claim | Proposition]):
    """An article prints words that were uttered only after it came out, or they were judged before.

    One of the dates is wrong, most often by a slip of one digit. Both `said` and the occasion's
    date are compared, and only a certain order is told: a day without a zone leaves room for every
    zone on Earth, `2031-05-07?` for its neighbours. An article with several captures may hold what
    came before the last of them; of a live page without captures it is not known when it closed.

    A person cannot have approved a claim (`review`) before its words were said. A verdict that is
    older than every claim on its proposition may have judged the same rumour on an earlier round,
    which the ledger does not hold: that is a warning, unless the verdict names one of these claims
    as its evidence.

    What to do: correct the date. Where a speech was handed out before it was held, `said` is the
    day on which it was handed out.
    """

    code = "CT501"
    name = "said-after-published"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)
    unread = keys.WORDING

    def keys(self, record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The claim itself; the proposition, where claims meet verdicts."""
        if isinstance(record, Proposition):
            if record.verdicts:
                yield keys.proposition(record.id)
            return
        yield keys.alone(record)
        if record.is_live and record.proposition is not None:
            yield keys.proposition(record.proposition)

    def links(self, record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """Other records of the same proposition."""
        return keys.same_proposition(record)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each claim, for each review, and for verdicts that came too early."""
        if group.key.space == Claim.KIND:
            for claim in group.of(Claim):
                yield from self._check_claim(group, claim)
        else:
            yield from self._check_verdicts(group)

    def _check_claim(self, group: Group, claim: Claim) -> Iterator[Finding | Skip]:
        dates = _dates(group, claim)
        article = group.article(claim)
        if article is not None and dates:
            if article.kind is ArticleKind.LIVE and not article.versions:
                yield NO_CAPTURE
            else:
                yield from self._check_printed(group, article, dates)
        review = claim.review
        late = [place for date, place in dates if review is not None and review.at.before(date)]
        if review is not None and late:
            approved = claim.where("review", "at", message=f"approved {review.at}")
            yield self.finding(
                group,
                "this claim was approved before its words were said",
                [approved, *late],
                help="correct one of the dates",
                about=f"{group.key}|review",
            )

    def _check_printed(
        self, group: Group, article: Article, dates: list[tuple[Date, Location]]
    ) -> Iterator[Finding]:
        printed = [(article.published, article.where("published", message="published"))]
        printed += [
            (version.retrieved, article.where("versions", place, "retrieved", message="captured"))
            for place, version in enumerate(article.versions)
        ]
        late = [place for date, place in dates if all(known.before(date) for known, _ in printed)]
        if late:
            last, place = max(printed, key=lambda entry: entry[0].sort_key)
            told = place._replace(message=f"{place.message} {last}")
            yield self.finding(
                group,
                f"{late[0].message}, but {told.message}",
                [*late, told],
                help="correct one of the dates",
            )

    def _check_verdicts(self, group: Group) -> Iterator[Finding]:
        dates = [(claim, _dates(group, claim)) for claim in group.of(Claim)]
        if not dates or not all(known for _, known in dates):
            return
        first = earliest(date for _, known in dates for date, _ in known)
        early = sorted(
            (
                (verdict, record.where("verdicts", place, "date", message=_judged(group, verdict)))
                for record in group.of(Proposition)
                for place, verdict in enumerate(record.verdicts)
                if verdict.lifecycle is VerdictLifecycle.ACTIVE
                and all(verdict.date.before(date) for date in first)
            ),
            key=lambda entry: entry[0].date.sort_key,
        )
        if early:
            evidence = {name for verdict, _ in early for name in verdict.evidence}
            rests = not evidence.isdisjoint(claim.id for claim, _ in dates)
            yield self.finding(
                group,
                "this was judged before any claim on it was said",
                [
                    *newest_first(place for _, place in early),
                    *newest_first(known[0][1] for _, known in dates),
                ],
                help="correct one of the dates, or record the claim that was judged",
                severity=Severity.ERROR if rests else Severity.WARNING,
            )


def _judged(group: Group, verdict: Verdict) -> str:
    return f"{verdict.veracity} by {group.name(verdict.reviewer)}, {verdict.date}"


def _dates(group: Group, claim: Claim) -> list[tuple[Date, Location]]:
    """When a claim's words were uttered, by itself and by its occasion, and where that stands."""
    dates = []
    if claim.said is not None:
        dates.append((claim.said, claim.where("said", message=f"said {claim.said}")))
    occasion = group.find(Occasion, claim.occasion)
    if occasion is not None:
        place = claim.where("occasion", message=f"said at {occasion.id}, {occasion.date}")
        dates.append((occasion.date, place))
    return dates
