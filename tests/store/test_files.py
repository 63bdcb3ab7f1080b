"""Whatever stands in a folder, its claim files are found, read or told, and nothing blocks."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

import claimtrack
from claimtrack.store import files as store_files
from claimtrack.store import walk as store_walk

CLAIM = "claims: [{id: c, article: a, speaker: s, statement: x}]\n"
is_root = hasattr(os, "geteuid") and os.geteuid() == 0
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights that few have there")


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a ledger with one good file, in a working folder of its own."""
    monkeypatch.chdir(tmp_path)
    folder = Path("ledger")
    folder.mkdir()
    (folder / "good.yaml").write_text(CLAIM, encoding="utf-8")
    return folder


def told(*paths: Path) -> list[str]:
    """File, place, code and message of every finding; the good file is always read."""
    found = claimtrack.load(*paths)
    assert "c" in found.claims
    assert not [one for one in claimtrack.check(found).findings if one.code == "CT900"]
    return [
        f"{one.primary.file}:{one.primary.line} {one.code} {one.message} -- {one.help}"
        for one in found.findings
    ]


def test_finds_both_endings_and_passes_over_what_is_hidden(ledger: Path) -> None:
    for name in ("b.yml", "sub/c.yaml", ".hidden.yaml", ".git/d.yaml", "e.txt", "f.YAML"):
        (ledger / name).parent.mkdir(exist_ok=True)
        (ledger / name).write_text("actors: []\n", encoding="utf-8")
    names = [document.path for document in claimtrack.load(ledger).documents]
    assert names == ["ledger/b.yml", "ledger/good.yaml", "ledger/sub/c.yaml"]


@needs_links
def test_loops_of_links_end(ledger: Path) -> None:
    (ledger / "sub").mkdir()
    (ledger / "sub" / "up").symlink_to("..")
    (ledger / "sub" / "self").symlink_to("self")
    assert told(ledger) == []
    assert len(claimtrack.load(ledger).documents) == 1


LINKS = {
    "to itself": ("loop.yaml", "Too many levels of symbolic links"),
    "to nothing": ("nowhere", "No such file"),
    "out of the ledger": ("../secret.yaml", "the link leads out of the ledger's folder"),
    "to a device": ("/dev/zero", "the link leads out of the ledger's folder"),
}


@needs_links
@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_told_that_leads(name: str, ledger: Path) -> None:
    target, message = LINKS[name]
    Path("secret.yaml").write_text("secret: [\n", encoding="utf-8")
    (ledger / "loop.yaml").symlink_to(target)
    (found,) = told(ledger)
    assert found.startswith("ledger/loop.yaml:1 CT001 ")
    assert message in found
    assert "secret:" not in found


@needs_links
def test_a_linked_folder_out_of_the_ledger_is_told(ledger: Path) -> None:
    Path("other").mkdir()
    (Path("other") / "x.yaml").write_text("secret: [\n", encoding="utf-8")
    (ledger / "sub").symlink_to("../other")
    (found,) = told(ledger)
    assert found.startswith("ledger/sub:1 CT001 the link leads out of the ledger's folder")


@needs_links
def test_a_linked_folder_out_of_the_ledger_is_not_walked(ledger: Path) -> None:
    (Path("other") / "inner").mkdir(parents=True)
    (Path("other") / "inner" / "x.yaml").write_text(CLAIM, encoding="utf-8")
    (ledger / "sub").symlink_to("../other")
    (found,) = told(ledger)
    assert "inner" not in found
    Path("claimtrack.toml").write_text('ledger = "ledger"\ntexts = "other"\n', encoding="utf-8")
    (found,) = told(ledger)
    assert found.startswith("ledger/sub/inner/x.yaml:1 CT001 the link leads out"), "texts may be"


