"""What was uttered once and told by several: retellings of the same words, by date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.rule import Group
from claimtrack.rules.attribution.ladder import Told, grounds
from claimtrack.rules.propositions import one_names
from claimtrack.rules.stances import value_of
from claimtrack.text.dates import Date


class Retelling(NamedTuple):
    """A claim as it is told, and the claim on the same words from which it was taken, if any."""

    told: Told
    parent: str | None


def utterances(group: Group, everyone: Sequence[Told]) -> Iterator[list[Retelling]]:
    """The claims that tell the same words of one speaker, two or more of them, oldest first.

    They take one position on one question (see `rules.stances`) and share the occasion; a claim
    without one shares that of the claim from which it was taken, over any number of steps.
    """
    asked = _questions(group, everyone)
    retold = _retold(everyone, asked)
    spoken = {one.told.claim.id: one.told.claim for one in retold}
    roots = _roots(
        {
            one.told.claim.id: one.parent
            for one in retold
            if one.parent is not None and one.told.claim.occasion is None
        }
    )
    found: defaultdict[Hashable, list[Retelling]] = defaultdict(list)
    for one in retold:
        root = roots.get(one.told.claim.id, one.told.claim.id)
        found[asked[root], spoken[root].occasion or (root,)].append(one)
    return (together for together in found.values() if len(together) > 1)


def parted(retellings: Sequence[Retelling]) -> tuple[list[Told], list[Told]]:
    """The first reports and the later ones, each oldest first.

    A report is later if another was certainly printed before it, or if it was taken from one.
    """
    known = {one.told.claim.id for one in retellings}
    opener = min((one.told.published for one in retellings), key=lambda date: date.sort_key[1])
    first: list[Told] = []
    later: list[Told] = []
    for one in retellings:
        is_later = one.parent in known or _is_before(opener, one.told.published)
        (later if is_later else first).append(one.told)
    return first, later


def _is_before(one: Date, other: Date) -> bool:
    """Whether one article was printed before another.

    A day without a zone is that of the outlet's own calendar, as its readers take it: against a
    moment of another outlet, days are compared.
    """
    if (one.zone is None) != (other.zone is None):
        one, other = one.day(), other.day()
    return one.before(other)


def _questions(group: Group, everyone: Sequence[Told]) -> dict[str, Hashable]:
    names = one_names(group)
    return {
        claim.id: (
            claim.speaker,
            claim.stance,
            names.get(claim.proposition or "", claim.proposition),
            value_of(group, claim),
        )
        for claim in (one.claim for one in everyone)
        if not claim.is_own_voice
    }


def _retold(everyone: Sequence[Told], asked: Mapping[str, Hashable]) -> list[Retelling]:
    """Each claim of a speaker with its parent: one that it names, or the one of an article."""
    printed: defaultdict[Hashable, list[str]] = defaultdict(list)
    spoken = [one for one in everyone if one.claim.id in asked]
    for one in spoken:
        printed[one.claim.article, asked[one.claim.id]].append(one.claim.id)
    found = []
    for one in spoken:
        question = asked[one.claim.id]
        named = [name for name in grounds(one.claim) if asked.get(name) == question]
        only = (
            printed[name, question]
            for name in grounds(one.claim)
            if len(printed.get((name, question), ())) == 1
        )
        parents = [name for name in (*named, *(names[0] for names in only)) if name != one.claim.id]
        found.append(Retelling(one, next(iter(parents), None)))
    return found


def _roots(parents: Mapping[str, str]) -> dict[str, str]:
    """The end of each path of parents; in a circle, the member that is reached first."""
    roots: dict[str, str] = {}
    for start in parents:
        path: dict[str, None] = {}
        name = start
        while name in parents and name not in roots and name not in path:
            path[name] = None
            name = parents[name]
        roots.update(dict.fromkeys(path, roots.get(name, name)))
    return roots
