"""Tells Hypothesis how to draw claimtrack's classes, so that `st.from_type(Claim)` works.

Hypothesis imports this module when it is imported itself (entry point group `hypothesis`). The
strategies are made when a type is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from hypothesis import strategies as st

from claimtrack import model
from claimtrack.text.dates import Date

STRATEGIES = {
    model.Actor: "actors",
    model.Article: "articles",
    model.Attribution: "attributions",
    model.Claim: "claims",
    model.Correction: "corrections",
    model.Decision: "decisions",
    model.HistoryEntry: "history_entries",
    model.Hop: "hops",
    model.Ignore: "ignores",
    model.Ledger: "ledgers",
    model.Localized: "localized",
    model.Occasion: "occasions",
    model.Proposition: "propositions",
    model.Quote: "quotes",
    model.QuoteEdit: "quote_edits",
    model.Record: "records",
    model.Review: "reviews",
    model.Role: "roles",
    model.Status: "statuses",
    model.Translation: "translations",
    model.ValueSpec: "value_specs",
    model.Verdict: "verdicts",
    model.Version: "versions",
    Date: "dates",
}
"""Classes, and the function of `claimtrack.testing.strategies` that draws each."""


def strategy_for(cls: type[Any]) -> st.SearchStrategy[Any]:
    """The strategy for one of these classes; raises `KeyError` for any other."""
    home = import_module("claimtrack.testing.strategies")
    made: st.SearchStrategy[Any] = getattr(home, STRATEGIES[cls])()
    return made


for _cls in STRATEGIES:
    st.register_type_strategy(_cls, strategy_for)
