"""Faults that are planted into a ledger to see whether the rules tell them.

Each is a small pure function: it is given the ledger, one of its claims and a source of chance, and
gives the records with the fault, or says why it cannot be planted there. Nothing is written, and
nothing but the library is needed.
"""

from __future__ import annotations

from claimtrack.testing.faults import (
    changes,
    origins,
    quotes,
    records,
    reprints,
    sourcing,
    upkeep,
    values,
)
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.fault import Fault, Plant, Planted

__all__ = ["FAULTS", "Bed", "Fault", "Plant", "Planted"]

_TEXT = ("CT101", "CT102")

FAULTS: tuple[Fault, ...] = (
    Fault("speaker-swapped", ("CT207",), reprints.speaker_swapped),
    Fault("not-dropped", _TEXT, quotes.against_text(changes.NOT_DROPPED)),
    Fault("not-dropped", ("CT306",), reprints.quoted(changes.NOT_DROPPED)),
    Fault("stance-turned", ("CT602",), reprints.stance_turned),
    Fault("number-changed", _TEXT, quotes.against_text(changes.NUMBER_CHANGED)),
    Fault("number-changed", ("CT301",), values.reprinted(changes.NUMBER_CHANGED)),
    Fault("number-changed", ("CT306",), reprints.quoted(changes.NUMBER_CHANGED)),
    Fault("digits-swapped", _TEXT, quotes.against_text(changes.DIGITS_SWAPPED)),
    Fault("digits-swapped", ("CT301",), values.reprinted(changes.DIGITS_SWAPPED)),
    Fault("digits-swapped", ("CT306",), reprints.quoted(changes.DIGITS_SWAPPED)),
    Fault("date-shifted", ("CT501",), records.date_shifted),
    Fault("cue-hardened", ("CT202",), quotes.cue_hardened),
    Fault("cue-hardened", ("CT205",), reprints.cue_hardened),
    Fault("loop-closed", ("CT401",), sourcing.loop_closed),
    Fault("reference-broken", ("CT006",), records.reference_broken),
    Fault("word-altered", _TEXT, quotes.against_text(changes.WORD_ALTERED)),
    Fault("ground-retracted", ("CT503",), sourcing.ground_retracted),
    Fault("final-state-left", ("CT505",), records.final_state_left),
    Fault("claim-duplicated", ("CT309",), records.claim_duplicated),
    Fault("identifier-twice", ("CT005",), upkeep.identifier_twice),
    Fault("words-omitted", ("CT105",), quotes.against_text(changes.WORDS_OMITTED)),
    Fault("said-as-fact", ("CT206",), origins.said_as_fact),
    Fault("quote-recycled", ("CT208",), reprints.quote_recycled),
    Fault("unit-changed", ("CT302",), values.unit_changed),
    Fault("verdicts-opposed", ("CT303",), upkeep.verdicts_opposed),
    Fault("contradicted", ("CT304",), reprints.contradicted),
    Fault("answer-removed", ("CT305",), reprints.answer_removed),
    Fault("whole-exceeded", ("CT307",), values.whole_exceeded),
    Fault("count-fell", ("CT308",), values.count_fell),
    Fault("copy-as-second", ("CT402",), origins.copy_as_second),
    Fault("text-copied", ("CT403",), origins.text_copied),
    Fault("hop-unread", ("CT404",), origins.hop_unread),
    Fault("party-alone", ("CT405",), origins.party_alone),
    Fault("verdict-on-one", ("CT406",), origins.verdict_on_one),
    Fault("correction-missed", ("CT504",), origins.correction_missed),
    Fault("status-forgotten", ("CT506",), upkeep.status_forgotten),
    Fault("changed-after-review", ("CT801",), upkeep.changed_after_review),
)
"""All faults; one that can be planted in several ways stands once for each."""
