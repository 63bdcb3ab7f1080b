"""No command that writes a file writes over one of the ledger."""

import pytest
from desk import CLEAN

COMMANDS = [
    ("check",),
    ("query",),
    ("baseline",),
    ("selftest", "--each", "1"),
    ("impact", "article:one"),
    ("asof", "2031-06-01"),
    ("export", "jsonl"),
    ("export", "sqlite"),
]


@pytest.fixture
def texts(clean):
    (clean / "claims" / "t.txt").write_text("The dam", encoding="utf-8")
    (clean / "claims" / "a.yaml").write_text(
        CLEAN.replace("published: 2031-05-02", "published: 2031-05-02, text: t.txt"),
        encoding="utf-8",
    )
    (clean / "link").symlink_to("claims/a.yaml")
    return clean


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("target", ["claims/a.yaml", "claims/t.txt", "link", "claims/new.yaml"])
def test_a_file_of_the_ledger_is_spared(texts, invoke, command, target):
    before = {path: path.read_bytes() for path in texts.rglob("*") if path.is_file()}
    ran = invoke(*command, "--output", target)
    assert ran.status == 2
    assert "nothing was written" in ran.err
    assert {path: path.read_bytes() for path in texts.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", [*COMMANDS, ("schema",)], ids=" ".join)
def test_the_folder_of_a_file_is_made(clean, invoke, command):
    assert invoke(*command, "--output", "new/folder/out").status == 0
    assert (clean / "new" / "folder" / "out").stat().st_size > 0


@pytest.mark.parametrize("command", [("check",), ("export", "jsonl")], ids=" ".join)
def test_a_file_in_the_place_of_a_folder_is_said(clean, invoke, command):
    (clean / "notes").write_text("mine", encoding="utf-8")
    ran = invoke(*command, "--output", "notes/out")
    assert (ran.status, "notes/out: cannot be written: " in ran.err) == (2, True)


def test_a_baseline_replaces_a_baseline_only(clean, invoke):
    (clean / "notes.json").write_text("{}", encoding="utf-8")
    ran = invoke("baseline", "--output", "notes.json")
    assert (ran.status, (clean / "notes.json").read_text(encoding="utf-8")) == (2, "{}")
    assert [invoke("baseline").status for _ in range(2)] == [0, 0]


def test_a_report_spares_captured_texts(texts, invoke):
    (texts / "claims" / "t.txt").rename(texts / "claims" / "index.html")
    file = texts / "claims" / "a.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("t.txt", "index.html"), "utf-8")
    assert invoke("report", "--out", "claims").status == 2
    assert (texts / "claims" / "index.html").read_text(encoding="utf-8") == "The dam"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("export", "csv", "--output"), "claims.csv"),
        (("report", "--out"), "index.html"),
        (("report", "--format", "markdown", "--out"), "report.md"),
    ],
)
def test_files_of_others_in_a_folder_are_spared(clean, invoke, command, name):
    (clean / "out").mkdir()
    file = clean / "out" / name
    file.write_text("mine", encoding="utf-8")
    ran = invoke(*command, "out")
    assert (ran.status, ran.out) == (2, "")
    assert f"out/{name}: there already, and not written by claimtrack" in ran.err
    assert [path.read_text("utf-8") for path in (clean / "out").rglob("*")] == ["mine"]
    file.unlink()
    assert [invoke(*command, "out").status for _ in range(2)] == [0, 0]
    assert file.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("command", [("diff", ""), ("asof", "2031-06-01", "--known=")])
def test_no_name_is_no_revision(clean, invoke, command):
    ran = invoke(*command)
    assert ran.status == 2
    assert "is no revision" in ran.err


def test_init_keeps_git_from_changing_texts(folder, invoke):
    assert invoke("init", "new").status == 0
    assert "claims/texts/*.txt -text" in (folder / "new/.gitattributes").read_text("utf-8")
    (folder / ".gitattributes").write_text("ours", encoding="utf-8")
    assert invoke("init").status == 0
    assert (folder / ".gitattributes").read_text(encoding="utf-8") == "ours"
