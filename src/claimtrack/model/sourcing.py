"""The sourcing graph: where claims say that they were taken from, step by step upstream.

A step is one field that names something: an entry of `based_on`, a hop of a chain, a credit line
(`cites`), a declared reprint (`syndicated_from`), a speaker that is another outlet. A stop is what
it leads to: a claim, an article and what is said there, or an outlet of which no article is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.model.actor import Actor
from claimtrack.model.article import Article
from claimtrack.model.attribution import Hop
from claimtrack.model.claim import Claim
from claimtrack.model.credits import Credits
from claimtrack.model.references import Path
from claimtrack.model.reprints import Reprints, reprinted
from claimtrack.model.ways import Line
from claimtrack.model.words import ActorKind, Lifecycle, Sourcing, Stance

Said = tuple[str, Stance]
"""What is said, apart from who says it where: a proposition and the stance taken towards it."""

LEANING = frozenset({None, Sourcing.NAMED_VIA_OUTLET, Sourcing.HEARSAY})
"""Sourcing with which a claim may have come from what its article credits."""


class Via(StrEnum):
    """The field that says where something was taken from."""

    BASED_ON = "based_on"
    """An entry of a claim's `based_on`."""
    CHAIN = "chain"
    """A hop of its attribution's `chain`."""
    SYNDICATED = "syndicated_from"
    """Its article is a declared reprint."""
    CITES = "cites"
    """Its article has a credit line, and the claim no sourcing of its own."""
    SPEAKER = "speaker"
    """Its speaker is another outlet."""
    COPIED = "copied"
    """Most of its article's text stands in an earlier one."""
    SAYS = "says"
    """From a hop to its article, and from an article to a claim in it: they are one place."""


class Step(NamedTuple):
    """One step upstream: by which field, and where that stands in the claim or its article."""

    via: Via
    path: Path = ()
    hop: Hop | None = None


class Stop(NamedTuple):
    """Somewhere on the way upstream.

    `kind` is `claim`, `article` or `outlet`, `hop` for one hop of a claim's chain, and `missing`
    where the ledger holds nothing of that name. `said` is what is followed through an article;
    `place` is the hop's, from 0.
    """

    kind: str
    name: str
    said: Said | None = None
    place: int = -1


Edge = tuple[Step, Stop]
_REPRINTS = Step(Via.SYNDICATED, ("syndicated_from",))


