"""Propositions of feeds: known by their words, and made where nobody has recorded them."""

from __future__ import annotations

from typing import Any

from claimtrack.interop.importing import Known
from claimtrack.interop.imports.crosswalk import folded
from claimtrack.interop.imports.drafts import Draft
from claimtrack.interop.imports.identifiers import mark, stem
from claimtrack.model import Localized, Proposition


def find_proposition(known: Known, text: str) -> str | None:
    """The proposition in these words: one that was imported, else one recorded by hand."""
    ours = known.get(words_key(text, is_ours=True))
    return known.get(words_key(text, is_ours=False)) if ours is None else ours


def is_typed(known: Known, proposition: str) -> bool:
    """Whether a proposition says how values of claims on it are read."""
    return known.get(f"typed:{proposition}") is not None


def note_typed(known: Known, proposition: Proposition) -> None:
    """Remember of a proposition whether it says how values are read."""
    if proposition.value is not None:
        known.put(f"typed:{proposition.id}", "")


def proposition_of(draft: Draft, text: str, language: str, **more: Any) -> str:
    """The identifier of the proposition in these words; `more` are fields of one that is made.

    One of the same words that was not imported is left alone: the new one is the same as it.
    """
    ours = words_key(text, is_ours=True)
    known = draft.known.get(ours)
    if known is not None:
        return known
    elsewhere = draft.known.get(words_key(text, is_ours=False))
    made = Proposition(
        id=f"{stem(text) or 'proposition'}-{mark(folded(text))}",
        text=Localized.of(text, language),
        same_as=() if elsewhere is None else (elsewhere,),
        **more,
    )
    draft.add(made)
    draft.known.put(ours, made.id)
    note_typed(draft.known, made)
    return made.id


def words_key(text: str, *, is_ours: bool) -> str:
    """The key of a proposition by its words: of one that was imported, or of any other."""
    return f"words{'' if is_ours else '-elsewhere'}:{mark(folded(text))}"
