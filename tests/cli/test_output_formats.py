"""`claimtrack check --output-format …`: which is chosen, and what a job of GitHub Actions gets."""

import json

import pytest

from claimtrack.reports.formats import FORMATS

HEADS = {
    "text": "CT002 unknown-key [error] ",
    "concise": "claims/a.yaml:2:46: CT002 error ",
    "json": '{\n  "schema": "claimtrack-findings/1"',
    "jsonl": '{"code": "CT002"',
    "github": "::error title=CT002 unknown-key,file=claims/a.yaml,line=2,",
    "gitlab": '[\n  {\n    "description": "CT002 unknown key',
    "sarif": '{"$schema": "https://docs.oasis-open.org/sarif/',
    "junit": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="4" failures="1"',
    "markdown": "### claimtrack\n\n1 error, 1 warning, 1 info: checked",
}


@pytest.fixture
def job(ledger, monkeypatch):
    """The folder as a job of GitHub Actions sees it, with a file for the step's summary."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    return ledger


@pytest.mark.parametrize("name", FORMATS)
def test_format(ledger, invoke, name):
    ran = invoke("check", "--output-format", name)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(HEADS[name])
    assert invoke("check", "--output-format", name, "--output", "out").out == ""
    assert (ledger / "out").read_text(encoding="utf-8") == ran.out


def test_failures_are_what_fails_the_command(ledger, invoke):
    def failures(level):
        return invoke("check", "--output-format=junit", f"--fail-on={level}").out.split('"')[7]

    assert [failures(level) for level in ("error", "warning", "info", "never")] == list("1230")


def test_in_a_job_findings_are_annotations(job, invoke):
    assert invoke("check").out.startswith(HEADS["github"])
    assert invoke("check", "--output-format=text").out.startswith(HEADS["text"])
    assert invoke("check", "--output=out.txt").out == ""
    assert (job / "out.txt").read_text(encoding="utf-8").startswith(HEADS["text"])


@pytest.mark.parametrize("said", ["", "false"])
def test_elsewhere_they_are_text(job, invoke, monkeypatch, said):
    monkeypatch.setenv("GITHUB_ACTIONS", said)
    assert invoke("check").out.startswith(HEADS["text"])
    assert not (job / "summary.md").exists()


def test_the_summary_of_the_step_is_added_to(job, invoke):
    (job / "summary.md").write_text("## Before\n", encoding="utf-8")
    invoke("check")
    text = (job / "summary.md").read_text(encoding="utf-8")
    assert text.startswith(f"## Before\n{HEADS['markdown']}")
    assert text.count("\n- **") == 3


def test_a_long_summary_is_cut_to_what_is_left(job, invoke):
    (job / "summary.md").write_text("x" * (1024 * 1024 - 800), encoding="utf-8")
    invoke("check")
    text = (job / "summary.md").read_text(encoding="utf-8")
    assert len(text.encode()) <= 1024 * 1024
    assert "more finding" in text[-40:]


@pytest.mark.parametrize("path", ["nowhere/summary.md", "claims"])
def test_a_summary_that_cannot_be_written_fails_nothing(job, invoke, monkeypatch, path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", path)
    ran = invoke("check")
    assert ran.status == 1
    assert ran.out.startswith(HEADS["github"])
    assert ran.err.startswith("claimtrack: GITHUB_STEP_SUMMARY: cannot be written: ")
    assert path not in ran.err


def test_sarif_describes_only_rules_with_findings(ledger, invoke):
    log = json.loads(invoke("check", "--output-format=sarif").out)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CT002", "CT309", "CT803"]
