"""Reading a ledger from a revision of git, and what stands in the way."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack import Config, UsageError, load
from claimtrack.store.history import load_revision, merge_base, resolve

sys.path.insert(0, str(Path(__file__).parents[1]))
from repositories import ENVIRONMENT, Repository

ONE = "propositions:\n  - {id: dam, text: The dam holds}\n"
ARTICLE = (
    "articles:\n  - {id: a, outlet: wire, title: T, language: en, published: 2031-05-02, "
    "text: ../texts/a.txt}\n"
)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def names(ledger):
    return [document.path for document in ledger.documents]


def test_the_same_as_on_disk(repository):
    repository.commit({"claims/x/a.yaml": ARTICLE, "claims/texts/a.txt": "The dam", "other": "x"})
    disk, tree = load("claims"), load("claims", at="HEAD")
    assert tree.records == disk.records
    assert tree.texts == disk.texts
    assert tree.texts[0].content == "The dam"
    assert tree.findings == disk.findings == ()
    assert tree.read("claims/texts/a.txt") == "The dam"


def test_an_earlier_state_whatever_the_folder_holds_now(repository):
    repository.commit({"claims/a.yaml": ONE}, tag="first")
    repository.commit({"claims/a.yaml": ONE.replace("holds", "failed"), "claims/b.yaml": "x: 1"})
    (repository.folder / "claims/a.yaml").unlink()
    ledger = load("claims", at="first")
    assert str(ledger.propositions["dam"].text) == "The dam holds"
    assert names(ledger) == ["claims/a.yaml"]


def test_from_a_folder_inside_the_repository(repository, monkeypatch):
    repository.commit({"claims/x/a.yaml": ARTICLE, "claims/texts/a.txt": "The dam", "docs/d": ""})
    monkeypatch.chdir(repository.folder / "docs")
    ledger = load("../claims", at="HEAD")
    assert names(ledger) == ["../claims/x/a.yaml"]
    assert ledger.findings == ()
    assert ledger.texts[0].content == "The dam"


def test_the_files_of_a_walk_and_no_others(repository):
    repository.write({f"claims/{name}": ONE for name in (".hidden.yaml", ".h/b.yaml", "c.yml")})
    repository.write({f"claims/{name}": ONE for name in ("drafts/d.yaml", "e.yaml.txt", "س.yaml")})
    repository.write({"claims/new\nline.yaml": ONE, "outside/f.yaml": ONE})
    (repository.folder / "claims/link.yaml").symlink_to("../outside/f.yaml")
    repository.commit()
    config = Config(exclude=("drafts",))
    expected = ["claims/c.yml", "claims/new\nline.yaml", "claims/س.yaml"]
    assert names(load_revision("HEAD", ["claims"], config)) == expected
    assert names(load_revision("HEAD", ["claims/e.yaml.txt"], config)) == ["claims/e.yaml.txt"]


def test_a_large_file_is_refused_as_on_disk(repository):
    repository.commit({"claims/a.yaml": ONE, "claims/b.yaml": "# " + "x" * 3000})
    config = Config(max_file_bytes=1000)
    tree, disk = load_revision("HEAD", ["claims"], config), load("claims", config=config)
    assert [finding.message for finding in tree.findings] == [f.message for f in disk.findings]
    assert names(tree) == names(disk)


def test_texts_of_the_configured_folder(repository):
    text = ARTICLE.replace("../texts", "../archive")
    repository.commit({"claims/a.yaml": text, "archive/a.txt": "kept"})
    (captured,) = load_revision("HEAD", ["claims"], Config(texts="archive")).texts
    assert captured.content == "kept"
    (captured,) = load_revision("HEAD", ["claims"], Config()).texts or (None,)
    assert captured is None or captured.content is None


def test_what_was_not_there_yet_is_an_empty_ledger(repository):
    repository.commit({"README": "x"})
    assert load("claims", at="HEAD").documents == ()


@pytest.mark.parametrize("name", ["-p", "--output=x", ""])
def test_what_looks_like_an_option_is_no_revision(repository, name):
    repository.commit({"claims/a.yaml": ONE})
    with pytest.raises(UsageError, match="is no revision"):
        resolve(name)


def test_no_such_revision(repository):
    repository.commit({"claims/a.yaml": ONE})
    with pytest.raises(UsageError, match="no revision 'nope' in this repository"):
        load("claims", at="nope")
    with pytest.raises(UsageError, match="no revision"):
        load("claims", at="HEAD:claims")  # a tree is no state of the ledger
    with pytest.raises(UsageError, match="NUL"):
        load("claims", at="a\0b")


def test_without_commits(repository):
    with pytest.raises(UsageError, match="no commits yet"):
        load("claims", at="HEAD")


def test_outside_of_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="not a git repository"):
        load("claims", at="HEAD")


def test_a_path_outside_of_the_repository(repository, tmp_path_factory):
    repository.commit({"claims/a.yaml": ONE})
    with pytest.raises(UsageError, match="lies outside this repository"):
        load(tmp_path_factory.mktemp("other"), at="HEAD")


def test_a_shallow_clone_says_so(repository, tmp_path_factory, monkeypatch):
    repository.commit({"claims/a.yaml": ONE}, tag="first")
    repository.commit({"claims/a.yaml": ONE + "\n"})
    clone = tmp_path_factory.mktemp("clone")
    source = repository.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, clone], check=True)  # noqa: S603, S607
    monkeypatch.chdir(clone)
    assert load("claims", at="HEAD").records
    with pytest.raises(UsageError, match="this clone is shallow"):
        load("claims", at="HEAD~1")


def test_without_git(repository, monkeypatch):
    repository.commit({"claims/a.yaml": ONE})
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(UsageError, match="git is not installed"):
        load("claims", at="HEAD")


def test_nothing_that_a_repository_names_is_run(repository):
    repository.commit({"claims/a.yaml": ONE, ".gitattributes": "*.yaml filter=evil diff=evil"})
    ran = repository.folder / "ran"
    script = repository.folder / "evil"
    script.write_text(f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.evil.textconv"):
        repository.git("config", key, str(script))
    repository.git("config", "filter.evil.smudge", str(script))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        os.link(script, repository.folder / ".git" / "hooks" / hook)
    assert load("claims", at="HEAD").records
    assert not ran.exists()


def test_merge_base(repository):
    repository.commit({"a": "1"}, tag="root")
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"b": "1"})
    repository.git("checkout", "-q", "main")
    repository.commit({"a": "2"})
    assert merge_base("main", "side") == resolve("root")
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.commit({"a": "3"})
    with pytest.raises(UsageError, match="no commit in common"):
        merge_base("main", "alone")


def test_a_text_that_is_a_link_inside_the_ledger(repository):
    repository.write({"claims/x/a.yaml": ARTICLE, "claims/kept/b.txt": "The dam"})
    (repository.folder / "claims/texts").symlink_to("kept")
    (repository.folder / "claims/kept/a.txt").symlink_to("b.txt")
    repository.commit()
    tree = load("claims", at="HEAD")
    assert tree.texts == load("claims").texts
    assert tree.texts[0].content == "The dam"


def test_a_link_that_leads_round_is_no_text(repository):
    repository.write({"claims/x/a.yaml": ARTICLE})
    (repository.folder / "claims/texts").symlink_to("texts")
    repository.commit()
    assert load("claims", at="HEAD").texts[0].content is None


@pytest.mark.parametrize("ends", ["crlf", "lf"])
def test_line_ends_that_git_keeps_otherwise_are_no_change(repository, ends):
    text = "The dam\nholds\n"
    bytes_there = text.replace("\n", "\r\n").encode() if ends == "crlf" else text.encode()
    digest = hashlib.sha256(bytes_there).hexdigest()
    article = ARTICLE.replace("text:", f"sha256: {digest}, text:")
    repository.write({"claims/x/a.yaml": article, ".gitattributes": f"*.txt text eol={ends}\n"})
    (repository.folder / "claims/texts").mkdir()
    (repository.folder / "claims/texts/a.txt").write_bytes(bytes_there)
    repository.commit()
    for ledger in (load("claims"), load("claims", at="HEAD")):
        assert ledger.texts[0].actual == digest
        assert not ledger.texts[0].ends_differ


def test_an_object_that_is_gone_is_told_by_name(repository):
    repository.commit({"claims/x/a.yaml": ARTICLE, "claims/texts/a.txt": "The dam"})
    blob = repository.git("rev-parse", "HEAD:claims/texts/a.txt").strip()
    (repository.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(UsageError, match=r"claims/texts/a\.txt: .* does not hold that file; fetch"):
        load("claims", at="HEAD")


def test_a_clone_without_files_says_so(repository, tmp_path_factory, monkeypatch):
    repository.commit({"claims/a.yaml": ONE}, tag="first")
    repository.commit({"claims/a.yaml": ONE + "# more\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("clone") / "c"
    repository.git(
        "clone", "-q", "--filter=blob:none", repository.folder.as_uri(), os.fspath(clone)
    )
    monkeypatch.chdir(clone)
    with pytest.raises(UsageError, match="left files out; fetch it first"):
        load("claims", at="first")
