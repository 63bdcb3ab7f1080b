"""What rests on a record: what a correction of it reaches, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.impact import Reached
from claimtrack.model import Article, Claim
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Resting
from claimtrack.reports.marks import Ref


def resting(claims: Claims, reached: Iterable[Reached]) -> tuple[Resting, ...]:
    """What is reached and shown by a page, nearest first."""
    return tuple(
        Resting(
            ref=_ref(claims, one),
            relation=one.relation.replace(" ", "-"),
            distance=one.distance,
            article=_article(claims, one.article),
            is_ours=one.is_ours,
            stands=one.stands,
            puts_right=one.puts_right,
        )
        for one in reached
    )


def _ref(claims: Claims, one: Reached) -> Ref:
    record = one.record
    if not isinstance(record, Claim):
        return claims.names.ref(record.KIND, record.id)
    speaker = claims.names.speaker(record)
    return Ref("claim", speaker.label, claims.ref(record).anchor)


def _article(claims: Claims, article: Article | None) -> Ref | None:
    return None if article is None else claims.names.ref("article", article.id)