@needs_links
def test_a_link_within_the_ledger_is_one_file(ledger: Path) -> None:
    (ledger / "again.yaml").symlink_to("good.yaml")
    assert told(ledger) == []
    assert [document.path for document in claimtrack.load(ledger).documents] == [
        "ledger/again.yaml"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_a_socket_does_not_block(ledger: Path) -> None:
    os.mkfifo(ledger / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(ledger / "socket.yaml"))
        found = told(ledger)
    assert [line.split(" -- ")[0] for line in found] == [
        "ledger/pipe.yaml:1 CT001 not a regular file",
        "ledger/socket.yaml:1 CT001 not a regular file",
    ]


@pytest.mark.skipif(is_root or os.name == "nt", reason="the superuser can read everything")
@pytest.mark.parametrize("name", ["closed.yaml", "closed"])
def test_what_may_not_be_read_is_told(name: str, ledger: Path) -> None:
    closed = ledger / name
    if name.endswith(".yaml"):
        closed.write_text(CLAIM, encoding="utf-8")
    else:
        closed.mkdir()
    closed.chmod(0)
    try:
        (found,) = told(ledger)
    finally:
        closed.chmod(0o700)
    assert found.startswith(f"ledger/{name}:1 CT001 the ")
    assert "cannot be read" in found


def test_an_error_of_the_disk_is_told(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ledger / "bad.yaml").write_text(CLAIM, encoding="utf-8")
    found = store_walk.find_files([str(ledger)])
    entry = next(one for one in found if one.name == "ledger/bad.yaml")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("builtins.open", fail)
    with pytest.raises(store_files.Unreadable, match="cannot be read: Input/output error"):
        store_files.read_bytes(entry, 100)


def test_a_file_that_vanishes_is_told(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ledger / "gone.yaml").write_text(CLAIM, encoding="utf-8")
    listed = store_walk.find_files

    def then_gone(*given: object) -> object:
        entries = listed(*given)  # type: ignore[arg-type]
        (ledger / "gone.yaml").unlink()
        return entries

    monkeypatch.setattr("claimtrack.store.load.find_files", then_gone)
    (found,) = told(ledger)
    assert found.startswith("ledger/gone.yaml:1 CT001 the file cannot be read: No such file")


def test_a_file_of_50_mebibytes_is_refused(ledger: Path) -> None:
    with (ledger / "large.yaml").open("wb") as file:
        file.truncate(50 * 2**20)
    (found,) = told(ledger)
    assert found.startswith(
        "ledger/large.yaml:1 CT001 the file has 50.0 MiB, more than the 16 MiB that are read"
        " -- split it by article, or raise max-file-bytes"
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no such files here")
def test_one_that_holds_more_than_it_says_is_refused() -> None:
    entry = store_walk.FileEntry("status", "/proc/self/status", "/proc")
    with pytest.raises(store_files.Unreadable, match="more than the"):
        store_files.read_bytes(entry, 10)


def test_paths_out_of_the_ledger_by_its_folder(ledger: Path) -> None:
    article = (
        "article: {id: a, outlet: o, title: t, language: en, published: 2031, text: ../t/x.txt}\n"
    )
    (ledger / "articles").mkdir()
    (ledger / "articles" / "a.yaml").write_text(article, encoding="utf-8")
    (ledger / "b.yaml").write_text(article, encoding="utf-8")
    (found,) = told(ledger)
    assert found.startswith("ledger/b.yaml:1 CT004 text: '../t/x.txt' leaves the ledger's folder")
    Path("claimtrack.toml").write_text('ledger = "ledger"\ntexts = "t"\n', encoding="utf-8")
    assert told(ledger) == []
    Path("claimtrack.toml").write_text('ledger = "ledger"\n', encoding="utf-8")
    alone = claimtrack.load(ledger / "articles" / "a.yaml")
    assert not alone.findings, "a file that is checked alone belongs to the same ledger"
    assert claimtrack.load(ledger / "b.yaml").findings


def test_a_path_that_is_not_there_is_a_usage_error(ledger: Path) -> None:
    with pytest.raises(claimtrack.UsageError, match="nowhere: no such file or folder"):
        claimtrack.load(ledger, "nowhere")
