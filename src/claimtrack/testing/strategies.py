"""The public surface of the strategies: plural nouns, for scalars, records and whole ledgers.

    from hypothesis import given
    from claimtrack.testing import strategies as cs

    @given(cs.ledgers())
    def test_my_rule_is_silent_on_a_consistent_ledger(ledger): ...

Each strategy for a record or a part takes strategies for attributes that are to be drawn in another
way: `cs.claims(speaker=st.just("minister-oduya"))`. `st.from_type(Claim)` works as well.
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 - only to say what to install where it is not there
except ModuleNotFoundError as _missing:
    raise ImportError("the strategies need Hypothesis: install claimtrack[testing]") from _missing

from claimtrack.testing.conflicts import Conflict, conflicted
from claimtrack.testing.consistent import ledger_files, ledger_records, ledgers
from claimtrack.testing.editing import LedgerEdit, edit_histories, edits
from claimtrack.testing.kinds import (
    actors,
    articles,
    attributions,
    claims,
    corrections,
    decisions,
    history_entries,
    hops,
    ignores,
    occasions,
    propositions,
    quote_edits,
    quotes,
    records,
    reviews,
    roles,
    statuses,
    translations,
    value_specs,
    verdicts,
    versions,
)
from claimtrack.testing.scalars import (
    any_texts,
    dates,
    days,
    identifiers,
    languages,
    localized,
    moments,
    quantities,
    sentences,
    texts,
    urls,
)

__all__ = [
    "Conflict",
    "LedgerEdit",
    "actors",
    "any_texts",
    "articles",
    "attributions",
    "claims",
    "conflicted",
    "corrections",
    "dates",
    "days",
    "decisions",
    "edit_histories",
    "edits",
    "history_entries",
    "hops",
    "identifiers",
    "ignores",
    "languages",
    "ledger_files",
    "ledger_records",
    "ledgers",
    "localized",
    "moments",
    "occasions",
    "propositions",
    "quantities",
    "quote_edits",
    "quotes",
    "records",
    "reviews",
    "roles",
    "sentences",
    "statuses",
    "texts",
    "translations",
    "urls",
    "value_specs",
    "verdicts",
    "versions",
]
