from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.ladder import Rung, Step, rung_of
from claimtrack.model.words import Certainty, Force, Sourcing
from claimtrack.testing.factories import make_claim
from claimtrack.testing.strategies import claims


def rung(language="en", speaker="delqan", certainty="unstated", **attribution):
    return rung_of(
        make_claim(speaker=speaker, certainty=certainty, attribution=attribution or None), language
    )


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (Step.GUESSED, {"cue": "suggested"}),
        (Step.GUESSED, {"cue": "confirmed", "certainty": "possible"}),
        (Step.GUESSED, {"speaker": "article", "certainty": "probable"}),
        (Step.GUESSED, {"speaker": "article", "cue": "reportedly"}),
        (Step.DOUBTED, {"cue": "وزعم", "language": "ar"}),
        (Step.SAID, {"cue": "said"}),
        (Step.SAID, {"certainty": "certain"}),
        (Step.CONFIRMED, {"cue": "said", "force": "factive"}),
        (Step.STATED, {"speaker": "article"}),
        (Step.STATED, {"speaker": "article", "sourcing": "witnessed"}),
        (None, {}),
        (None, {"cue": "wept"}),
        (None, {"cue": "said", "language": None}),
    ],
)
def test_step(step, told):
    assert rung(**told).step is step


def test_the_recorded_force_counts_before_the_lexicon():
    assert rung(cue="claimed").force is Force.DOUBTING
    assert rung(cue="claimed", force="neutral").force is Force.NEUTRAL


def test_rungs_are_ordered_by_step_then_sourcing_then_certainty():
    said = rung(cue="said", sourcing="hearsay")
    named = rung(cue="said", sourcing="named")
    sure = rung(cue="said", sourcing="named", certainty="certain")
    shown = rung(cue="showed")
    own = rung(speaker="article")
    found = [own, shown, sure, named, said, rung(cue="claimed"), rung()]
    assert sorted(found, key=lambda one: one.order, reverse=True) == found


@pytest.mark.parametrize(
    ("first", "later", "drops"),
    [
        ({"cue": "suggested"}, {"cue": "said"}, True),
        ({"cue": "claimed"}, {"cue": "confirmed"}, True),
        ({"cue": "claimed"}, {"cue": "said"}, False),
        ({"cue": "said"}, {"cue": "confirmed"}, False),
        ({"cue": "said"}, {"speaker": "article"}, False),
        ({"cue": "said", "certainty": "possible"}, {"cue": "said"}, False),
        ({"cue": "said", "certainty": "possible"}, {"cue": "said", "certainty": "certain"}, True),
        ({"cue": "said", "certainty": "possible"}, {"cue": "showed"}, True),
        ({"cue": "suggested"}, {"cue": "confirmed", "certainty": "probable"}, False),
        ({}, {"cue": "confirmed"}, False),
        ({"cue": "suggested"}, {}, False),
    ],
)
def test_dropping_a_hedge(first, later, drops):
    assert rung(**later).drops_the_hedge_of(rung(**first)) is drops


RUNGS = [
    Rung(step, force, None, certainty)
    for step, force, certainty in product((*Step, None), (*Force, None), Certainty)
]


@pytest.mark.parametrize("one", RUNGS, ids=str)
def test_a_hedge_is_dropped_upwards_only(one):
    dropped = [other for other in RUNGS if one.drops_the_hedge_of(other)]
    assert all(other.order < one.order for other in dropped)
    assert not any(other.drops_the_hedge_of(one) for other in dropped)


@given(claims(), st.sampled_from(["en", "ar", "fr", None]))
def test_every_claim_has_a_rung(claim, language):
    found = rung_of(claim, language)
    assert found.sourcing in (*Sourcing, None)
    assert found.certainty is claim.certainty
    assert found.step is not None or not claim.is_own_voice
