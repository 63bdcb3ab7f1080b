"""The disagreement matrix: what each outlet prints of a proposition, held against the first.

A cell says *first*, *same*, *differs*, *declined* or *silent*; it does not say who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Cell, Likeness, Row
from claimtrack.reports.marks import FindingRef, Ref
from claimtrack.text.quantity import can_equal, comparable, parse_quantity
from claimtrack.text.searchable import searchable

NO_ANSWER = frozenset(
    {
        Stance.DECLINES_TO_COMMENT,
        Stance.NO_RESPONSE,
        Stance.NEITHER_CONFIRMS_NOR_DENIES,
        Stance.REFERS_ELSEWHERE,
    }
)
"""Stances of somebody who was asked and did not answer."""


MOST_SILENT = 30
"""Silent outlets that one page names."""


def row_of(
    claims: Claims,
    proposition: Ref,
    about: Iterable[Claim],
    findings: Sequence[FindingRef] = (),
    outlets: Iterable[str] = (),
) -> Row:
    """What each outlet prints of a proposition, in the order in which they first did.

    Those of `outlets` that print nothing are silent.
    """
    printed = _printed(claims, about)
    first = _first(claims, printed)
    cells = (
        Cell(claims.names.ref("actor", outlet), _likeness(found, first), claims.views(found))
        for outlet, found in printed.items()
    )
    silent = islice((outlet for outlet in outlets if outlet not in printed), MOST_SILENT)
    return Row(
        proposition=proposition,
        cells=tuple(cells),
        findings=tuple(findings),
        silent=tuple(claims.names.ref("actor", outlet) for outlet in silent),
    )


def compared(claims: Claims, about: Iterable[Claim]) -> list[Likeness]:
    """The likeness of each cell of a row, without the row."""
    printed = _printed(claims, about)
    first = _first(claims, printed)
    return [_likeness(found, first) for found in printed.values()]


def _printed(claims: Claims, about: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The live claims by outlet."""
    printed: dict[str, list[Claim]] = {}
    for claim in about:
        article = claims.names.ledger.articles.get(claim.article)
        if article is not None and claim.is_live:
            printed.setdefault(article.outlet, []).append(claim)
    return printed


def _first(claims: Claims, printed: Mapping[str, Sequence[Claim]]) -> Claim | None:
    taken = (claim for found in printed.values() for claim in found if answers(claim))
    return min(taken, key=claims.names.age, default=None)


def answers(claim: Claim) -> bool:
    """Whether a claim gives an answer, rather than say that there was none."""
    return claim.stance not in NO_ANSWER


def _likeness(found: Sequence[Claim], first: Claim | None) -> Likeness:
    answers_given = [claim for claim in found if answers(claim)]
    if first is None or not answers_given:
        return "declined"
    if not all(_says_the_same(claim, first) for claim in answers_given):
        return "differs"
    return "first" if first in answers_given else "same"


def _says_the_same(claim: Claim, first: Claim) -> bool:
    if claim.stance is not first.stance:
        return False
    if claim.value is None or first.value is None or claim.value == first.value:
        return True
    try:
        one, other = parse_quantity(claim.value), parse_quantity(first.value)
    except ValueError:
        return searchable(claim.value) == searchable(first.value)
    return comparable(one, other) and can_equal(one, other)
