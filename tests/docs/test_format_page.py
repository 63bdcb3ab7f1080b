"""The format page says what the model and the readers do."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from claimtrack import loads
from claimtrack.model.content import keys_of
from claimtrack.store.structure import SECTIONS
from claimtrack.testing.field_tables import anchor, documented, meanings
from claimtrack.testing.format_page import filled, main
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import parse_quantity

PATH = Path(__file__).parents[2] / "docs" / "format.md"
PAGE = PATH.read_text(encoding="utf-8")


def table_under(heading):
    """The cells of the table of one section, without its head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def code(cell):
    return re.findall("`([^`]+)`", cell)


def test_tables_are_what_the_model_says(capsys):
    assert main([str(PATH), "--check"]) == 0, capsys.readouterr().out


def test_stale_table_is_told_and_written(tmp_path, capsys):
    page = tmp_path / "format.md"
    page.write_text(PAGE.replace("The headline.", "The title."), encoding="utf-8")
    assert main([str(page), "--check"]) == 1
    assert "not what the model says" in capsys.readouterr().out
    assert main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == PAGE


def test_class_without_a_mark_is_refused():
    with pytest.raises(ValueError, match="'Quote'"):
        filled(PAGE.replace("<!-- fields of Quote -->", ""))


@pytest.mark.parametrize("cls", documented().values(), ids=lambda cls: cls.__name__)
def test_everything_has_a_meaning_and_a_section(cls):
    names = cls.__members__ if issubclass(cls, StrEnum) else [name for name, *_ in keys_of(cls)]
    inherited = set() if cls.__name__ == "Record" else set(meanings(documented()["Record"]))
    assert set(names) - inherited <= set(meanings(cls))
    headings = re.findall("^#+ (.+)$", PAGE, re.MULTILINE)
    assert anchor(cls) in [heading.lower().replace(" ", "-") for heading in headings]


def test_keys_of_a_file():
    assert {word for key, _ in table_under("Files") for word in code(key)} == set(SECTIONS)


@pytest.mark.parametrize("cell", [row[0] for row in table_under("Dates")])
def test_dates_are_read(cell):
    assert all(parse_date(text) for text in code(cell))


@pytest.mark.parametrize("cell", [row[0] for row in table_under("Values")])
def test_quantities_are_read(cell):
    assert all(parse_quantity(text) for text in code(cell))


def test_example_is_well_formed():
    example = re.search("```yaml\n(article:.*?)```", PAGE, re.DOTALL)[1]
    ledger = loads(example)
    assert not ledger.findings
    assert len(ledger.claims) == 2
