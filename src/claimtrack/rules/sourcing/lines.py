"""Derives where articles stand on lines of declared reprints that are too long to be walked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import ClassVar

from claimtrack.model import Article, Line, Loop, Record, Station
from claimtrack.model.reprints import lines, reprinted
from claimtrack.rule import Deriver, Group, Key

SHORT = 8
"""Steps up a line of reprints that are walked, for each claim anew. Nearly all are one step: where
the articles have no `Line`, a further reprint of one story changes nothing about the others."""


class Lines(Deriver[Article]):
    """A `Line` for each article of a tree with a longer way up; a `Loop` for each ring.

    A tree that closes on itself at the top has lines in any case, so that whoever walks one that
    has none comes to its end.
    """

    name = code = "lines"
    reads: ClassVar[tuple[type[Record], ...]] = (Article,)

    def keys(self, record: Article) -> Iterable[Key]:
        """The article, where it is declared to reprint something."""
        if reprinted(record) is not None:
            yield _reprint(record.id)

    def links(self, record: Article) -> Iterable[tuple[Key, Key]]:
        """An article with what it reprints."""
        name = reprinted(record)
        if name is not None:
            yield _reprint(record.id), _reprint(name)

    def derive(self, group: Group) -> Iterable[Record]:
        """Numbers the articles of each tree."""
        trees: defaultdict[str, list[Line]] = defaultdict(list)
        parents = _parents(group)
        for line in lines(parents):
            trees[line.top].append(line)
        for top, tree in trees.items():
            is_ring = tree[0].above is not None
            if is_ring or max(line.depth for line in tree) > SHORT:
                yield from tree
            if is_ring:
                yield _ring(group, parents, top)


def _parents(group: Group) -> dict[str, str | None]:
    """What each article reprints, where the ledger holds that; the tops, too, are in it."""
    parents: dict[str, str | None] = {}
    for name in dict.fromkeys(article.id for article in group.of(Article)):
        article = group.find(Article, name)
        above = None if article is None else reprinted(article)
        parents[name] = None if group.find(Article, above) is None else above
    tops = (name for name in [*parents.values()] if name is not None)
    for name in tops:
        parents.setdefault(name, None)
    return parents


def _ring(group: Group, parents: Mapping[str, str | None], top: str) -> Loop:
    """The articles at the top of a tree, each of which reprints the next."""
    stations: list[Station] = []
    name: str | None = top
    while name is not None and (not stations or name != top):
        article, above = group.find(Article, name), parents[name]
        if article is not None and above is not None:
            place = article.where("syndicated_from")
            stations.append(Station(name, place, is_inferred=False, upstream=above))
        name = above
    return Loop(first=f"{Article.KIND}:{top}", stations=tuple(stations))


def _reprint(name: str) -> Key:
    return Key("reprint", (name,))
