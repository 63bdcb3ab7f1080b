"""`claimtrack selftest` on both ledgers of the project: all that is planted is found."""

import json
import re
from pathlib import Path

import pytest

from claimtrack.testing import FAULTS, sample

FOUNDING = Path(__file__).parents[2] / "claims"
DEMO = sample("demo") / "claims"
NOW = ("--as-of", "2031-06-01")
LAST = re.compile(r"^(\d+) planted, (\d+) found, (\d+) missed, (\d+) false alarms \(seed 0\)$")


def bytes_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("ledger", [FOUNDING, DEMO], ids=["founding", "demonstration"])
def test_every_planted_fault_is_found(folder, invoke, ledger):
    before = bytes_of(ledger)
    ran = invoke("selftest", ledger, *NOW)
    assert (ran.status, ran.err) == (0, "")
    planted, found, missed, alarms = map(int, LAST.match(ran.out.splitlines()[-1]).groups())
    assert planted == found >= 45
    assert (missed, alarms) == (0, 0)
    assert bytes_of(ledger) == before
    assert bytes_of(folder) == {}


@pytest.mark.slow
@pytest.mark.parametrize("ledger", [FOUNDING, DEMO], ids=["founding", "demonstration"])
@pytest.mark.parametrize("seed", range(5))
def test_wherever_it_is_planted(folder, invoke, ledger, seed):
    ran = invoke("selftest", ledger, *NOW, "--seed", str(seed), "--each", "1000")
    assert (ran.status, ran.err) == (0, "")


def test_the_founding_ledger_as_it_is_has_no_finding(folder, invoke):
    out = invoke("selftest", FOUNDING, *NOW).out
    assert "findings of the ledger as it is: error 0, warning 0, info 0\n" in out


def test_what_could_not_be_planted_is_told(folder, invoke):
    out = invoke("selftest", FOUNDING, *NOW).out
    assert "  word-altered (CT101 or CT102): no captured text 48\n" in out


def test_every_fault_is_planted_in_the_demonstration_ledger(folder, invoke):
    told = json.loads(invoke("selftest", DEMO, *NOW, "--format", "json").out)
    assert {fault["fault"] for fault in told["faults"] if fault["planted"]} == {
        fault.name for fault in FAULTS
    }


def test_json(folder, invoke):
    ran = invoke("selftest", DEMO, *NOW, "--format", "json", "--each", "1", "--seed", "3")
    told = json.loads(ran.out)
    assert (told["schema"], told["seed"], told["each"]) == ("claimtrack-selftest/1", 3, 1)
    assert told["summary"]["planted"] == sum(fault["planted"] for fault in told["faults"])
    assert len(told["faults"]) == len(FAULTS)
    for fault in told["faults"]:
        assert fault["planted"] == fault["found"] + fault["missed"] == len(fault["trials"])
        for trial in fault["trials"]:
            assert set(trial["told_by"]) <= set(fault["rules"])
            assert trial["record"].startswith("claim:")
    assert not set(told["rules_on_trial"]) & set(told["rules_without_fault"])
    assert told["ledger_as_it_is"]["findings"]["error"] > 0


def test_one_seed_gives_one_output(folder, invoke):
    one, again = (invoke("selftest", DEMO, *NOW, "--seed", "5", "--each", "2") for _ in range(2))
    other = invoke("selftest", DEMO, *NOW, "--seed", "6", "--each", "2", "--format", "json").out
    assert one == again
    assert other != invoke("selftest", DEMO, *NOW, "--seed", "5", "--each", "2", "--format", "json")


def test_to_a_file(folder, invoke):
    ran = invoke("selftest", FOUNDING, *NOW, "--each", "1", "--output", "told.txt")
    assert (ran.status, ran.out) == (0, "")
    assert LAST.match((folder / "told.txt").read_text(encoding="utf-8").splitlines()[-1])


def test_the_configured_ledger_without_arguments(clean, invoke):
    ran = invoke("selftest")
    assert ran.status == 0
    assert "reference-broken" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--each", "0"), "--each"),
        (("--seed", "x"), "--seed"),
        (("nowhere",), "nowhere"),
        ((), "nothing was tested"),
    ],
)
def test_usage(folder, invoke, arguments, message):
    (folder / "claims").mkdir()
    (folder / "claims" / "a.yaml").write_text("actors: []\n", encoding="utf-8")
    ran = invoke("selftest", *arguments)
    assert ran.status == 2
    assert message in ran.err


def test_it_needs_no_hypothesis(spawn):
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from claimtrack.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    ran = spawn("selftest", str(FOUNDING), "--each", "1", python=("-c", program))
    assert (ran.returncode, ran.stderr) == (0, b"")
