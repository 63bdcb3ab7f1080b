"""`claimtrack report`, as a newsroom calls it."""

import json

import pytest
from ledgers import FLOOD
from repositories import Repository

import claimtrack.cli
from claimtrack.errors import UsageError
from claimtrack.store.report_folder import KEPT

DAY = ("--as-of", "2031-06-01")


def run(*arguments):
    return claimtrack.cli.run(["report", *map(str, arguments)])


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "flood.yaml").write_text(FLOOD, encoding="utf-8")
    return tmp_path


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.html")
    }


def test_it_writes_the_pages_and_says_where(ledger, capsys):
    assert run("--out", "out/site", *DAY, "--title", "A <flood>") == 0
    assert capsys.readouterr().out == "out/site/index.html\n"
    files = texts(ledger / "out/site")
    assert {"index.html", "search.html", "claims/late.html", "rules/ct303.html"} <= set(files)
    assert "A &lt;flood&gt;" in files["index.html"]
    assert not any(str(ledger) in text for text in files.values())
    assert run("--out", "out/site", *DAY, "--title", "A <flood>") == 0
    assert texts(ledger / "out/site") == files


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("single", "report.html"),
        ("markdown", "report.md"),
        ("digest", "digest.md"),
        ("json", "report.json"),
    ],
)
def test_other_forms_are_one_file(ledger, capsys, form, file):
    assert run("--format", form, "--out", "one", *DAY) == 0
    assert {path.name for path in (ledger / "one").iterdir()} == {file, KEPT}
    assert capsys.readouterr().out == f"one/{file}\n"


def test_the_view_model_is_json(ledger):
    run("--format", "json", "--out", "one", *DAY)
    report = json.loads((ledger / "one/report.json").read_text("utf-8"))
    assert report["schema"] == "claimtrack-report/1"
    assert [item["claim"]["id"]["text"] for item in report["claims"]] == [
        "early",
        "loose",
        "own",
        "late",
    ]
    assert report["edition"]["as_of"]["text"] == "2031-06-01"


def test_the_digest_says_what_an_editor_must_know(ledger):
    run("--format", "digest", "--out", "one", *DAY, "--lang", "ar")
    text = (ledger / "one/digest.md").read_text("utf-8")
    assert "CT303 verdict-conflict" in text
    assert "ما لم يُفحص" in text


def test_what_changed_since_a_revision_is_on_the_front_page(ledger):
    repository = Repository(ledger)
    repository.commit(tag="v1")
    changed = FLOOD.replace("statement: It rained", "statement: It was dry")
    repository.write({"claims/flood.yaml": changed})
    assert run("--out", "out", *DAY, "--since", "v1") == 0
    front = (ledger / "out/index.html").read_text("utf-8")
    assert "Changed since" in front
    assert "<del" in front
    assert "with changes that are not committed" in front
    head = repository.git("rev-parse", "HEAD").strip()
    assert all(head[:12] in text for text in texts(ledger / "out").values())


def times(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def test_a_page_is_written_anew_only_where_it_changed(ledger):
    repository = Repository(ledger)
    repository.commit()
    repository.write(
        {"claims/flood.yaml": FLOOD + "# A remark: the files differ from the commit.\n"}
    )
    run("--out", "out", *DAY)
    before = times(ledger / "out")
    run("--out", "out", *DAY)
    assert times(ledger / "out") == before
    changed = FLOOD.replace("statement: It rained", "statement: It was dry")
    repository.write({"claims/flood.yaml": changed})
    run("--out", "out", *DAY)
    after = times(ledger / "out")
    assert after.keys() == before.keys()
    written = {name for name in after if after[name] != before[name]}
    assert "loose.html" in written
    assert not written & {"dam-holds.html", "early.html", "late.html", "ct303.html", "wire.html"}


def test_filters_stand_on_every_page(ledger):
    assert run("--out", "out", *DAY, "--topic", "dam") == 0
    found = texts(ledger / "out")
    assert "claims/loose.html" not in found
    assert all("only topic" in text for text in found.values())


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--topic", "damm", "no proposition is under that topic; did you mean dam?"),
        ("--speaker", "duvry", "did you mean duvri?"),
        ("--article", "zzz", "there is no article of that identifier"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(ledger, option, value, message):
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        run("--out", "out", *DAY, option, value)


def test_a_ledger_with_errors_still_has_its_pages(ledger):
    (ledger / "claims" / "bad.yaml").write_text('actors: [{id: "x\n', encoding="utf-8")
    assert run("--out", "out", *DAY) == 0
    assert "yaml-syntax" in (ledger / "out/index.html").read_text("utf-8")


def test_a_text_that_is_not_there_is_said_where_it_is_missed(ledger):
    named = FLOOD.replace("published: 2031-05-03,", "published: 2031-05-03, text: gone.txt,")
    (ledger / "claims" / "flood.yaml").write_text(named, encoding="utf-8")
    assert run("--out", "out", *DAY) == 0
    assert "text-missing" in (ledger / "out/articles/a1.html").read_text("utf-8")
    assert "No captured text" in (ledger / "out/articles/a1.html").read_text("utf-8")
    front = " ".join((ledger / "out/index.html").read_text("utf-8").split())
    assert "<b>2</b> articles without captured text" in front
