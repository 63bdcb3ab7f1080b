"""Which commit a ledger is of."""

import os

import pytest
from repositories import Repository

import claimtrack
from claimtrack.store.revision import revision_of

LEDGER = "actors:\n  - {id: a, kind: person, name: A}\n"


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.commit({"claims/a.yaml": LEDGER, "claims/b.yaml": "actors: []\n", "other.txt": "x"})
    return made


def found():
    return revision_of(claimtrack.load("claims"), ["claims"])


def test_a_clean_ledger_is_of_its_commit(repository):
    head = repository.git("rev-parse", "HEAD").strip()
    assert found() == (head[:12], False)
    repository.write({"other.txt": "y"})
    assert not found().dirty


@pytest.mark.parametrize(
    "change", [{"claims/a.yaml": LEDGER + "\n"}, {"claims/new.yaml": "actors: []\n"}]
)
def test_a_file_that_differs_is_told(repository, change):
    repository.write(change)
    assert found().dirty


@pytest.mark.parametrize("folder", [".", "sub"])
def test_the_commit_is_found_from_any_folder_and_by_any_path(repository, monkeypatch, folder):
    repository.write({"sub/x": ""})
    monkeypatch.chdir(repository.folder / folder)
    for path in (str(repository.folder / "claims"), os.path.relpath(repository.folder / "claims")):
        commit, dirty = revision_of(claimtrack.load(path), [path])
        assert commit
        assert not dirty


def test_a_file_that_is_gone_is_told(repository):
    (repository.folder / "claims/b.yaml").unlink()
    assert found().dirty


def test_line_ends_of_windows_are_no_change(repository):
    (repository.folder / "claims/a.yaml").write_bytes(LEDGER.replace("\n", "\r\n").encode())
    assert not found().dirty


def test_outside_of_a_repository_there_is_no_commit(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/a.yaml").write_text(LEDGER, encoding="utf-8")
    assert found() == ("", False)
