"""Captured texts for made ledgers: what articles must have printed for their quotes to be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve

from claimtrack.model import Article, Claim, Record
from claimtrack.store.dump import dump_files

NONE: Mapping[str, str | None] = MappingProxyType({})
"""No text is given."""


class Captured(NamedTuple):
    """Records whose articles name their texts, and these texts by the article's identifier."""

    records: tuple[Record, ...]
    texts: Mapping[str, str]


def with_texts(records: Iterable[Record], texts: Mapping[str, str | None] = NONE) -> Captured:
    """The records, with a captured text for each article that is quoted and names none.

    The text has every quote of the article's claims once, each with the cues of those who quote it.
    `texts` gives that of some articles by identifier; None leaves an article without one.
    """
    given = tuple(records)
    found: dict[str, str | None] = {**_printed(given), **texts}
    changed = tuple(
        evolve(record, text=f"../texts/{record.id}.txt")
        if isinstance(record, Article)
        and found.get(record.id) is not None
        and record.text is None
        and not record.versions
        else record
        for record in given
    )
    return Captured(changed, {name: text for name, text in found.items() if text is not None})


def files_of(captured: Captured) -> dict[str, str]:
    """The claim files of the records, and their captured texts, by name."""
    texts = {f"texts/{name}.txt": text for name, text in captured.texts.items()}
    return {**dump_files(captured.records), **texts}


def _printed(records: tuple[Record, ...]) -> dict[str, str]:
    cues: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if isinstance(record, Claim):
            for quote in record.quotes:
                cue = record.attribution.cue if record.attribution is not None else None
                cues[record.article][quote.exact].append(cue or "")
    return {
        article: "".join(
            f"“{exact}”, {', '.join(dict.fromkeys(said))}.\n\n" for exact, said in quoted.items()
        )
        for article, quoted in cues.items()
    }
