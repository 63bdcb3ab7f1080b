"""The ledger: all records of one tree, with ways to find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from attrs import field, frozen

from claimtrack.config import Config
from claimtrack.findings import Finding
from claimtrack.model.actor import Actor
from claimtrack.model.article import Article
from claimtrack.model.captured import CapturedText
from claimtrack.model.claim import Claim
from claimtrack.model.decision import Decision
from claimtrack.model.facts import Document
from claimtrack.model.occasion import Occasion
from claimtrack.model.proposition import Proposition
from claimtrack.model.record import Record
from claimtrack.text.dates import Date

RecordT = TypeVar("RecordT", bound=Record)

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "actors": Actor,
        "articles": Article,
        "occasions": Occasion,
        "propositions": Proposition,
        "claims": Claim,
        "decisions": Decision,
    }
)
"""The lists of a claim file and what each holds."""


@frozen(kw_only=True)
class Ledger:
    """Every record of a tree of claim files, and what is wrong with their form.

    Where two records have one identifier, the mappings hold the one whose file and place come
    first; `records` holds both.
    """

    records: tuple[Record, ...]
    """All records, by file and by place in it."""
    documents: tuple[Document, ...] = ()
    """The claim files, each with what its reading found."""
    texts: tuple[CapturedText, ...] = ()
    """The captured texts of the articles, in the order of files, articles and captures."""
    config: Config = field(factory=Config)
    """The configuration under which it was read."""
    in_part: bool = False
    """Whether only some files or folders of a configured ledger were asked for."""
    read: Callable[[str], str | None] = field(default=lambda _: None, eq=False, repr=False)
    """Gives the text of a claim file or captured text, or None where it cannot be read any more."""
    write: Callable[[Mapping[str, str]], None] | None = field(default=None, eq=False, repr=False)
    """Puts new texts in the place of files, by name; None for a ledger that was given as texts.

    Raises `OSError` where a file changed since it was read or cannot be written.
    """
    edited: Callable[[Mapping[str, str]], Ledger] | None = field(default=None, eq=False, repr=False)
    """Gives the ledger as it would be with other texts in the place of some files, by name."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the form of the files, by file, line and column."""
        found = (problem for document in self.documents for problem in document.problems)
        return tuple(sorted(found, key=lambda finding: finding.sort_key))

    @property
    def is_whole(self) -> bool:
        """Whether every record is as its file means it: all files were asked for and read well."""
        return not self.in_part and not any(document.problems for document in self.documents)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors, by identifier."""
        return self._named(Actor)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles, by identifier."""
        return self._named(Article)

    @cached_property
    def occasions(self) -> Mapping[str, Occasion]:
        """The occasions, by identifier."""
        return self._named(Occasion)

    @cached_property
    def propositions(self) -> Mapping[str, Proposition]:
        """The propositions, by identifier."""
        return self._named(Proposition)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims, by identifier."""
        return self._named(Claim)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, in the order of files and places."""
        return tuple(record for record in self.records if isinstance(record, Decision))

    def about(self, proposition: str) -> tuple[Claim, ...]:
        """The claims on a proposition, oldest first; empty where there are none."""
        return self._about.get(proposition, ())

    def by(self, actor: str) -> tuple[Claim, ...]:
        """The claims of a speaker, oldest first; empty where there are none."""
        return self._by.get(actor, ())

    def when(self, claim: Claim) -> Date | None:
        """When a claim's words were uttered: `said`, else its occasion's date, else published.

        None where the ledger holds none of these.
        """
        if claim.said is not None:
            return claim.said
        if claim.occasion is not None and claim.occasion in self.occasions:
            return self.occasions[claim.occasion].date
        article = self.articles.get(claim.article)
        return article.published if article is not None else None

    def age(self, claim: Claim) -> tuple[tuple[object, ...], str]:
        """Sorts claims oldest first, those without any date before all, and then by identifier."""
        when = self.when(claim)
        return (when.sort_key if when is not None else (), claim.id)

    def _named(self, cls: type[RecordT]) -> Mapping[str, RecordT]:
        named: dict[str, RecordT] = {}
        for record in self.records:
            if isinstance(record, cls):
                named.setdefault(record.id, record)
        return MappingProxyType(named)

    @cached_property
    def _about(self) -> Mapping[str, tuple[Claim, ...]]:
        return self._gathered(lambda claim: claim.proposition)

    @cached_property
    def _by(self) -> Mapping[str, tuple[Claim, ...]]:
        return self._gathered(lambda claim: claim.speaker)

    def _gathered(self, of: Callable[[Claim], str | None]) -> Mapping[str, tuple[Claim, ...]]:
        groups: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            name = of(claim)
            if name is not None:
                groups[name].append(claim)
        return {name: tuple(sorted(claims, key=self.age)) for name, claims in groups.items()}
