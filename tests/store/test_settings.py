"""Finding the configuration, and whose folder its paths are seen from."""

import json
import os
from pathlib import Path

import pytest

import claimtrack
from claimtrack import Config, ConfigError
from claimtrack.__main__ import main
from claimtrack.store.baseline import read_baseline
from claimtrack.store.settings import find_config, read_config

BROKEN = "actors: [{id: a, kind: person, nmae: A}]\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a ledger, in which the test works."""
    (tmp_path / "claims" / "old").mkdir(parents=True)
    (tmp_path / "desk" / "deep").mkdir(parents=True)
    (tmp_path / "claims" / "a.yaml").write_text(BROKEN)
    (tmp_path / "claims" / "old" / "b.yaml").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder, text, name="claimtrack.toml"):
    (Path(folder) / name).write_text(text)


def checked(capsys, *arguments):
    """The files of the findings, as `check` names them."""
    main(["check", "--output-format", "json", *arguments])
    document = json.loads(capsys.readouterr().out)
    return [finding["primary"]["file"] for finding in document["findings"]], document


def test_without_a_file_the_defaults_hold(project):
    assert find_config() == Config()


def test_the_nearest_file_upwards_counts(project):
    configure(".", 'language = "ar"')
    configure("desk", 'language = "fa"')
    assert find_config().language == "ar"
    assert find_config("claims").language == "ar"
    assert find_config("claims/old/b.yaml").language == "ar"
    assert find_config("desk/deep").language == "fa"
    assert find_config("desk/deep/not-there.yaml").language == "fa"


def test_the_own_file_goes_before_the_shared_one(project):
    configure(".", 'language = "ar"')
    configure(".", '[tool.claimtrack]\nlanguage = "fa"', "pyproject.toml")
    assert find_config().language == "ar"


def test_a_shared_file_counts_where_it_has_the_table(project):
    configure(".", '[tool.claimtrack]\nlanguage = "ar"', "pyproject.toml")
    configure("desk", "[tool.other]\nx = 1", "pyproject.toml")
    assert find_config("desk").language == "ar"
    configure("desk", "tool = 3", "pyproject.toml")
    assert find_config("desk").language == "ar"
    configure("desk", "[tool.claimtrack]", "pyproject.toml")
    assert find_config("desk").language == "en"


def test_a_link_into_a_project_belongs_to_it(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "c.yaml").write_text(BROKEN)
    configure(".", 'language = "ar"')
    (project / "linked").symlink_to(elsewhere)
    assert find_config("linked").language == "ar"


@pytest.mark.parametrize("name", ["claimtrack.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"language = ", "not TOML"),
        (b"language = '\xff'", "not UTF-8"),
        (b"langauge = 'ar'", "did you mean 'language'?"),
        (b"language = 3", "language: expected a string, found 3"),
        (b"language = " + b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_file_is_refused_by_name(project, name, text, says):
    head = b"[tool.claimtrack]\n" if name == "pyproject.toml" else b""
    (project / name).write_bytes(head + text)
    with pytest.raises(ConfigError) as refusal:
        find_config("claims")
    assert says in str(refusal.value)
    assert str(refusal.value).startswith(name)


def test_a_table_that_is_none_is_refused(project):
    for word in ("3", "0", "[]", "''"):
        configure(".", f"[tool]\nclaimtrack = {word}", "pyproject.toml")
        with pytest.raises(ConfigError, match="expected a table"):
            find_config()


def test_a_byte_order_mark_does_no_harm(project):
    (project / "claimtrack.toml").write_bytes(b"\xef\xbb\xbflanguage = 'ar'\n")
    assert find_config().language == "ar"


def test_a_named_file_counts_wherever_it_is(project, capsys):
    configure(".", 'language = "ar"')
    configure("desk", 'ledger = ["../claims/old"]\nlanguage = "fa"', "other.toml")
    assert read_config(Path("desk/other.toml")).language == "fa"
    files, _ = checked(capsys, "--config", "desk/other.toml")
    assert set(files) == {"claims/old/b.yaml"}


def test_a_named_file_that_is_not_there(project, capsys):
    assert main(["check", "--config", "none.toml"]) == 2
    assert "none.toml: cannot be read: No such file" in capsys.readouterr().err


def test_a_named_pyproject_without_the_table_gives_the_defaults(project):
    configure("desk", "[tool.other]", "pyproject.toml")
    assert read_config(Path("desk/pyproject.toml")).language == "en"


@pytest.mark.parametrize("folder", [".", "claims", "claims/old", "desk/deep"])
def test_paths_are_relative_to_the_files_folder_and_shown_from_the_working_folder(
    project, capsys, monkeypatch, folder
):
    configure(".", 'ledger = ["claims"]\ntexts = "texts"\nbaseline = "desk/accepted.json"')
    accepted = '{"schema": "claimtrack-baseline/1", "findings": []}'
    (project / "desk" / "accepted.json").write_text(accepted)
    monkeypatch.chdir(project / folder)
    files, _ = checked(capsys)
    expected = {os.path.relpath(project / "claims" / name) for name in ("a.yaml", "old/b.yaml")}
    assert set(files) == expected
    config = find_config()
    assert not Path(config.texts).is_absolute()
    assert Path(config.texts).resolve() == project / "texts"
    assert {document.path for document in claimtrack.load().documents} == expected


def test_absolute_paths_are_shown_from_the_working_folder(project, capsys):
    configure(".", f'ledger = ["{project}/claims"]')
    assert set(checked(capsys)[0]) == {"claims/a.yaml", "claims/old/b.yaml"}
    assert set(checked(capsys, str(project / "claims" / "old"))[0]) == {"claims/old/b.yaml"}


@pytest.mark.parametrize("folder", [".", "claims", "claims/old", "desk/deep"])
@pytest.mark.parametrize("pattern", ["claims/old/*", "claims/old/b.yaml", "*/old/*", "*b.yaml"])
def test_patterns_of_per_path_are_relative_to_the_files_folder(
    project, capsys, monkeypatch, folder, pattern
):
    configure(".", f'[per-path]\n"{pattern}" = ["CT0"]')
    monkeypatch.chdir(project / folder)
    files, document = checked(capsys)
    assert {Path(file).name for file in files} == {"a.yaml"}
    assert document["summary"]["suppressed"]["per-path"] == len(files)


def test_patterns_are_not_relative_to_the_working_folder(project, capsys, monkeypatch):
    configure(".", '[per-path]\n"old/*" = ["CT0"]')
    monkeypatch.chdir(project / "claims")
    assert {Path(file).name for file in checked(capsys)[0]} == {"a.yaml", "b.yaml"}


def test_patterns_of_a_configuration_further_down(project, capsys):
    configure("claims", '[per-path]\n"old/*" = ["CT0"]')
    files, _ = checked(capsys, "claims")
    assert set(files) == {"claims/a.yaml"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 1}', "[" * 100_000])
def test_what_is_no_baseline_is_refused(project, text):
    file = project / "accepted.json"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"accepted\.json: "):
        read_baseline(file)
