"""The pages of the rules are what the rules' cases print today."""

import re
from pathlib import Path

from claimtrack.rules import catalogue
from claimtrack.testing.pages import main, pages, stale

PAGES = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_fresh():
    assert stale(PAGES, pages(catalogue())) == [], "python3 dev.py docs writes them anew"


def test_a_stale_a_missing_and_a_spare_page_are_told_and_written(tmp_path, capsys):
    wanted = pages(catalogue())
    for name, text in wanted.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "value-conflict.md").write_text("stale", encoding="utf-8")
    (tmp_path / "yaml-syntax.md").unlink()
    (tmp_path / "no-such-rule.md").write_text("spare", encoding="utf-8")
    assert main([str(tmp_path), "--check"]) == 1
    assert capsys.readouterr().out.count("\n") == 3
    assert main([str(tmp_path)]) == 0
    assert stale(tmp_path, wanted) == []


def test_a_captured_text_on_a_page_is_no_yaml():
    page = pages(catalogue())["quote-absent.md"]
    shown = re.findall(r"^`(\S+)`:\n\n```(\w+)$", page, re.MULTILINE)
    assert {(Path(name).suffix, language) for name, language in shown} == {
        (".yaml", "yaml"),
        (".txt", "text"),
    }
