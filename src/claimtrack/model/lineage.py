"""What is derived about where claims come from: lineages, copies, and the roots of a proposition.

No claim file holds these. A lineage is the result of following the sourcing graph upstream from one
claim to its ends; roots are what is left of all lineages of a proposition once those that share an
end count once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NamedTuple

from attrs import frozen

from claimtrack.model.record import Record
from claimtrack.model.sourcing import Via
from claimtrack.model.words import Stance


class EndKind(StrEnum):
    """What stands at the upper end of a lineage, those first that can be told apart for certain."""

    SPEAKER = "speaker"
    """Somebody who is named, in their own words."""
    WITNESS = "witness"
    """The reporters of an outlet, who were there."""
    UNNAMED = "unnamed"
    """Somebody whom articles do not name: two of them may be one."""
    OUTLET = "outlet"
    """An outlet that is credited; where it has it from is not recorded."""
    ARTICLE = "article"
    """An article that is credited; where it has it from is not recorded."""
    LOOP = "loop"
    """Nothing: the way leads back to where it began. Named for the least claim on it."""
    UNSAID = "unsaid"
    """Nothing is said of where a claim has it from. Named for the claim."""


class End(NamedTuple):
    """One end of a lineage, where words entered the public as far as the ledger knows."""

    kind: EndKind
    name: str
    """The actor, article or claim."""


class Tie(NamedTuple):
    """The next step upstream from a claim: by which field, and the name that stands there."""

    via: Via
    name: str


@frozen(kw_only=True, weakref_slot=False)
class Lineage(Record):
    """Where one live claim on a proposition comes from in the end."""

    KIND: ClassVar[str] = "lineage"

    claim: str
    """The claim."""
    article: str
    """The article in which it stands."""
    proposition: str
    """The proposition that it is about."""
    stance: Stance
    """The stance that it takes."""
    ends: tuple[End, ...]
    """Every end of the way upstream, in order; never empty."""
    ties: tuple[Tie, ...] = ()
    """Its own next steps; none where it is an origin itself."""

    @property
    def id(self) -> str:
        """The claim's."""
        return self.claim


@frozen(kw_only=True, weakref_slot=False)
class Shared(Record):
    """One passage of an article's captured text that stands in earlier articles too."""

    KIND: ClassVar[str] = "shared-passage"

    passage: str
    """Its fingerprint."""
    article: str
    """The later article."""
    earlier: tuple[str, ...]
    """The earlier ones, oldest first; where very many have it, the oldest alone."""

    @property
    def id(self) -> str:
        """Passage and article."""
        return f"{self.passage}/{self.article}"


@frozen(kw_only=True, weakref_slot=False)
class Copy(Record):
    """Most of an article's captured text stands in an earlier article."""

    KIND: ClassVar[str] = "copy"

    article: str
    """The later article."""
    original: str
    """The earliest article that has most of its text."""
    share: float
    """How much of the later text stands in the earlier one, from 0 to 1."""

    @property
    def id(self) -> str:
        """The later article."""
        return self.article


class Worth(StrEnum):
    """Whether a root counts."""

    PROVEN = "proven"
    """It is told apart from every other."""
    PARTY = "party"
    """It is, but the policy does not count the word of a party."""
    UNKNOWN = "unknown"
    """It may be one with another: that never counts."""


@frozen(kw_only=True)
class Support:
    """One claim behind a root."""

    claim: str
    article: str
    outlet: str
    ties: tuple[Tie, ...]


@frozen(kw_only=True)
class Root:
    """One origin of a proposition, and what comes from it."""

    end: End
    actors: tuple[str, ...]
    """The actors that are this origin: a body and those who speak for it."""
    worth: Worth
    is_party: bool
    """Whether it has an interest in the proposition."""
    supports: tuple[Support, ...]
    """The claims that come from it, oldest first."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that have it from there, each once."""
        return tuple(dict.fromkeys(support.article for support in self.supports))


@frozen(kw_only=True)
class Roots:
    """How many articles affirm a proposition, and from how many independent origins."""

    proposition: str
    articles: tuple[str, ...]
    """Those in which a standing claim affirms it, oldest first."""
    roots: tuple[Root, ...]
    """Proven ones first."""
    needed: int
    """How many proven roots the policy asks of a verdict of `supported`."""

    @property
    def proven(self) -> int:
        """How many roots count."""
        return sum(root.worth is Worth.PROVEN for root in self.roots)

    @property
    def unknown(self) -> int:
        """How many may be one with another."""
        return sum(root.worth is Worth.UNKNOWN for root in self.roots)
