"""The stage on which a conflict is planted: two outlets, two speakers, two articles.

All its identifiers begin with `planted-`, so that it fits into any generated ledger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from attrs import field, frozen
from hypothesis import strategies as st

from claimtrack.model import Actor, Article, Claim, Proposition, Record
from claimtrack.rule import AnyRule
from claimtrack.testing import vocabulary
from claimtrack.testing.captured import files_of, with_texts
from claimtrack.testing.factories import make_actor, make_article, make_claim, make_proposition
from claimtrack.testing.scalars import pairs

Texts = Mapping[str, str | None]
"""Captured texts by the identifier of their article."""

SPEAKER, OTHER = "planted-speaker", "planted-other"
OUTLETS = ("planted-outlet-1", "planted-outlet-2")
EARLY, LATE = "planted-early", "planted-late"


@frozen(kw_only=True)
class Planting:
    """What is added to a ledger: once with a conflict, once without it."""

    bad: Mapping[str, str]
    """Claim files, by name, that take the place of others or are new, with the conflict."""
    good: Mapping[str, str]
    """The same, repaired."""
    also: tuple[AnyRule, ...] = ()
    """Rules that must run besides to bring it to light; without them it is repaired."""


@frozen(kw_only=True)
class Scene:
    """Actors and articles for a conflict; `day` is that of the early article."""

    day: date
    gap: int
    """Days until the late article."""
    actors: tuple[Actor, ...]
    articles: tuple[Article, ...]
    proposition: Proposition = field(factory=lambda: make_proposition("planted-question"))

    def on(self, days: int = 0) -> str:
        """The day so many days after the early article, as a date of a claim file."""
        return (self.day + timedelta(days)).isoformat()

    def claim(self, name: str, article: str = EARLY, **fields: Any) -> Claim:
        """A claim of the scene: its speaker affirms its proposition, on the early day."""
        told = {"speaker": SPEAKER, "proposition": self.proposition.id, "said": self.on(), **fields}
        return make_claim(f"planted-{name}", article=article, **told)

    def planting(
        self,
        bad: Sequence[Record],
        good: Sequence[Record],
        *,
        bad_texts: Texts = MappingProxyType({}),
        good_texts: Texts = MappingProxyType({}),
        **more: Any,
    ) -> Planting:
        """The scene with some records, and with their repaired twins in their place.

        An article among them takes the place of the scene's own. Captured texts are made so that
        quotes are right, unless they are given by the article's identifier; None is none.
        """
        return Planting(bad=self._files(bad, bad_texts), good=self._files(good, good_texts), **more)

    def _files(self, records: Sequence[Record], texts: Texts) -> dict[str, str]:
        given = {record.id for record in records if isinstance(record, Article)}
        articles = [article for article in self.articles if article.id not in given]
        own: list[Record] = [*self.actors, *articles, *records]
        if not any(isinstance(record, Proposition) for record in records):
            own.append(self.proposition)
        return {f"planted/{name}": text for name, text in files_of(with_texts(own, texts)).items()}


def scenes(draw: st.DrawFn, gap: int | None = None) -> Scene:
    """A scene in spring 2031; the late article follows after `gap` days, or one to forty."""
    day = draw(st.dates(date(2031, 3, 1), date(2031, 4, 15)))
    days = draw(st.integers(1, 40)) if gap is None else gap
    actors = (
        *(make_actor(name, kind="outlet", name=_drawn(draw, "OUTLETS")) for name in OUTLETS),
        make_actor(SPEAKER, name=_drawn(draw, "PEOPLE")),
        make_actor(OTHER, kind="organisation", name=_drawn(draw, "BODIES")),
    )
    late = (day + timedelta(days)).isoformat()
    articles = tuple(
        make_article(name, outlet=outlet, title=_drawn(draw, "TITLES"), published=published)
        for name, outlet, published in zip(
            (EARLY, LATE), OUTLETS, (day.isoformat(), late), strict=True
        )
    )
    return Scene(day=day, gap=days, actors=actors, articles=articles)


def _drawn(draw: st.DrawFn, table: str) -> Any:
    return draw(pairs(getattr(vocabulary, table)))
