"""Edits of a claim file by span: the cases of `edits.yml`, whatever the line breaks and parser."""

from __future__ import annotations

from typing import Any

import pytest
from tables import read_table

from claimtrack.findings import Edit
from claimtrack.store.edits import apply

TABLE = read_table("edits.yml")


def edited(text: str, edits: list[str]) -> str:
    made = [Edit("a.yaml", pointer, action, *rest) for action, pointer, *rest in map(split, edits)]
    done = apply(text, made)
    assert apply(text, made, pure=True) == done, "the two parsers differ"
    return done


def split(edit: str) -> Any:
    return edit.split(" ", 2)


def by_name(section: str) -> pytest.MarkDecorator:
    cases = [pytest.param(case, id=case["name"]) for case in TABLE[section]]
    return pytest.mark.parametrize("case", cases)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
@by_name("changes")
def test_changes_only_what_it_names(case: dict[str, Any], bom: str, breaks: str) -> None:
    whole: str = bom + TABLE["text"]
    assert whole.count(case["before"]) == 1
    expected = whole.replace(case["before"], case["after"]).replace("\n", breaks)
    assert edited(whole.replace("\n", breaks), case["edits"]) == expected


@by_name("files")
def test_small_files(case: dict[str, Any]) -> None:
    assert edited(case["before"], case["edits"]) == case["after"]


@by_name("refused")
def test_refuses_what_it_cannot_do_alone(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=case["says"]):
        edited(case["before"], case["edits"])
