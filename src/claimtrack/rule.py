"""The whole contract with an author of rules: a key and a check.

A rule says which records belong together and what to conclude when they meet. `keys` of a record
are where it goes; `check` looks at one such group and yields findings. Both are pure: no file, no
clock, no network, no state. The terms are those of Beam's grouping and of blocking in record
linkage. From this one shape come checking only what an edit touched, in parallel, on a cluster.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from attrs import frozen

from claimtrack.config import Config
from claimtrack.findings import Finding, Fix, Location, Severity, Skip, fingerprint
from claimtrack.model import (
    Actor,
    Article,
    Claim,
    Day,
    Holding,
    Localized,
    Occasion,
    Proposition,
    Record,
)
from claimtrack.text.dates import Date

RecordT = TypeVar("RecordT", bound=Record)
ReadT_contra = TypeVar("ReadT_contra", bound=Record, contravariant=True)


class Key(NamedTuple):
    """What the records of one group share: a space of names, and a name in it."""

    space: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        """The key as one line of text: `proposition:dam-holds`."""
        return f"{self.space}:{'|'.join(self.parts)}"


class Fixable(Enum):
    """Whether a rule can offer a fix."""

    NO = "–"
    SUGGESTION = "suggestion"
    SAFE = "safe"


@frozen
class Group:
    """The records that share a key, oldest first, and what may be asked about them.

    `members` stand in one total order (date, article, identifier, content), so that no conclusion
    depends on the order of reading. `find` reaches only records that a member refers to.
    """

    key: Key
    members: tuple[Record, ...]
    config: Config
    lookup: Callable[[type[Record], str], Record | None]
    """Gives a record by kind and identifier; the engine notes what a group asks it for."""

    @property
    def as_of(self) -> Date:
        """The day on which the ledger is judged."""
        # Looked up like a record, so that the engine knows which groups the day can change.
        found = self.lookup(Day, "")
        assert isinstance(found, Day)  # noqa: S101 - the engine's own promise
        return found.date

    def of(self, cls: type[RecordT]) -> tuple[RecordT, ...]:
        """The members of one kind, oldest first."""
        return tuple(member for member in self.members if isinstance(member, cls))

    def find(self, cls: type[RecordT], name: str | None) -> RecordT | None:
        """The record of that kind and identifier, to which a member refers; None without one."""
        found = self.lookup(cls, name) if name is not None else None
        return found if isinstance(found, cls) else None

    def holds(self, kind: str, name: str) -> bool:
        """Whether the ledger has a record of a kind (`actor`) and identifier, broken or not.

        To ask for no more than that spares looking at the group again when the record changes.
        """
        return self.lookup(Holding, f"{kind}:{name}") is not None

    def name(self, actor: str) -> str:
        """How to call an actor in a message: its name, else its identifier."""
        found = self.find(Actor, actor)
        return self.shown(found.name) if found is not None else actor

    def shown(self, text: Localized) -> str:
        """A text as messages have it: in the ledger's language, else in the first one written."""
        return text.best(self.config.language)[1]

    def proposition(self, claim: Claim) -> Proposition | None:
        """The proposition that a claim is about, where the ledger holds it."""
        return self.find(Proposition, claim.proposition)

    def article(self, claim: Claim) -> Article | None:
        """The article in which a claim stands, where the ledger holds it."""
        return self.find(Article, claim.article)

    def outlet(self, claim: Claim) -> str:
        """The identifier of the outlet that printed a claim; the article's own without one."""
        article = self.article(claim)
        return article.outlet if article is not None else claim.article

    def said(self, claim: Claim) -> Date | None:
        """When its words were uttered: `said`, else its occasion's date, else published."""
        if claim.said is not None:
            return claim.said
        occasion = self.find(Occasion, claim.occasion)
        if occasion is not None:
            return occasion.date
        article = self.article(claim)
        return article.published if article is not None else None


class Gatherer(ABC, Generic[ReadT_contra]):
    """What brings records together: the half of the contract that rules and derivers share.

    `Rule[Claim | Proposition]` says for the type checker what `reads` says for the engine.
    """

    code: ClassVar[str]
    """Never reused: `CT301`. A deriver has a word in its place."""
    name: ClassVar[str]
    """The problem that a rule finds: `value-conflict`; or what a deriver gives."""
    reads: ClassVar[tuple[type[Record], ...]]
    """The kinds of record whose keys are asked for."""
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = ()
    """What derives those of them that no ledger holds."""
    unread: ClassVar[frozenset[str]] = frozenset()
    """Fields of records on which nothing that it does depends: an edit of these alone touches none
    of its groups. It is worth saying where groups are large."""

    def keys(self, record: ReadT_contra) -> Iterable[Key | Skip]:
        """The groups to which a record of a kind in `reads` belongs, or why it belongs to none."""
        yield Key(record.KIND, (record.id,))

    def links(self, record: ReadT_contra) -> Iterable[tuple[Key, Key]]:  # noqa: ARG002 - a default
        """Pairs of keys that are one group: the engine joins them, over any number of steps."""
        return ()


class Deriver(Gatherer[ReadT_contra]):
    """Base of what makes records for rules of the records of a ledger, group by group.

    A rule sees one group and nothing else. What it must know of records that stand elsewhere, such
    as where an article has its claims from, is the result of another grouping: a derived record,
    which rules read like any other, by key or with `Group.find`. A deriver runs where a rule that
    is selected `needs` it, and keeps the laws of a rule. Of one kind, no two of its records may
    have one identifier.
    """

    @abstractmethod
    def derive(self, group: Group) -> Iterable[Record]:
        """What follows from one group; never raises on data that the reader accepted."""


class Rule(Gatherer[ReadT_contra]):
    """Base of every rule. A subclass is named for the problem that it finds.

    Its docstring is its page: what it finds, why that matters, what to do. Beside its module stands
    a file of cases, `<module>.yml`, which are documentation, test and regression at once.
    """

    severity: ClassVar[Severity]
    """`ERROR` only where two things cannot both be right or a rule of the house is broken."""
    fix: ClassVar[Fixable] = Fixable.NO
    """Whether it offers a fix."""

    @abstractmethod
    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """What is wrong with one group; never raises on data that the reader accepted."""

    def finding(
        self,
        group: Group,
        message: str,
        places: Iterable[Location],
        *,
        help: str = "",  # noqa: A002 - the word of the output format
        fix: Fix | None = None,
        severity: Severity | None = None,
        about: str = "",
    ) -> Finding:
        """A finding of this rule: the first of `places` is primary, the others are related.

        The fingerprint is made of the code, the key and the records; `about` takes the key's place
        where the group is wider than the conflict, or where one record has several findings.
        """
        primary, *related = places
        records = sorted({place.record for place in (primary, *related)})
        return Finding(
            self.code,
            self.name,
            self.severity if severity is None else severity,
            message,
            primary,
            tuple(related),
            fingerprint(self.code, about or str(group.key), *records),
            fix,
            help,
        )


def newest_first(places: Iterable[Location]) -> Iterator[Location]:
    """Places in the order of a finding, from places in the order of a group (oldest first)."""
    return reversed(tuple(places))


AnyRule = Rule[Any]
"""A rule, whatever it reads."""
AnyDeriver = Deriver[Any]
"""A deriver, whatever it reads."""
AnyGatherer = Gatherer[Any]
"""A rule or a deriver."""
