"""`claimtrack check`: its options, its exit status, where its output goes."""

import json

import pytest

CODES = ["CT002", "CT309", "CT803"]


def codes(ran):
    return sorted({finding["code"] for finding in json.loads(ran.out)["findings"]})


def test_clean(clean, invoke):
    ran = invoke("check")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("no findings: checked 5 records in 1 file with ")


def test_findings_of_every_severity(ledger, invoke):
    ran = invoke("check", "--output-format", "json")
    assert ran.status == 1
    assert codes(ran) == CODES
    assert json.loads(ran.out)["summary"]["findings"] == {"error": 1, "warning": 1, "info": 1}


@pytest.mark.parametrize(
    ("left_out", "statuses"),
    [
        ([], {"error": 1, "warning": 1, "info": 1, "never": 0, None: 1}),
        (["CT002"], {"error": 0, "warning": 1, "info": 1, "never": 0, None: 0}),
        (["CT002", "CT803"], {"error": 0, "warning": 0, "info": 1, "never": 0, None: 0}),
        (CODES, {"error": 0, "warning": 0, "info": 0, "never": 0, None: 0}),
    ],
    ids=["error", "warning", "info", "clean"],
)
def test_fail_on(ledger, invoke, left_out, statuses):
    ignored = [f"--ignore={code}" for code in left_out]
    for level, status in statuses.items():
        said = [] if level is None else [f"--fail-on={level}"]
        assert invoke("check", *ignored, *said).status == status, level


def test_fail_on_of_the_configuration_gives_way_to_the_command_line(ledger, invoke):
    (ledger / "claimtrack.toml").write_text('fail-on = "never"')
    assert invoke("check").status == 0
    assert invoke("check", "--fail-on", "error").status == 1


def test_select_replaces_and_ignore_adds(ledger, invoke):
    def found(*arguments):
        return codes(invoke("check", "--output-format=json", *arguments))

    (ledger / "claimtrack.toml").write_text('select = ["CT0"]\nignore = ["CT309"]')
    assert found() == ["CT002"]
    assert found("--select", "CT8,CT3") == ["CT803"]
    # Without CT301 nobody can say that its ignore is idle.
    assert found("--select", "CT8", "--select", "unknown-key") == ["CT002"]
    assert found("--select", "ALL", "--ignore", "ignore-unused") == ["CT002"]


def test_a_rule_that_does_not_exist(ledger, invoke):
    ran = invoke("check", "--select", "value-conflit")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean value-conflict?" in ran.err


def test_a_selection_that_checks_nothing_is_not_green(clean, invoke):
    ran = invoke("check", "--ignore", "ALL", "--fail-on", "never")
    assert ran.status == 2
    assert "nothing was checked" in ran.err


@pytest.mark.parametrize("text", ["actors: []\n", "actors: []\nclaims: []\n"])
def test_files_without_a_record_are_not_green(clean, invoke, text):
    (clean / "claims" / "a.yaml").write_text(text)
    ran = invoke("check")
    assert ran.status == 2
    assert "nothing was checked: no record in 1 file\n" in ran.err


def test_files_without_a_record_that_have_findings_are_not_nothing(clean, invoke):
    (clean / "claims" / "a.yaml").write_text("actors: [{}]\n")
    assert invoke("check").status == 1


def test_no_ledger_at_all(folder, invoke):
    ran = invoke("check")
    assert ran == (2, "", "claimtrack: error: claims: no such file or folder\n")


def test_an_empty_folder(folder, invoke):
    (folder / "claims").mkdir()
    (folder / "claims" / "notes.txt").write_text("nothing to see")
    ran = invoke("check")
    assert (ran.status, ran.out) == (2, "")
    assert "nothing to check: no .yaml or .yml file in claims" in ran.err


