"""CT206: an article states as a fact what all that it rests on attributes to somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model.ladder import Step
from claimtrack.model.words import PropositionKind, Sourcing, Stance
from claimtrack.rule import Group, newest_first
from claimtrack.rules.attribution.ladder import Told, grounds, has_support, supported_from, told
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, listed, outlet_name, speaker_name

UNKNOWN_LINEAGE = Skip("unknown-lineage")
"""A claim in an article's own voice that does not say on what it rests."""

_BY_NATURE_SAID = frozenset(
    {PropositionKind.POSITION, PropositionKind.INTENTION, PropositionKind.QUOTE}
)


class OwnVoiceUpgrade(ByProposition):
    """An article states a proposition as a fact; every claim upstream attributes it to somebody.

    Upstream is what the claim names in `based_on` and in its chain, and what that rests on in turn.
    If all of it says that somebody says so, nobody has checked, and the reader is told that it is
    so. A claim that does not say on what it rests is skipped and counted: it may be the reporter's
    own finding.

    It is no upgrade if the claim is `witnessed` or rests on a `document`, or something upstream
    does; if something upstream is not about this proposition, since what it adds is not known here;
    if an article upstream states it in its own voice and names no ground; or if a verdict of
    `supported` was published by then. A claim that is `possible` or `probable`, or that says
    "reportedly", does not state a fact. What somebody wants, means to do, or said (`position`,
    `intention`, `quote`) is known from their words alone.

    What to do: attribute it as upstream does, or record what the article knows: a document, a
    witness, a verdict.
    """

    code = "CT206"
    name = "own-voice-upgrade"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each claim in an article's own voice that has no ground of its own."""
        upstream = _Upstream.of([one for one in told(group) if _is_told(group, one)])
        solid = _downstream(upstream, _solid(upstream))
        unchecked = _downstream(upstream, _attributed(upstream)) - solid
        supported = supported_from(group)
        for one in upstream.told:
            if not _is_stated(one) or one.rung.is_first_hand:
                continue
            if not upstream.grounds[one.claim.id]:
                yield UNKNOWN_LINEAGE
            elif one.claim.id in unchecked and not has_support(supported, one.published):
                yield self._upgrade(group, one, upstream)

    def _upgrade(self, group: Group, one: Told, upstream: _Upstream) -> Finding:
        above = list(upstream.direct(one))
        voices = [speaker_name(group, up.claim) for up in above if not up.claim.is_own_voice]
        to = f" to {listed(voices)}" if voices else ""
        return self.finding(
            group,
            f"{outlet_name(group, one.claim)} states {one.claim.proposition} as a fact; "
            f"everything upstream attributes it{to}",
            newest_first(up.place(group) for up in (*above[::-1], one)),
            help="attribute it, or record what else it rests on: a document, a witness, a verdict",
            about=about("own voice", [one.claim]),
        )


def _is_told(group: Group, one: Told) -> bool:
    """Whether a claim affirms what can be known in another way than from somebody's words."""
    proposition = group.proposition(one.claim)
    kind = None if proposition is None else proposition.kind
    return one.claim.stance is Stance.AFFIRMS and kind not in _BY_NATURE_SAID


def _is_stated(one: Told) -> bool:
    return one.rung.step is Step.STATED


class _Upstream(NamedTuple):
    """The claims of a group, and on what each rests: names of claims and articles."""

    told: Sequence[Told]
    claims: Mapping[str, Told]
    articles: Mapping[str, Sequence[Told]]
    known: AbstractSet[str]
    """The names of both."""
    grounds: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, everyone: Sequence[Told]) -> _Upstream:
        """The upstream of some claims."""
        articles: defaultdict[str, list[Told]] = defaultdict(list)
        for one in everyone:
            articles[one.claim.article].append(one)
        claims = {one.claim.id: one for one in everyone}
        rests = {name: list(dict.fromkeys(grounds(one.claim))) for name, one in claims.items()}
        return cls(everyone, claims, articles, claims.keys() | articles.keys(), rests)

    def direct(self, one: Told) -> Iterator[Told]:
        """The claims that one names, and the first of each article that it names."""
        for name in self.grounds[one.claim.id]:
            if name in self.claims:
                yield self.claims[name]
            elif name in self.articles:
                yield self.articles[name][0]


def _solid(upstream: _Upstream) -> Iterator[str]:
    """What is a ground by itself, or may be: as far as this group knows."""
    for name, one in upstream.claims.items():
        grounded = upstream.grounds[name]
        if one.claim.is_own_voice:
            outside = any(up not in upstream.known for up in grounded)
            if one.rung.is_first_hand or (_is_stated(one) and not grounded) or outside:
                yield name
        elif one.rung.sourcing is Sourcing.DOCUMENT:
            yield name


def _attributed(upstream: _Upstream) -> Iterator[str]:
    return (name for name, one in upstream.claims.items() if not one.claim.is_own_voice)


def _downstream(upstream: _Upstream, start: Iterable[str]) -> set[str]:
    """The claims among some, and those in an article's own voice that rest on them."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in upstream.claims.items():
        if one.claim.is_own_voice:
            for up in upstream.grounds[name]:
                below[up].append(name)
    found = dict.fromkeys(start)
    waiting = list(found)
    for name in waiting:  # grows as it is walked
        article = upstream.claims[name].claim.article
        for following in (*below.pop(name, ()), *below.pop(article, ())):
            if following not in found:
                found[following] = None
                waiting.append(following)
    return set(found)
