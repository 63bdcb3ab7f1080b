"""The same words in two versions: what one speaker is printed to have said, here and there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from claimtrack.model import Claim
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Difference, Part
from claimtrack.reports.runs import run_of
from claimtrack.text.worddiff import Change, Stretch, word_diff

_ALIKE = 0.5
"""Share of words that two quotes have in common where they are versions of one utterance."""


def parts_of(old: str, new: str, language: str = "") -> tuple[Part, ...]:
    """The difference between two texts of a language, stretch by stretch."""
    return tuple(_parts(word_diff(old, new), language))


def differences(claims: Claims, about: Iterable[Claim]) -> tuple[Difference, ...]:
    """Quotes of one speaker in one language that are versions of each other, and not the same.

    Each claim is held against the one before it, so the work is linear in the claims.
    """
    versions: defaultdict[tuple[str, str], list[tuple[Claim, str]]] = defaultdict(list)
    for claim in about:
        article = claims.names.ledger.articles.get(claim.article)
        for quote in claim.quotes[:1]:
            language = quote.language or (article.language if article is not None else "")
            versions[claim.speaker, language].append((claim, quote.exact))
    return tuple(
        found
        for (_, language), said in versions.items()
        for (old, first), (new, second) in pairwise(said)
        if first != second
        if (found := _difference(claims, old, first, new, second, language)) is not None
    )


def _difference(
    claims: Claims, old: Claim, first: str, new: Claim, second: str, language: str
) -> Difference | None:
    stretches = word_diff(first, second)
    same = sum(len(one.first.split()) for one in stretches if one.change is Change.SAME)
    changed = any(one.change is not Change.SAME for one in stretches)
    if not changed or same < _ALIKE * max(len(first.split()), len(second.split())):
        return None
    return Difference(claims.ref(old), claims.ref(new), tuple(_parts(stretches, language)))


def _parts(stretches: Iterable[Stretch], language: str) -> Iterator[Part]:
    for stretch in stretches:
        if stretch.change is Change.SAME:
            yield Part("same", run_of(stretch.second, language))
            continue
        if stretch.first:
            yield Part("old", run_of(stretch.first, language))
        if stretch.second:
            yield Part("new", run_of(stretch.second, language))
