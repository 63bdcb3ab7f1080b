"""Some files of a ledger are checked against all of it."""

import json

import pytest

import claimtrack

ACTORS = "actors:\n  - {id: desk, kind: outlet, name: The Desk}\n"
REVIEW = """\
propositions:
  - id: %s
    text: The dam was inspected
    verdicts:
      - {veracity: supported, reviewer: desk, date: 2031-05-03}
"""


@pytest.fixture
def parted(folder):
    """A ledger of three files: one needs another, one has an error of its own."""
    (folder / "claims" / "sub").mkdir(parents=True)
    (folder / "claims" / "actors.yaml").write_text(ACTORS)
    (folder / "claims" / "sub" / "dam.yaml").write_text(REVIEW % "dam")
    (folder / "claims" / "bad.yaml").write_text((REVIEW % "gate").replace("text", "txet"))
    return folder


@pytest.mark.parametrize("path", ["claims/sub/dam.yaml", "claims/sub"])
def test_the_rest_of_the_ledger_is_read_and_its_findings_are_not_shown(parted, invoke, path):
    ran = invoke("check", path, "--output-format", "json")
    told = json.loads(ran.out)
    assert ran.status == 0
    assert told["findings"] == []
    assert told["summary"]["findings"] == {"error": 0, "warning": 0, "info": 0}
    assert told["summary"]["files"] == 3


def test_a_finding_is_shown_where_any_of_its_places_lies_in_the_paths(parted, invoke):
    (parted / "claims" / "sub" / "dam.yaml").write_text(REVIEW % "dam" + ACTORS)
    for path in ("claims/actors.yaml", "claims/sub"):
        ran = invoke("check", path, "--output-format", "concise")
        assert ran.status == 1
        assert "CT005" in ran.out
        assert "CT002" not in ran.out


def test_a_folder_without_claim_files_is_nothing_to_check(parted, invoke):
    (parted / "claims" / "empty").mkdir()
    assert invoke("check", "claims/empty").status == 2


def test_a_file_that_is_excluded_is_checked_where_it_is_named(parted, invoke):
    (parted / "claimtrack.toml").write_text('exclude = ["bad.yaml"]')
    assert invoke("check").status == 0
    assert invoke("check", "claims/bad.yaml").status == 1


def test_what_lies_outside_the_configured_ledger_stands_alone(parted, invoke):
    (parted / "draft").mkdir()
    (parted / "draft" / "dam.yaml").write_text(REVIEW % "dam")
    ran = invoke("check", "draft", "--output-format", "concise")
    assert "CT006" in ran.out
    assert "in 1 file " in ran.out


def test_fix_changes_no_other_file(parted, invoke):
    before = (parted / "claims" / "bad.yaml").read_text()
    assert invoke("fix", "--unsafe", "claims/sub").out == "0 fixed in 0 files; 0 left\n"
    assert (parted / "claims" / "bad.yaml").read_text() == before


def test_the_python_interface_does_the_same(parted):
    ledger = claimtrack.load("claims/sub", whole=True)
    assert claimtrack.check(ledger, only=["claims/sub"]).findings == ()
    assert claimtrack.check(ledger).findings
