"""Roots of which nothing is recorded but that an editor has told apart from all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
        self.group = group
        self.roots = roots
        self.claims = {claim.id: claim for claim in group.of(Claim)}
        self.behind: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, root in enumerate(roots):
            for support in root.supports:
                self.behind[support.claim].append((place, support.outlet))
        self._reach: dict[frozenset[str], Mapping[int, set[str]]] = {}

    def apart_from(self, place: int) -> set[int]:
        """The roots from which one is told apart."""
        found = set[int]()
        for support in self.roots[place].supports:
            for names in judgements_on(self.group, self.claims[support.claim]):
                for other, outlets in self._reached(names).items():
                    if other != place and (len(outlets) > 1 or support.outlet not in outlets):
                        found.add(other)
        return found

    def _reached(self, names: frozenset[str]) -> Mapping[int, set[str]]:
        """The roots of the claims that a judgement names, each with the outlets of these claims."""
        if names not in self._reach:
            reach: defaultdict[int, set[str]] = defaultdict(set)
            for name in names:
                for place, outlet in self.behind.get(name, ()):
                    reach[place].add(outlet)
            self._reach[names] = reach
        return self._reach[names]
