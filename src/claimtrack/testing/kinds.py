"""Strategies for every kind of record, and for the parts of which records are made.

What they draw is well formed, one by one: each can be written to a claim file and read back. Their
references point anywhere; `claimtrack.testing.consistent` draws records that fit together. `given`
are strategies for attributes that are to be drawn in another way.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from claimtrack.model import (
    Actor,
    Article,
    Attribution,
    Claim,
    Correction,
    Decision,
    HistoryEntry,
    Hop,
    Ignore,
    Occasion,
    Proposition,
    Quote,
    QuoteEdit,
    Record,
    Review,
    Role,
    Status,
    Translation,
    ValueSpec,
    Verdict,
    Version,
)
from claimtrack.testing import vocabulary
from claimtrack.testing.scalars import (
    localized,
    pairs,
    quantities,
    texts,
)
from claimtrack.testing.shapes import parts


def actors(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Actor]:
    """Actors of every kind, with invented names."""
    known = pairs((*vocabulary.PEOPLE, *vocabulary.BODIES, *vocabulary.OUTLETS))
    return parts(Actor, **{"name": known | localized(), **given})


def articles(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Article]:
    """Articles, with invented headlines."""
    return parts(Article, **{"title": pairs(vocabulary.TITLES) | localized(), **given})


def occasions(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Occasion]:
    """Occasions on which something was uttered."""
    return parts(Occasion, **given)


def propositions(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Proposition]:
    """Propositions, most of them sentences about an invented dam."""
    return parts(Proposition, **{"text": pairs(vocabulary.SENTENCES) | localized(), **given})


def claims(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Claim]:
    """Claims, with a proposition or a statement or both."""
    value = st.none() | quantities() | texts()
    return parts(Claim, **{"value": value, **given})


def decisions(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Decision]:
    """Decisions on a finding, or on whether records are one."""
    return parts(Decision, **given)


def records() -> st.SearchStrategy[Record]:
    """Records of any kind that a claim file holds."""
    return st.one_of(actors(), articles(), occasions(), propositions(), claims(), decisions())


def quotes(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Quote]:
    """Quotes, in English or Arabic."""
    return parts(Quote, **{"exact": st.sampled_from(vocabulary.QUOTES) | texts(), **given})


def quote_edits(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[QuoteEdit]:
    """Declared omissions, insertions and substitutions of a quote."""
    return parts(QuoteEdit, **given)


def translations(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Translation]:
    """Renderings of a quote in another language."""
    return parts(Translation, **given)


def attributions(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Attribution]:
    """Attributions: cue, force, sourcing, basis, chain."""
    return parts(Attribution, **given)


def hops(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Hop]:
    """Hops of a chain: an actor, an article, or both."""
    return parts(Hop, **given)


def statuses(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Status]:
    """Statuses of claims: any attribution with any lifecycle."""
    return parts(Status, **given)


def history_entries(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[HistoryEntry]:
    """Entries of a claim's history."""
    return parts(HistoryEntry, **given)


def roles(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Role]:
    """Titles that an actor holds for a time."""
    return parts(Role, **given)


def versions(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Version]:
    """Captures of an article."""
    return parts(Version, **given)


def corrections(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Correction]:
    """Corrections that an article carries."""
    return parts(Correction, **given)


def value_specs(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[ValueSpec]:
    """How the values of claims about a proposition are read."""
    return parts(ValueSpec, **given)


def verdicts(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Verdict]:
    """Verdicts on a proposition."""
    return parts(Verdict, **given)


def ignores(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Ignore]:
    """Entries that silence a rule for a record."""
    return parts(Ignore, **given)


def reviews(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Review]:
    """Reviews of a record, with a fingerprint of nothing that was seen."""
    return parts(Review, **given)
