"""`claimtrack export`: where it writes, and what it says of what found no place."""

import sqlite3
import sys

import pytest
from desk import CLEAN

from claimtrack.plugins import all_exporters

FOLDERS = sorted(name for name, one in all_exporters().items() if one.folder)
FILES = sorted(name for name, one in all_exporters().items() if not one.folder)


def test_every_format_is_in_the_help(folder, invoke):
    ran = invoke("export", "--help")
    assert ran.status == 0
    for name, exporter in all_exporters().items():
        assert f"  {name} " in ran.out
        assert exporter.summary.split()[0] in ran.out


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_is_printed(clean, invoke, spawn, name):
    assert invoke("export", name, "--output", "out").status == 0
    written = (clean / "out").read_bytes()
    printed = spawn("export", name, cwd=clean)
    assert (printed.returncode, printed.stdout) == (0, written)
    assert written


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_made(clean, invoke, name):
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    assert invoke("export", name, "--output", "new/folder").status == 0
    assert (clean / "new" / "folder" / f"claims.{name}").stat().st_size > 0
    ran = invoke("export", name)
    assert (ran.status, ran.out) == (2, "")
    assert "name a folder with --output" in ran.err
    (clean / "file").write_text("mine", encoding="utf-8")
    ran = invoke("export", name, "--output", "file")
    assert ran.status == 2
    assert "file: no folder can be made" in ran.err
    assert (clean / "file").read_text(encoding="utf-8") == "mine"


def test_a_terminal_is_spared_a_database(clean, invoke, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = invoke("export", "sqlite")
    assert (ran.status, ran.out) == (2, "")
    assert "name a file with --output" in ran.err


def test_what_finds_no_place_is_counted_with_its_reason(clean, invoke):
    twice = "\n".join(f"  - {{id: oduya, kind: person, name: No {n}}}" for n in range(7))
    (clean / "claims" / "b.yaml").write_text(
        f"actors:\n{twice}\nclaims:\n  - {{id: ك}}\n", encoding="utf-8"
    )
    ran = invoke("export", "csv", "--output", "out")
    assert ran.status == 0
    problems, left_out = ran.err.splitlines()
    assert "what could not be read was not exported" in problems
    assert left_out.startswith("claimtrack: left out, 7: another record of that kind")
    assert left_out.endswith("actor:oduya, actor:oduya and 2 more")
    assert "and 2 more" not in invoke("export", "csv", "--output", "out", "--verbose").err


def test_a_format_that_there_is_not(clean, invoke):
    ran = invoke("export", "sqlit")
    assert ran.status == 2
    assert "no format 'sqlit'; did you mean 'sqlite'?" in " ".join(ran.err.split())


def test_a_package_that_is_missing(clean, invoke, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = invoke("export", "parquet", "--output", "out")
    assert ran.status == 2
    assert "pip install 'claimtrack[parquet]'" in ran.err


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("https://ledger.example", "https://ledger.example/claim/red-line"),
        ("https://ledger.example/#", "https://ledger.example/#claim/red-line"),
        ("urn:example:", "urn:example:claim/red-line"),
    ],
)
def test_addresses_begin_as_asked(clean, invoke, base, address):
    assert f"<{address}>" in invoke("export", "rdf", "--base", base).out


@pytest.mark.parametrize("base", ["ledger", "https://a b/", "x:<>", ""])
def test_a_base_that_is_no_address(clean, invoke, base):
    ran = invoke("export", "rdf", "--base", base)
    assert ran.status == 2
    assert "is no address such as" in " ".join(ran.err.split())


def test_a_ledger_of_one_folder(clean, invoke):
    (clean / "one.yaml").write_text(CLEAN, encoding="utf-8")
    assert invoke("export", "sqlite", "one.yaml", "--output", "out.db").status == 0
    with sqlite3.connect(clean / "out.db") as database:
        assert database.execute("SELECT id FROM claims").fetchall() == [("red-line",)]
    assert invoke("export", "jsonl", "nowhere").status == 2


def test_no_file_is_written_where_one_would_take_the_place_of_a_text(clean, invoke):
    (clean / "claims" / "claims.csv").write_text("The dam", encoding="utf-8")
    ledger = CLEAN.replace("published: 2031-05-02", "published: 2031-05-02, text: claims.csv")
    (clean / "claims" / "a.yaml").write_text(ledger, encoding="utf-8")
    ran = invoke("export", "csv", "--output", "claims")
    assert ran.status == 2
    assert "claims.csv is a file of the ledger; nothing was written" in ran.err
    assert sorted(path.name for path in (clean / "claims").iterdir()) == ["a.yaml", "claims.csv"]
