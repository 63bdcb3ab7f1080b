"""The roots of a proposition: which of its articles are independent of each other, as far as known.

Claims whose ways upstream end at the same place have one root. What cannot be told apart from
another root for certain is unknown, and unknown never counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import (
    Actor,
    Claim,
    End,
    EndKind,
    Lineage,
    Proposition,
    Record,
    Root,
    Roots,
    Support,
    Worth,
)
from claimtrack.model.words import PropositionKind, Stance
from claimtrack.rule import AnyDeriver, Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.claims import standing
from claimtrack.rules.propositions import reached
from claimtrack.rules.sourcing.lineages import Lineages

_THEIR_OWN = frozenset(
    {
        PropositionKind.POSITION,
        PropositionKind.QUOTE,
        PropositionKind.INTENTION,
        PropositionKind.PREDICTION,
        PropositionKind.DEFINITION,
    }
)
"""Kinds of proposition of which a speaker's own word is all that there can be."""

OWN_WORD = Skip("speaker-decides")
"""Such a proposition is not corroborated by others."""

_PROVEN = frozenset({EndKind.SPEAKER, EndKind.WITNESS})
_ACTORS = _PROVEN | {EndKind.UNNAMED}
_OPEN = frozenset({EndKind.ARTICLE, EndKind.OUTLET, EndKind.UNSAID})
_RANK = {worth: place for place, worth in enumerate(Worth)}


class OfRoots(Rule[Claim | Proposition | Lineage]):
    """Base of the rules that look at all origins of one proposition together."""

    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition, Lineage)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Lineages,)

    def keys(self, record: Claim | Proposition | Lineage) -> Iterable[Key | Skip]:
        """The proposition."""
        if isinstance(record, Lineage):
            yield keys.proposition(record.proposition)
        else:
            yield keys.about(record)

    def links(self, record: Claim | Proposition | Lineage) -> Iterable[tuple[Key, Key]]:
        """Other records of the same proposition."""
        return () if isinstance(record, Lineage) else keys.same_proposition(record)


def is_their_own(group: Group) -> bool:
    """Whether the proposition of a group is one that a speaker's own word settles."""
    return any(one.kind in _THEIR_OWN for one in group.of(Proposition))


def roots_of(group: Group) -> Roots:
    """The roots of a group's proposition: of the standing claims that affirm it."""
    lineages = {one.claim: one for one in group.of(Lineage)}
    found = [
        (claim, lineages[claim.id])
        for claim in standing(group)
        if claim.stance is Stance.AFFIRMS and claim.id in lineages
    ]
    traced = _traced(group, found)
    bodies = _bodies(group, traced)
    behind: defaultdict[End, dict[End, None]] = defaultdict(dict)
    for end in traced:
        body = bodies[end.name][0] if end.kind in _ACTORS else end.name
        kind = EndKind.SPEAKER if end.kind in _ACTORS else end.kind
        behind[End(kind, body)][end] = None
    parties = {name for one in group.of(Proposition) for name in one.parties}
    roots = []
    for key, ends in behind.items():
        names = bodies[key.name] if key.kind is EndKind.SPEAKER else ()
        supports = {claim.id: (place, claim) for end in ends for place, claim in traced[end]}
        roots.append(
            Root(
                end=min(ends, key=_in_order),
                actors=tuple(dict.fromkeys(end.name for end in ends)) if names else (),
                worth=_worth(group, ends, is_party=not parties.isdisjoint(names)),
                is_party=not parties.isdisjoint(names),
                supports=tuple(
                    Support(
                        claim=claim.id,
                        article=claim.article,
                        outlet=group.outlet(claim),
                        ties=lineages[claim.id].ties,
                    )
                    for _, claim in sorted(supports.values(), key=lambda one: one[0])
                ),
            )
        )
    roots.sort(key=lambda root: (_RANK[root.worth], _in_order(root.end)))
    return Roots(
        proposition=group.key.parts[0],
        articles=tuple(dict.fromkeys(claim.article for claim, _ in found)),
        roots=tuple(roots),
        needed=group.config.supported_roots,
    )


Traced = dict[End, list[tuple[int, Claim]]]
"""The claims that come from each end, with their places among all."""


def _traced(group: Group, found: Sequence[tuple[Claim, Lineage]]) -> Traced:
    """The claims behind each end, once what is in the group itself takes the place of a dead end.

    An article or outlet that is credited, and of which a claim to the same effect is here whose
    origin is known, is no end: that origin is. Nor is what an article says without a source beside
    such a claim of its own.
    """
    firm: dict[str, End] = {}
    for claim, lineage in found:
        known = [end for end in lineage.ends if end.kind in _ACTORS]
        for name in (claim.article, group.outlet(claim)) if known else ():
            firm.setdefault(name, known[0])
    traced: Traced = {}
    for place, (claim, lineage) in enumerate(found):
        for end in lineage.ends:
            stands_for = claim.article if end.kind is EndKind.UNSAID else end.name
            is_open = end.kind in _OPEN and stands_for in firm
            traced.setdefault(firm[stands_for] if is_open else end, []).append((place, claim))
    return traced


def _bodies(group: Group, ends: Iterable[End]) -> dict[str, tuple[str, ...]]:
    """For each actor among some ends all who are one voice with it, the least of the ends first.

    An actor is one voice with those for whom it speaks, and so with others who speak for them.
    """
    names = sorted(end.name for end in ends if end.kind in _ACTORS)
    edges: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        actor = group.find(Actor, name)
        for body in actor.speaks_for if actor is not None else ():
            edges[name][body] = edges[body][name] = None
    bodies: dict[str, tuple[str, ...]] = {}
    for name in names:
        if name not in bodies:
            one = (name, *reached(edges, name))
            bodies.update(dict.fromkeys(one, one))
    return bodies


def _worth(group: Group, ends: Iterable[End], *, is_party: bool) -> Worth:
    counted = _PROVEN | ({EndKind.UNNAMED} if group.config.unnamed_count else set())
    if not any(end.kind in counted for end in ends):
        return Worth.UNKNOWN
    return Worth.PARTY if is_party and not group.config.parties_count else Worth.PROVEN


def _in_order(end: End) -> tuple[int, str]:
    return list(EndKind).index(end.kind), end.name
