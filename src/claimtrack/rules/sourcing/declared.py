"""Roots of which nothing is recorded but that an editor has told apart from all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from claimtrack.model import Claim, EndKind, Root, Worth
from claimtrack.rule import Group
from claimtrack.rules.distinctions import judgements_on

MOST = 50
"""Roots of one proposition beyond which nobody tells each from all others."""

_OPEN = frozenset({EndKind.ARTICLE, EndKind.OUTLET, EndKind.UNSAID})
"""Ends beyond which something may be that is not recorded: what is judged is whether it is one."""


def declared_distinct(group: Group, roots: Sequence[Root]) -> list[Root]:
    """The roots, those proven that a judgement `different` tells apart from each of the others.

    Two claims of one outlet may well be two statements, and one origin: what counts is a judgement
    on claims of two outlets. Whoever is not named stays unknown, since the policy is on the person.
    """
    if not 1 < len(roots) <= MOST:
        return [*roots]
    judged = _Judged(group, roots)
    return [
        evolve(root, worth=Worth.PROVEN)
        if root.worth is Worth.UNKNOWN
        and root.end.kind in _OPEN
        and judged.apart_from(place) == {*range(len(roots))} - {place}
        else root
        for place, root in enumerate(roots)
    ]


class _Judged:
    """What judgements say of roots, which are known by their places."""

    def __init__(self, group: Group, roots: Sequence[Root]) -> None:
        claims = {claim.id: claim for claim in group.of(Claim)}
        self.on: list[set[tuple[str, str]]] = []
        """The judgements on the claims of each root, each with the outlet of the claim."""
        self.of: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
        """The roots on which each judgement is, with the outlets of the claims."""
        for place, root in enumerate(roots):
            self.on.append(set())
            for support in root.supports:
                for word in judgements_on(group, claims[support.claim]):
                    self.on[place].add((word, support.outlet))
                    self.of[word].setdefault(place, set()).add(support.outlet)

    def apart_from(self, place: int) -> set[int]:
        """The roots from which one is told apart."""
        return {
            other
            for word, outlet in self.on[place]
            for other, outlets in self.of[word].items()
            if other != place and (len(outlets) > 1 or outlet not in outlets)
        }
