"""Derives which articles have most of their text from an earlier one, without comparing all pairs.

First each fingerprint of a text gets the articles that have it; then each article what was found of
it. Texts that have nothing in common never meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import Article, CapturedText, Copy, Record, Shared
from claimtrack.rule import AnyDeriver, Deriver, Group, Key
from claimtrack.rules import keys
from claimtrack.text.shingles import shingles, winnowed

LEAST_SHARE = 0.5
"""From which part of its text an article is a copy."""
LEAST_PRINTS = 4
"""Texts with fewer fingerprints are too short to say anything by what they share."""
COMMON = 20
"""A passage that more articles have ties each of them to the oldest alone, not to all before it."""


class SharedPassages(Deriver[CapturedText]):
    """For each fingerprint of the current texts, the articles that have it."""

    name = code = "shared-passages"
    reads: ClassVar[tuple[type[Record], ...]] = (CapturedText,)

    def keys(self, record: CapturedText) -> Iterable[Key | Skip]:
        """Each fingerprint of a text."""
        for value in _prints(record):
            yield Key("passage", (f"{value:016x}",))

    def derive(self, group: Group) -> Iterable[Record]:
        """A fact for each article but the first that has a passage."""
        if len(group.members) < 2:  # noqa: PLR2004 - what is shared is shared by two
            return
        articles = [group.find(Article, text.article) for text in group.of(CapturedText)]
        known = {one.id: one for one in articles if one is not None}
        oldest = sorted(known, key=lambda name: (known[name].published.sort_key, name))
        for place, name in enumerate(oldest[1:], 1):
            earlier = oldest[:1] if len(oldest) > COMMON else oldest[:place]
            yield Shared(passage=group.key.parts[0], article=name, earlier=tuple(earlier))


class Copies(Deriver[CapturedText | Shared]):
    """A `Copy` for each article of which most stands in one that is earlier."""

    name = code = "copies"
    reads: ClassVar[tuple[type[Record], ...]] = (CapturedText, Shared)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (SharedPassages,)

    def keys(self, record: CapturedText | Shared) -> Iterable[Key | Skip]:
        """The later article."""
        yield keys.named(Article.KIND, record.article)

    def derive(self, group: Group) -> Iterable[Record]:
        """The earlier article that has the most of it, where that is enough."""
        shared = group.of(Shared)
        own = next((text for text in group.of(CapturedText) if _prints(text)), None)
        if own is None or not shared:
            return
        common = Counter(name for one in shared for name in one.earlier)
        original, count = min(common.items(), key=lambda one: (-one[1], one[0]))
        part = count / len(_prints(own))
        if part >= LEAST_SHARE:
            yield Copy(article=own.article, original=original, share=part, origin=own.origin)


def _prints(text: CapturedText) -> list[int]:
    """The fingerprints of the newest text of an article; none of one that is too short."""
    if not text.is_current or text.content is None:
        return []
    found = winnowed(shingles(text.content))
    return sorted(found) if len(found) >= LEAST_PRINTS else []