class SourcingGraph:
    """The graph over some claims; what else is asked of it is looked up, by identifier.

    Drafts are no part of it. Through an article only its live claims are followed, those that say
    the same; through `based_on` also claims that are history. `copied` is derived, and stands for
    what an article does not say of itself: in which earlier one most of its text is. Where `line`
    knows the place of an article, one leaps over its line of reprints; else each is a step.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        article: Callable[[str], Article | None],
        actor: Callable[[str], Actor | None],
        copied: Mapping[str, str] = MappingProxyType({}),
        line: Callable[[str], Line | None] = lambda _: None,
    ) -> None:
        self.claims: dict[str, Claim] = {}
        self.article = article
        self._actor = actor
        self._copied = copied
        self._line = line
        self._within: dict[tuple[str, Said], list[Claim]] = {}
        self._credits_of: dict[str, Credits] = {}
        self._media: dict[str, list[tuple[int, Hop]]] = {}
        for claim in claims:
            if claim.status.lifecycle is Lifecycle.DRAFT or claim.id in self.claims:
                continue
            self.claims[claim.id] = claim
            said = said_by(claim)
            if said is not None and claim.is_live:
                self._within.setdefault((claim.article, said), []).append(claim)

    def upstream(self, stop: Stop) -> list[Edge]:
        """The steps that lead on from a stop, each with where it leads."""
        if stop.kind == "claim":
            return self._of_claim(self.claims[stop.name])
        if stop.kind == "article":
            return self._of_article(stop.name, stop.said)
        if stop.kind == "hop":
            return self._of_hop(stop)
        return []

    def leap(self, stop: Stop) -> tuple[list[Edge], int]:
        """What `upstream` leads to in the end, and over how many steps.

        From an article that does not say the same the way goes up its reprints and cannot turn off
        before one that does: all of it is one leap, whatever its length.
        """
        if stop.kind == "article" and not self._says(stop.name, stop.said):
            article = self.article(stop.name)
            if article is not None and reprinted(article) is not None:
                stretch = self._reprints.up(stop.name, stop.said)
                if stretch is not None:
                    return [(_REPRINTS, Stop("article", stretch.end, stop.said))], stretch.steps
        return self.upstream(stop), 1

    @cached_property
    def _reprints(self) -> Reprints[Said | None]:
        return Reprints(self._line, lambda said: self._saying.get(said, ()))

    @cached_property
    def _saying(self) -> dict[Said | None, set[str]]:
        """The articles that say a thing."""
        saying: defaultdict[Said | None, set[str]] = defaultdict(set)
        for name, said in self._within:
            saying[said].add(name)
        return dict(saying)

    def passes(self, stop: Stop) -> str:
        """The name of the claim, article or outlet at which a stop is."""
        if stop.kind != "hop":
            return stop.name
        hop = self.media(self.claims[stop.name])[stop.place][1]
        return hop.article or hop.actor or ""

    def media(self, claim: Claim) -> list[tuple[int, Hop]]:
        """The hops of a claim's chain that are articles or outlets, each with its place.

        The claim's own article at the end is where the chain arrives, not where it comes from.
        """
        if claim.id not in self._media:
            self._media[claim.id] = self._media_of(claim)
        return self._media[claim.id]

    def _media_of(self, claim: Claim) -> list[tuple[int, Hop]]:
        found = [
            (place, hop)
            for place, hop in enumerate(claim.hops)
            if hop.article or self.is_outlet(hop.actor)
        ]
        while found and self._is_own(claim, found[-1][1]):
            found.pop()
        return found

    def is_outlet(self, name: str | None) -> bool:
        """Whether an actor is known as an outlet."""
        return self._kind(name) is ActorKind.OUTLET

    def is_unnamed(self, name: str) -> bool:
        """Whether an actor is somebody who is not named."""
        return self._kind(name) is ActorKind.UNNAMED

    def voice(self, claim: Claim) -> str:
        """Whose words they are in the first place: the origin of the chain, else the speaker."""
        origin = claim.hops[0].actor if claim.hops else None
        return claim.speaker if origin is None or self.is_outlet(origin) else origin

    def is_own_voice(self, claim: Claim) -> bool:
        """Whether the article says so itself, or its outlet under its own name."""
        return claim.is_own_voice or claim.speaker == self.outlet(claim)

    def outlet(self, claim: Claim) -> str:
        """The outlet of a claim's article; empty where the ledger does not hold the article."""
        article = self.article(claim.article)
        return "" if article is None else article.outlet

    def _kind(self, name: str | None) -> ActorKind | None:
        actor = self._actor(name) if name else None
        return None if actor is None else actor.kind

    def _is_own(self, claim: Claim, hop: Hop) -> bool:
        if hop.article is not None:
            return hop.article == claim.article
        return hop.actor == self.outlet(claim)

    def _of_claim(self, claim: Claim) -> list[Edge]:
        said, article = said_by(claim), self.article(claim.article)
        steps = self._based_on(claim, said)
        if chain := self.media(claim):
            place, hop = chain[-1]
            step = Step(Via.CHAIN, ("attribution", "chain", place), hop)
            steps.append((step, Stop("hop", claim.id, said, len(chain) - 1)))
        if steps or article is None:
            return steps
        if reprint := self._reprint(article, said):
            return reprint
        return self._credits(claim, article, said)

    def _based_on(self, claim: Claim, said: Said | None) -> list[Edge]:
        steps = []
        for place, name in enumerate(claim.based_on):
            if name != claim.article:  # that it stands in its article is no news
                stop = self._found(name, said)
                steps.append((Step(Via.BASED_ON, ("based_on", place)), stop))
        return steps

    def _reprint(self, article: Article, said: Said | None) -> list[Edge]:
        name = reprinted(article)
        if name is not None:
            return [(_REPRINTS, self._printed(name, said))]
        original = self._copied.get(article.id)
        if original is not None and self._says(original, said):
            return [(Step(Via.COPIED), Stop("article", original, said))]
        return []

    def _credits(self, claim: Claim, article: Article, said: Said | None) -> list[Edge]:
        """Another outlet that speaks, and the credit lines of a claim without sourcing."""
        own = self.is_own_voice(claim)
        sourcing = claim.attribution.sourcing if claim.attribution is not None else None
        if article.cites and sourcing in LEANING:
            saying, speaker = self._saying.get(said, set()), None if own else claim.speaker
            cited = [
                (Step(Via.CITES, ("cites", place)), self._printed(name, said))
                for place, name in self._credited(article).of_claim(saying, speaker)
            ]
            if cited:
                return cited
        if not own and self.is_outlet(claim.speaker):
            return [(Step(Via.SPEAKER, ("speaker",)), Stop("outlet", claim.speaker, said))]
        return []

    def _credited(self, article: Article) -> Credits:
        if article.id not in self._credits_of:
            kinds = {name: self._printed(name, None).kind for name in article.cites}
            kinds |= {article.id: "", article.outlet: ""}
            self._credits_of[article.id] = Credits(article.cites, kinds.__getitem__)
        return self._credits_of[article.id]

    def _of_article(self, name: str, said: Said | None) -> list[Edge]:
        within = self._within.get((name, said), []) if said is not None else []
        if within:
            return [(Step(Via.SAYS), Stop("claim", claim.id)) for claim in within]
        article = self.article(name)
        return [] if article is None else self._reprint(article, said)

    def _says(self, name: str, said: Said | None) -> bool:
        return said is not None and (name, said) in self._within

    def _leads_on(self, name: str, said: Said | None) -> bool:
        """Whether an article says the same, or is known to have it from another."""
        if self._says(name, said):
            return True
        article = self.article(name)
        return article is not None and bool(self._reprint(article, said))

    def _of_hop(self, stop: Stop) -> list[Edge]:
        """On from a hop: by the records of its article, else by the hop before it."""
        chain = self.media(self.claims[stop.name])
        hop = chain[stop.place][1]
        if hop.article is not None and self._leads_on(hop.article, stop.said):
            return [(Step(Via.SAYS), Stop("article", hop.article, stop.said))]
        if stop.place == 0:
            return []
        place, before = chain[stop.place - 1]
        step = Step(Via.CHAIN, ("attribution", "chain", place), before)
        return [(step, stop._replace(place=stop.place - 1))]

    def _found(self, name: str, said: Said | None) -> Stop:
        return Stop("claim", name) if name in self.claims else self._printed(name, said)

    def _printed(self, name: str, said: Said | None) -> Stop:
        """What `cites` or `syndicated_from` names: an article or an outlet, and never a claim."""
        if self.article(name) is not None:
            return Stop("article", name, said)
        return Stop("outlet" if self._kind(name) is not None else "missing", name, said)


def said_by(claim: Claim) -> Said | None:
    """What a claim says; None where it is about no proposition."""
    return None if claim.proposition is None else (claim.proposition, claim.stance)
