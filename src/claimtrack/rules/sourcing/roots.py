"""The roots of a proposition: which of its articles are independent of each other, as far as known.

Claims whose ways upstream end at the same place have one root. What cannot be told apart from
another root for certain, and what no editor has told apart, is unknown; unknown never counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from claimtrack.rules.distinctions import Distinctions
from claimtrack.rules.propositions import reached
from claimtrack.rules.sourcing.declared import declared_distinct
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
_KINDS = {kind: place for place, kind in enumerate(EndKind)}
_RANK = {worth: place for place, worth in enumerate(Worth)}


class OfRoots(Rule[Claim | Proposition | Lineage]):
    """Base of the rules that look at all origins of one proposition together."""

    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition, Lineage)
    unread = keys.WORDING
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Lineages, Distinctions)

    @staticmethod
    def keys(record: Claim | Proposition | Lineage) -> Iterable[Key | Skip]:
        """The proposition."""
        if isinstance(record, Lineage):
            yield keys.proposition(record.proposition)
        else:
            yield keys.about(record)

    @staticmethod
    def links(record: Claim | Proposition | Lineage) -> Iterable[tuple[Key, Key]]:
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
    parties = {name for one in group.of(Proposition) for name in one.parties}
    roots = []
    for ends, names in _merged(group, traced):
        claims = {place: found[place] for end in ends for place in traced[end]}
        roots.append(_root(group, ends, claims, is_party=not parties.isdisjoint(names)))
    roots = declared_distinct(group, roots)
    return Roots(
        proposition=group.key.parts[0],
        articles=tuple(dict.fromkeys(claim.article for claim, _ in found)),
        roots=tuple(sorted(roots, key=lambda root: (_RANK[root.worth], _in_order(root.end)))),
        needed=group.config.supported_roots,
    )


def _root(
    group: Group,
    ends: Sequence[End],
    claims: Mapping[int, tuple[Claim, Lineage]],
    *,
    is_party: bool,
) -> Root:
    """The root that some ends are, with all that comes from it."""
    return Root(
        end=ends[0],
        actors=tuple(dict.fromkeys(end.name for end in ends if end.kind in _ACTORS)),
        worth=_worth(group, ends, is_party=is_party),
        is_party=is_party,
        supports=tuple(
            Support(
                claim=claim.id,
                article=claim.article,
                outlet=group.outlet(claim),
                ties=lineage.ties,
            )
            for _, (claim, lineage) in sorted(claims.items(), key=lambda one: one[0])
        ),
    )


Traced = dict[End, list[int]]
"""The claims that come from each end, by their places among all that affirm."""


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
            traced.setdefault(firm[stands_for] if is_open else end, []).append(place)
    return traced


def _merged(group: Group, ends: Iterable[End]) -> Iterator[tuple[list[End], tuple[str, ...]]]:
    """The ends that are one root, those first that count, and who is one voice with them.

    An actor is one voice with those for whom it speaks, and so with others who speak for them.
    """
    actors: defaultdict[str, list[End]] = defaultdict(list)
    edges: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for end in sorted(ends, key=_in_order):
        if end.kind not in _ACTORS:
            yield [end], ()
            continue
        actors[end.name].append(end)
        actor = group.find(Actor, end.name)
        for body in actor.speaks_for if actor is not None else ():
            edges[end.name][body] = edges[body][end.name] = None
    for first in list(actors):
        if first not in actors:
            continue  # one voice with an earlier one
        names = (first, *reached(edges, first))
        one = [end for name in names for end in actors.pop(name, [])]
        yield sorted(one, key=_in_order), names


def _worth(group: Group, ends: Iterable[End], *, is_party: bool) -> Worth:
    counted = _PROVEN | ({EndKind.UNNAMED} if group.config.unnamed_count else set())
    if not any(end.kind in counted for end in ends):
        return Worth.UNKNOWN
    return Worth.PARTY if is_party and not group.config.parties_count else Worth.PROVEN


def _in_order(end: End) -> tuple[int, str]:
    return _KINDS[end.kind], end.name