def test_a_path_that_is_not_there_beside_one_that_is(ledger, invoke):
    ran = invoke("check", "claims", "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert "nowhere: no such file or folder" in ran.err


def test_a_file_several_paths_and_the_same_one_twice(ledger, invoke):
    (ledger / "other.yml").write_text("actors: [{id: x, kind: person, name: X}]")

    def files(*paths):
        return json.loads(invoke("check", *paths, "--output-format=json").out)["summary"]["files"]

    assert files("claims/a.yaml") == 1
    assert files("claims", "other.yml") == 2
    assert files("claims", "claims/a.yaml", "./claims/../claims") == 1


def test_a_file_of_any_name_is_checked_where_it_is_named(folder, invoke):
    (folder / "draft.txt").write_text("actors: [{id: x, kind: person, name: X}]")
    assert invoke("check", "draft.txt").status == 0


def test_exclude_adds(ledger, invoke):
    (ledger / "claims" / "b.yaml").write_text("actors: [")
    (ledger / "claims" / "c.yaml").write_text("actors: [")
    (ledger / "claimtrack.toml").write_text('exclude = ["b.yaml"]')
    ran = invoke("check", "--exclude", "c.yaml", "--output-format=json")
    assert json.loads(ran.out)["summary"]["files"] == 1


@pytest.mark.parametrize(("day", "status"), [("2031-05-31", 0), ("2031-06-01", 0), ("2032", 1)])
def test_as_of_is_the_day_that_counts(clean, invoke, day, status):
    file = clean / "claims" / "a.yaml"
    entry = "name: The Desk, nmae: x, ignore: [{rule: CT002, reason: r, until: 2031-06-01}]"
    file.write_text(file.read_text().replace("name: The Desk", entry))
    assert invoke("check", "--as-of", day).status == status


@pytest.mark.parametrize("day", ["yesterday", "", "2031-13-01"])
def test_as_of_is_a_date(ledger, invoke, day):
    ran = invoke("check", "--as-of", day)
    assert (ran.status, ran.out) == (2, "")
    assert "--as-of" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [["--fail-on=always"], ["--output-format=yaml"], ["--no-such-option"]],
    ids=" ".join,
)
def test_usage(ledger, invoke, arguments):
    ran = invoke("check", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: claimtrack check" in ran.err


def test_output_goes_to_a_file_in_one_step(ledger, invoke):
    target = ledger / "out.json"
    target.write_text("what was there before, and longer than nothing")
    target.chmod(0o640)
    ran = invoke("check", "--output-format=json", "--output", "out.json")
    assert ran == (1, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "claimtrack-findings/1"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in ledger.iterdir()) == ["claims", "out.json"]


def test_output_to_a_file_has_no_colours(ledger, invoke, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    invoke("check", "--output", "out.txt")
    assert "\x1b" not in (ledger / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["claims/a.yaml/out.txt", "claims"])
def test_output_that_cannot_be_written(ledger, invoke, target):
    ran = invoke("check", "--output", target)
    assert (ran.status, ran.out) == (2, "")
    assert target in ran.err
    assert str(ledger) not in ran.err


def test_statistics_and_durations_go_to_stderr(ledger, invoke):
    words = ("check", "--output-format=json", "--statistics", "--durations")
    ran = invoke(*words)
    checks = json.loads(ran.out)["summary"]["checks"]["run"]
    lines = ran.err.splitlines()
    assert lines[:3] == [
        "     1  CT002  unknown-key",
        "     1  CT309  duplicate-claim",
        "     1  CT803  ignore-unused",
    ]
    assert lines[3] == f"checked now: {checks} of {checks}"
    assert all(" ms  CT" in line for line in lines[4:])
    assert len(lines) > 6
    assert invoke(*words).err.splitlines()[3] == f"checked now: 0 of {checks}"


def test_concise_is_one_line_a_finding_and_the_account(ledger, invoke):
    lines = invoke("check", "--output-format=concise").out.splitlines()
    assert lines[0].startswith("claims/a.yaml:2:46: CT002 error unknown key 'nmae'")
    assert len(lines) == 4
    assert lines[-1].startswith("1 error, 1 warning, 1 info: checked 6 records in 1 file")


def test_the_account_says_what_was_skipped_and_what_was_held_back(ledger, invoke):
    file = ledger / "claims" / "a.yaml"
    file.write_text(file.read_text() + "  - {id: loose, speaker: oduya, statement: S}\n")
    (ledger / "claimtrack.toml").write_text('[per-path]\n"claims/*" = ["CT002"]')
    lines = invoke("check").out.splitlines()
    assert lines[-2] == "not shown: per-path 1"
    assert "; skipped " in lines[-1]
    assert "no-proposition" in lines[-1]


def test_it_writes_nothing_into_the_ledger(ledger, invoke):
    def state():
        return {path: path.stat().st_mtime_ns for path in ledger.rglob("*")}

    before = state()
    invoke("check")
    assert state() == before
