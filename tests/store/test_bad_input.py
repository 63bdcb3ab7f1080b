"""Whatever a file holds, its reading gives findings at their places: the cases of bad_input.yml."""

from __future__ import annotations

from typing import Any

import pytest
from tables import read_table

import claimtrack

TABLE = read_table("bad_input.yml")
CLAIM = "claims:\n- id: c\n  article: a\n  speaker: s\n  statement: x\n  "
ARTICLE = "article:\n  id: a\n  outlet: o\n  title: t\n  language: en\n  published: 2031\n  "


def text_of(case: dict[str, Any]) -> str:
    if "claim" in case:
        return CLAIM + str(case["claim"])
    return ARTICLE + str(case["article"]) if "article" in case else str(case["file"])


def by_name(section: str) -> pytest.MarkDecorator:
    cases = [pytest.param(case, id=case["name"]) for case in TABLE[section]]
    return pytest.mark.parametrize("case", cases)


def told(content: str | bytes) -> list[tuple[str, str, str]]:
    """Place and code, message, and advice of everything that is found."""
    ledger = claimtrack.loads({"a.yaml": content})
    assert {found.primary.file for found in ledger.findings} <= {"a.yaml"}
    return [
        (f"{at.line}:{at.column} {found.code}", found.message, found.help)
        for found in ledger.findings
        for at in [found.primary]
    ]


def assert_found(content: str | bytes, expected: list[str]) -> None:
    found = sorted(told(content))
    assert len(found) == len(expected), found
    for (place, message, advice), line in zip(found, sorted(expected), strict=True):
        at, code, words = line.split(" ", 2)
        says, _, to_do = words.partition(" -- ")
        assert place == f"{at} {code}", found
        assert message.startswith(says), message
        assert advice, message
        assert advice.startswith(to_do), advice


@by_name("accepted")
def test_accepts_what_is_harmless(case: dict[str, Any]) -> None:
    assert told(text_of(case)) == []


@by_name("found")
def test_finds(case: dict[str, Any]) -> None:
    assert_found(text_of(case), case["finds"])


BYTES = {
    "not UTF-8": (b"claims: []\nactors: [\xff]\n", "2:10 CT001 the byte 0xFF is not valid UTF-8"),
    "not UTF-8 after wide ones": ("é: \r\n ق".encode() + b"\xff", "2:3 CT001 the byte 0xFF"),
    "not UTF-8 after a mark": (b"\xef\xbb\xbfa\xff", "1:2 CT001 the byte 0xFF"),
    "cut off": ("a: é".encode()[:-1], "1:4 CT001 the byte 0xC3 is not valid UTF-8"),
    "old Arabic code page": ("a: قال".encode("cp1256"), "1:4 CT001 the byte 0xDE"),
    "UTF-16": ("claims: []".encode("utf-16"), "1:1 CT001 the file is in UTF-16; a claim file is"),
    "UTF-16 unmarked": ("a: []".encode("utf-16-le"), "1:1 CT001 the file is in UTF-16"),
    "UTF-16 unmarked, big": ("a: []".encode("utf-16-be"), "1:1 CT001 the file is in UTF-16"),
    "UTF-32": ("claims: []".encode("utf-32"), "1:1 CT001 the file is in UTF-32"),
    "NUL": (b"a: b\r\nc: d\0\n", "2:5 CT001 the character U+0000 is not allowed in YAML"),
    "bell": (b"a: b\rc: d\x07\n", "2:5 CT001 the character U+0007 is not allowed in YAML"),
    "delete": (b"a: \x7f\n", "1:4 CT001 the character U+007F is not allowed in YAML"),
    "lone surrogate": ("a: b\ud800", "1:5 CT001 half of a surrogate pair stands here alone"),
}


@pytest.mark.parametrize("name", BYTES)
def test_finds_where_the_encoding_is_wrong(name: str) -> None:
    assert_found(BYTES[name][0], [BYTES[name][1]])


def test_the_rest_of_the_file_and_the_other_files_are_still_read() -> None:
    files = {"a.yaml": CLAIM + "note: a: b\n", "b.yaml": b"\xff", "c.yaml": CLAIM + "zzz: 1\n"}
    ledger = claimtrack.loads(files)
    assert [found.code for found in ledger.findings] == ["CT001", "CT001", "CT002"]
    assert [record.origin.file for record in ledger.records] == ["a.yaml", "c.yaml"]
    result = claimtrack.check(ledger)
    assert {"CT001", "CT002", "CT005"} <= {found.code for found in result.findings}


@pytest.mark.parametrize("name", sorted({case["name"] for case in TABLE["found"]}))
def test_no_bad_file_stops_a_check(name: str) -> None:
    case = next(case for case in TABLE["found"] if case["name"] == name)
    result = claimtrack.check(claimtrack.loads(text_of(case)))
    assert result.exit_code() == 1
    assert not [found for found in result.findings if found.code == "CT900"]


@pytest.mark.parametrize(
    "rest", ["note: 1\n  note: 2\n", "note: [1\n", "note: 'left open\n", "nope: 1\n"]
)
def test_a_problem_that_moves_down_is_not_a_new_one(rest: str) -> None:
    here, there = (claimtrack.loads(text + rest) for text in (CLAIM, f"# moved\n\n{CLAIM}"))
    assert [one.fingerprint for one in here.findings] == [one.fingerprint for one in there.findings]
    assert [one.primary.line for one in here.findings] < [
        one.primary.line for one in there.findings
    ]
