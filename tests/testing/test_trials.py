"""The self-test itself is on trial: with rules that are blind, or that cry wolf."""

import json

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import api
from claimtrack.config import Config
from claimtrack.findings import Severity
from claimtrack.model import Claim
from claimtrack.rule import Rule
from claimtrack.rules.agreement.value_conflict import ValueConflict
from claimtrack.rules.words.repeated import comparable_quotes
from claimtrack.rules.words.same_words_two_speakers import SameWordsTwoSpeakers
from claimtrack.testing import FAULTS, Bed, sample, selftest, strategies
from claimtrack.testing.trial_report import render_json, render_text

NOW = "2031-06-01"


@pytest.fixture(scope="module")
def demo():
    return api.load(sample("demo") / "claims")


def of(*names):
    return [fault for fault in FAULTS if fault.name in names]


class Blind(ValueConflict):
    """Sees no value."""

    def check(self, group):
        return ()


class CriesWolf(SameWordsTwoSpeakers):
    """Takes every quote that stands twice for a theft."""

    def check(self, group):
        claims = group.of(Claim)
        if len(claims) > 1:
            yield self.finding(group, "wolf", [claim.where() for claim in claims])


class Raises(Rule[Claim]):
    """Fails on what is planted, and on nothing else."""

    code = "CT309"
    name = "duplicate-claim"
    severity = Severity.INFO
    reads = (Claim,)

    def check(self, group):
        if group.members[0].id.startswith("planted-"):
            raise RuntimeError
        return ()


def test_a_blind_rule_is_found_out(demo):
    result = selftest(demo, as_of=NOW, rules=[Blind()], faults=of("digits-swapped"))
    by_rule = {outcome.fault.rules: outcome for outcome in result.outcomes}
    assert len(by_rule["CT301",].missed) == len(by_rule["CT301",].trials) > 0
    assert by_rule["CT306",].not_planted.keys() == {"no-rule-for-it-is-installed"}
    assert result.exit_code() == 1
    text = "".join(render_text(result))
    assert "missed by CT301: " in text
    assert "reprinted as" in text
    told = json.loads("".join(render_json(result)))
    assert {trial["told_by"] == [] for fault in told["faults"] for trial in fault["trials"]}


def test_a_rule_that_raises_tells_nothing(demo):
    result = selftest(demo, as_of=NOW, rules=[Raises()], faults=of("claim-duplicated"))
    assert len(result.outcomes[0].missed) == 5
    assert result.exit_code() == 1


def test_a_rule_that_cries_wolf_is_found_out(demo):
    result = selftest(demo, as_of=NOW, rules=[CriesWolf()], faults=of("speaker-swapped"), each=3)
    (outcome,) = result.outcomes
    assert len(outcome.found) == len(outcome.false_alarms) == 3
    assert result.exit_code() == 1
    text = "".join(render_text(result))
    assert "false alarm of CT207: a faithful reprint of claim:" in text


def test_a_rule_that_is_switched_off_is_not_tried(demo):
    ledger = evolve(demo, config=Config(ignore=("CT309",), severity={"CT501": None}))
    result = selftest(ledger, as_of=NOW, faults=of("claim-duplicated", "date-shifted"))
    assert [set(outcome.not_planted) for outcome in result.outcomes] == [
        {"its-rule-is-switched-off"}
    ] * 2
    assert result.exit_code() == 2


def test_what_silences_findings_is_lifted(demo):
    silent = Config(per_path={"*": ("ALL",)}, severity={"CT501": Severity.INFO})
    ledger = evolve(demo, config=silent)
    assert api.check(ledger, as_of=NOW).findings == ()
    result = selftest(ledger, as_of=NOW, faults=of("date-shifted"))
    assert len(result.outcomes[0].found) == 5


def test_where_the_rule_has_something_to_say_already_nothing_is_planted(demo):
    result = selftest(demo, as_of=NOW, each=10_000, faults=of("date-shifted"))
    (outcome,) = result.outcomes
    assert "claim:wire-names-read" not in {trial.claim.ref for trial in outcome.trials}
    assert outcome.not_planted["told-already"] == 1


def test_one_seed_gives_one_result_whatever_the_order_of_records(demo):
    turned = evolve(demo, records=demo.records[::-1])
    one, other = (
        "".join(render_json(selftest(ledger, seed=7, each=2, as_of=NOW)))
        for ledger in (demo, turned)
    )
    assert one == other
    places = {
        tuple(trial.claim.id for outcome in found.outcomes for trial in outcome.trials)
        for found in (
            selftest(demo, seed=seed, each=2, as_of=NOW, faults=of("word-altered"))
            for seed in range(4)
        )
    }
    assert len(places) > 1


def test_a_fault_draws_the_same_places_whatever_stands_beside_it(demo):
    alone = selftest(demo, as_of=NOW, faults=of("date-shifted")).outcomes
    among = selftest(demo, as_of=NOW).outcomes
    assert alone[0] in among


def test_progress_never_runs_back(demo):
    told = []
    selftest(demo, as_of=NOW, each=2, progress=lambda *pair: told.append(pair))
    assert told == sorted(told)
    assert {total for _, total in told} == {2 * len(FAULTS)}
    assert told[-1][0] <= 2 * len(FAULTS)


def test_the_rules_of_the_faults_exist():
    known = {rule.code for rule in api.all_rules()}
    assert {code for fault in FAULTS for code in fault.rules} <= known


def test_speaker_swaps_are_of_quotes_that_are_compared(demo):
    (outcome,) = selftest(demo, as_of=NOW, each=1000, faults=of("speaker-swapped")).outcomes
    assert all(list(comparable_quotes(trial.claim)) for trial in outcome.trials)


@settings(max_examples=15)
@given(strategies.ledgers(), st.integers(0, 10**6))
def test_on_any_consistent_ledger_all_is_found_and_nothing_else(ledger, seed):
    result = selftest(ledger, seed=seed, each=2, as_of=NOW)
    for outcome in result.outcomes:
        assert outcome.missed == ()
        assert outcome.false_alarms == ()
    assert result.exit_code() == (0 if Bed.of(ledger).claims else 2)


@settings(max_examples=10)
@given(st.data(), st.integers(0, 10**6))
def test_after_any_edits_nothing_is_missed(data, seed):
    files = data.draw(strategies.ledger_files())
    *_, last = data.draw(strategies.edit_histories(files))
    result = selftest(api.loads(last.files), seed=seed, each=1, as_of=NOW)
    assert [outcome.missed for outcome in result.outcomes] == [()] * len(FAULTS)
