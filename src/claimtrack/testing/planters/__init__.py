"""For each rule a planter: a function that puts one conflict into a ledger that has none.

A planter is given what draws (`hypothesis.strategies.DrawFn`) and the claim files of a consistent
ledger by name, and gives a `Planting`: the files with the conflict and the same files repaired.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from claimtrack.testing.planters import (
    agreement,
    attribution,
    change,
    form,
    lifecycle,
    sourcing,
    speech,
    upkeep,
    utterances,
    words,
)
from claimtrack.testing.planters.scene import Planting, Scene, scenes

__all__ = ["PLANTERS", "Planter", "Planting", "Scene", "scenes"]

Planter = Callable[[st.DrawFn, Mapping[str, str]], Planting]

PLANTERS: Mapping[str, Planter] = MappingProxyType(
    {
        "yaml-syntax": form.yaml_syntax,
        "unknown-key": form.unknown_key,
        "wrong-type": form.wrong_type,
        "bad-literal": form.bad_literal,
        "duplicate-id": form.duplicate_id,
        "dangling-reference": form.dangling_reference,
        "duplicate-key": form.duplicate_key,
        "circular-relation": form.circular_relation,
        "quote-absent": words.quote_absent,
        "quote-altered": words.quote_altered,
        "quote-folded": words.quote_folded,
        "quote-ambiguous": words.quote_ambiguous,
        "ellipsis-hides-meaning": words.ellipsis_hides_meaning,
        "ellipsis-out-of-order": words.ellipsis_out_of_order,
        "undeclared-insertion": words.undeclared_insertion,
        "quote-orphaned": words.quote_orphaned,
        "text-missing": words.text_missing,
        "text-changed": words.text_changed,
        "unnamed-speaker-unexplained": attribution.unnamed_speaker_unexplained,
        "cue-not-in-text": words.cue_not_in_text,
        "background-and-declined": attribution.background_and_declined,
        "role-anachronism": attribution.role_anachronism,
        "same-words-two-speakers": speech.same_words_two_speakers,
        "recycled-quote": speech.recycled_quote,
        "no-original-words": speech.no_original_words,
        "attribution-drift": attribution.attribution_drift,
        "own-voice-upgrade": attribution.own_voice_upgrade,
        "value-conflict": agreement.value_conflict,
        "unit-mismatch": agreement.unit_mismatch,
        "verdict-conflict": agreement.verdict_conflict,
        "contradicts-itself": agreement.contradicts_itself,
        "response-conflict": agreement.response_conflict,
        "sum-broken": agreement.sum_broken,
        "cumulative-fell": agreement.cumulative_fell,
        "value-not-in-words": agreement.value_not_in_words,
        "duplicate-claim": agreement.duplicate_claim,
        "implication-broken": agreement.implication_broken,
        "circular-sourcing": sourcing.circular_sourcing,
        "single-root": sourcing.single_root,
        "undeclared-copy": sourcing.undeclared_copy,
        "unread-hop-quoted": sourcing.unread_hop_quoted,
        "interested-parties-only": sourcing.interested_parties_only,
        "corroboration-overclaimed": sourcing.corroboration_overclaimed,
        "said-after-published": lifecycle.said_after_published,
        "text-changed-since-review": words.text_changed_since_review,
        "retracted-in-use": lifecycle.retracted_in_use,
        "correction-not-propagated": lifecycle.correction_not_propagated,
        "illegal-transition": lifecycle.illegal_transition,
        "history-disagrees": lifecycle.history_disagrees,
        "stance-change": change.stance_change,
        "reversal-or-misreport": change.reversal_or_misreport,
        "quote-divergence": utterances.quote_divergence,
        "translation-divergence": utterances.translation_divergence,
        "review-stale": upkeep.review_stale,
        "suspect-dependent": upkeep.suspect_dependent,
        "ignore-unused": upkeep.ignore_unused,
        "decision-reopened": upkeep.decision_reopened,
        "rule-crashed": upkeep.rule_crashed,
    }
)
"""The planters, by the name of their rule."""
