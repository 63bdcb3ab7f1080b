"""`claimtrack report`, as a newsroom calls it."""

from ledgers import FLOOD

import claimtrack.cli


def run(*arguments):
    return claimtrack.cli.run(["report", *map(str, arguments)])


def test_it_writes_the_pages_and_says_where(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "flood.yaml").write_text(FLOOD, encoding="utf-8")
    assert run("--out", "out/site", "--as-of", "2031-06-01", "--title", "A <flood>") == 0
    assert capsys.readouterr().out == "out/site/index.html\n"
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "out/site").iterdir()}
    assert sorted(files) == [
        "articles.html",
        "findings.html",
        "index.html",
        "propositions.html",
        "speakers.html",
    ]
    assert "A &lt;flood&gt;" in files["index.html"]
    assert not any(str(tmp_path) in text for text in files.values())
    assert run("--out", "out/site", "--as-of", "2031-06-01", "--title", "A <flood>") == 0
    again = {path.name: path.read_text("utf-8") for path in (tmp_path / "out/site").iterdir()}
    assert again == files


def test_markdown_is_one_file(tmp_path, capsys):
    (tmp_path / "flood.yaml").write_text(FLOOD, encoding="utf-8")
    assert run(tmp_path / "flood.yaml", "--format", "markdown", "--out", tmp_path / "md") == 0
    assert [path.name for path in (tmp_path / "md").iterdir()] == ["report.md"]
    assert capsys.readouterr().out.endswith("report.md\n")
