"""The disagreement matrix: what each outlet prints of a proposition, held against the first.

The first is the claim of the article that was published first, whenever its words were said. A cell
says *first*, *same*, *differs*, *declined* or *silent*; it does not say who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claimtrack.model import Article, Claim
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
    """What each outlet prints of a proposition, in the order in which they first printed it.

    Those of `outlets` that print nothing are silent.
    """
    printed = {outlet: (found, likeness) for outlet, found, likeness in _held(claims, about)}
    cells = (
        Cell(claims.names.ref("actor", outlet), likeness, claims.views(found))
        for outlet, (found, likeness) in printed.items()
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
    return [likeness for _, _, likeness in _held(claims, about)]


def _held(claims: Claims, about: Iterable[Claim]) -> Iterator[tuple[str, list[Claim], Likeness]]:
    """Each outlet with its live claims, and how they compare with the first that was printed."""
    printed = _in_print_order(claims, about)
    first = next((claim for _, claim in printed if answers(claim)), None)
    by_outlet: defaultdict[str, list[Claim]] = defaultdict(list)
    for article, claim in printed:
        by_outlet[article.outlet].append(claim)
    for outlet, found in by_outlet.items():
        yield outlet, found, _likeness(found, first)


def _in_print_order(claims: Claims, about: Iterable[Claim]) -> list[tuple[Article, Claim]]:
    """The live claims by when they were printed; those of one moment by article and identifier."""
    articles = claims.names.ledger.articles
    printed = [
        (articles[claim.article], claim)
        for claim in about
        if claim.is_live and claim.article in articles
    ]
    return sorted(printed, key=lambda one: (one[0].published.sort_key, one[0].id, one[1].id))


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
