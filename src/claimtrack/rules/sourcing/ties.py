"""Derives who else belongs to the component of a claim, beyond what the claim names itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from claimtrack.model import Article, Claim, Copy, Line, Record, Tied
from claimtrack.model.reprints import reprinted
from claimtrack.model.sourcing import LEANING, Said, said_by
from claimtrack.model.words import Lifecycle
from claimtrack.rule import AnyDeriver, Deriver, Group, Key
from claimtrack.rules import keys
from claimtrack.rules.sourcing.copies import Copies
from claimtrack.rules.sourcing.graph import credits_many, named_by
from claimtrack.rules.sourcing.lines import Lines


class Ties(Deriver[Article | Claim | Copy]):
    """A `Tied` for each thing that is followed to an article which takes something over.

    It is followed there from a claim that names the article, or stands in it and names nothing.
    What the article reprints or credits, and of which it is a copy, the claim does not know; and
    the article does not know what is followed: here they meet.
    """

    name = code = "ties"
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim, Copy)
    unread = keys.WORDING
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Lines, Copies)

    def keys(self, record: Article | Claim | Copy) -> Iterable[Key]:
        """The article, if it takes something over; that of a claim, and those that it names."""
        if isinstance(record, Article):
            if record.syndicated_from is not None or record.cites:
                yield _at(record.id)
            if credits_many(record):
                yield from map(_at, record.cites)
        elif isinstance(record, Copy):
            yield _at(record.article)
        elif record.proposition is not None and record.status.lifecycle is not Lifecycle.DRAFT:
            yield from map(_at, {record.article, *named_by(record)})

    def derive(self, group: Group) -> Iterable[Record]:
        """Looks up the ways on from the article once, for all that is followed to it."""
        if not group.of(Article) and not group.of(Copy):  # the most
            return
        name = group.key.parts[0]
        article = group.find(Article, name)
        if article is None:
            return
        is_crowded = any(credits_many(one) for one in group.of(Article))
        followed = _followed(name, group.of(Claim))
        above = _above(group, article)
        credited: tuple[str, ...] = ()
        if any(one.is_leaning for one in followed.values()) and not credits_many(article):
            credited = tuple(one for one in article.cites if group.find(Article, one) is not None)
        for (proposition, stance), one in sorted(followed.items()):
            is_led_up = one.is_led_up or (above.is_long and one.is_said)
            tied = Tied(
                article=name,
                proposition=proposition,
                stance=stance,
                names=(above.names if is_led_up else ()) + (credited if one.is_leaning else ()),
                copied=above.copied if is_led_up else None,
                is_crowded=is_crowded and one.is_said,
            )
            if tied.names or tied.is_crowded:
                yield tied


class _Following(NamedTuple):
    """How one thing is followed to an article."""

    is_led_up: bool = False
    """Whether on to what it reprints, or of which it is a copy."""
    is_leaning: bool = False
    """Whether on to what it credits."""
    is_said: bool = False
    """Whether it is said there."""


def _followed(name: str, claims: Iterable[Claim]) -> dict[Said, _Following]:
    found: dict[Said, _Following] = {}
    for claim in claims:
        said = said_by(claim)
        assert said is not None  # noqa: S101 - no other claim has a key
        one, named = found.get(said, _Following()), named_by(claim)
        if name in named:
            one = one._replace(is_led_up=True)
        if name == claim.article:
            one = one._replace(is_said=True)
            if named <= {name}:  # nothing else is known of it, but that an outlet passed it on
                sourcing = claim.attribution.sourcing if claim.attribution is not None else None
                one = one._replace(is_led_up=True, is_leaning=one.is_leaning or sourcing in LEANING)
        found[said] = one
    return found


class _Above(NamedTuple):
    """What an article takes over as a whole."""

    names: tuple[str, ...] = ()
    """The articles up its line of reprints, of a long line the top alone; and what is copied."""
    copied: tuple[str, str] | None = None
    """The article at the end of the line, and the one that has most of its text."""
    is_long: bool = False
    """Whether the line is a long one: all who say one thing on it are tied to its top, so that
    whoever comes by finds the nearest."""


def _above(group: Group, article: Article) -> _Above:
    names: list[str] = []
    end, is_long = article, False
    while (name := reprinted(end)) is not None and name not in names:
        line = group.find(Line, end.id)
        is_long = line is not None
        if line is not None and line.above is not None:
            return _Above((line.top,), is_long=True)
        above = group.find(Article, name if line is None or line.top == end.id else line.top)
        if above is None:
            return _Above(tuple(names), is_long=is_long)
        names.append(above.id)
        end = above
    copy = group.find(Copy, end.id)
    if copy is None:
        return _Above(tuple(names), is_long=is_long)
    return _Above((*names, copy.original), (end.id, copy.original), is_long)


def _at(article: str) -> Key:
    return keys.named(Article.KIND, article)
