"""Large groups and bad references: the work grows as n log n, and nothing raises or loops."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import check, loads
from claimtrack.rules.agreement import implication_broken

BENCH = Path(__file__).parents[2] / "bench" / "scale.py"


def bench():
    spec = importlib.util.spec_from_file_location("scale", BENCH)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(BENCH.parent))  # it imports the ledgers that stand beside it
    spec.loader.exec_module(module)
    return module


SCALE = bench()


SOURCING = [case for case in SCALE.CASES if not case[1].__module__.startswith("large")]
SQUARES = [
    ("CT006", "one_ground"),
    ("CT109", "one_claim"),
    ("CT204", "one_speaker"),
    ("CT205", "one_question"),
    ("CT207", "one_claim"),
    ("CT208", "one_claim"),
    ("CT304", "one_opposed"),
    ("CT306", "one_claim"),
    ("CT307", "one_whole"),
    ("CT309", "judgements"),
    ("CT310", "implications"),
    ("CT310", "one_opposed"),
    ("CT401", "cycles"),
    ("CT402", "cycles"),
    ("CT503", "one_ground"),
    ("CT503", "successions"),
    ("CT504", "successions"),
    ("CT505", "histories"),
    ("CT702", "one_claim"),
]
"""Rules with the large groups in which a simpler way to the same findings takes the square."""


@pytest.mark.slow
@pytest.mark.parametrize("case", SOURCING, ids=lambda case: case[0].replace(" ", "-"))
def test_four_times_the_records_take_little_more_than_four_times_the_work(case, monkeypatch):
    _, make, work, _ = case
    monkeypatch.setattr(SCALE, "RULES", [rule for rule in SCALE.RULES if rule.code[:3] == "CT4"])
    assert lines_run(work, make(1200)) < 5.5 * lines_run(work, make(300))


@pytest.mark.slow
@pytest.mark.parametrize(("code", "make"), SQUARES)
def test_so_do_other_rules_in_a_large_group(code, make, monkeypatch):
    monkeypatch.setattr(SCALE, "RULES", [rule for rule in SCALE.RULES if rule.code == code])
    monkeypatch.setattr(implication_broken, "FARTHEST", 20)
    of_size = getattr(SCALE.large, make)
    SCALE.checked(of_size(20))  # lexicons are read once, whatever the size
    assert lines_run(SCALE.checked, of_size(800)) < 5.5 * lines_run(SCALE.checked, of_size(200))


def test_rings_of_every_relation_end():
    given = SCALE.large.cycles(60)
    assert set(SCALE.checked(given)) >= {"CT304", "CT307", "CT310", "CT401", "CT503", "CT504"}


def lines_run(work, ledger):
    """How many lines of the package run."""
    lines = 0

    def count(_frame, event, _argument):
        nonlocal lines
        lines += event == "line"
        return count

    def enter(frame, *_):
        return count if "claimtrack" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work(ledger)
    finally:
        sys.settrace(before)
    return lines


NAMES = st.sampled_from(["a0", "a1", "a2", "c0", "c1", "c2", "o0", "o1", "nothing"])


@st.composite
def tangles(draw):
    """Ledgers in which anything names anything, itself and what does not exist included."""

    def some():
        return "[" + ", ".join(draw(st.lists(NAMES, max_size=2))) + "]"

    lines = ["actors: [{id: o0, kind: outlet, name: O}, {id: o1, kind: person, name: P}]"]
    lines += ["propositions:"]
    for n in range(2):
        more = f"same_as: [p{draw(st.integers(0, 2))}], parties: {some()}"
        verdict = "verdicts: [{veracity: supported, reviewer: o1, date: 2031-05-01}]"
        lines.append(f"  - {{id: p{n}, text: P, {more}, {verdict}}}")
    lines += ["articles:"]
    for n in range(draw(st.integers(0, 3))):
        told = f"outlet: o{n % 2}, title: T, language: en, published: 2031-05-0{9 - n}"
        lines.append(f"  - {{id: a{n}, {told}, syndicated_from: {draw(NAMES)}, cites: {some()}}}")
    lines += ["claims:"]
    for n in range(draw(st.integers(1, 3))):
        chain = f"[{{actor: {draw(NAMES)}}}, {{article: {draw(NAMES)}}}, {{actor: o0}}]"
        speaker = draw(st.sampled_from(["article", "o0", "o1", "nothing"]))
        told = f"speaker: {speaker}, proposition: p{draw(st.integers(0, 2))}, based_on: {some()}"
        more = f"supersedes: {some()}" + draw(
            st.sampled_from(["", f", attribution: {{chain: {chain}}}"])
        )
        lines.append(f"  - {{id: c{n}, article: {draw(NAMES)}, {told}, {more}}}")
    return "\n".join(lines)


@given(tangles())
@settings(max_examples=150)
def test_a_tangle_of_references_is_checked_and_drawn(text):
    ledger = loads(text)
    assert ledger.findings == ()
    codes = {finding.code for finding in check(ledger, as_of="2031-06-01").findings}
    assert "CT900" not in codes
    for claim in ledger.claims:
        chain = SCALE.chain_of(ledger, claim)
        assert chain.nodes[0].name == claim
        assert len(list(SCALE.render_text(chain))) == len(chain.arrows) + 1
