"""Captured texts: which an article has, how they are read, and what cannot be read."""

import hashlib
import os

import pytest

from claimtrack import load, loads
from claimtrack.config import Config
from claimtrack.text.anchor import Passage

ARTICLE = "article: {id: a, outlet: wire, title: Flood, language: en, published: 2031-05-02, "
VERSIONS = "versions: [{retrieved: 2031-05-02, text: 1.txt}, {retrieved: 2031-05-04, text: 2.txt}]"
OUT = "the path leads out of the ledger's folder"


def texts_of(fields, **files):
    ledger = loads({"ledger.yaml": ARTICLE + fields + "}", **files})
    assert ledger.findings == ()
    return ledger.texts


def test_an_article_without_a_text_has_none():
    assert texts_of("kind: news") == ()


def test_the_text_of_an_article():
    digest = "0" * 64
    (text,) = texts_of(f"text: a.txt, sha256: {digest}", **{"a.txt": "The dam\nheld."})
    assert (text.id, text.is_current, text.path) == ("a@1", True, "a.txt")
    assert text.content == "The dam\nheld."
    assert text.recorded == digest
    assert text.actual == hashlib.sha256(b"The dam\nheld.").hexdigest()
    assert text.problem == ""
    place = text.where(*text.named_by, message="its text")
    assert (place.record, place.pointer, place.message) == (
        "article:a",
        "/article/text",
        "its text",
    )


def test_versions_stand_oldest_first_and_the_last_is_current():
    found = texts_of(VERSIONS, **{"1.txt": "one", "2.txt": "two"})
    assert [(text.content, text.is_current) for text in found] == [("one", False), ("two", True)]
    assert [str(text.retrieved) for text in found] == ["2031-05-02", "2031-05-04"]
    assert found[1].named_by == ("versions", 1, "text")


@pytest.mark.parametrize(("text", "count"), [("2.txt", 2), ("0.txt", 3)])
def test_a_text_beside_versions_is_the_oldest_unless_it_is_one_of_them(text, count):
    files = {"0.txt": "zero", "1.txt": "one", "2.txt": "two"}
    found = texts_of(f"text: {text}, {VERSIONS}", **files)
    assert len(found) == count
    assert found[-1].content == "two"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff\xfeD\x00", "the file is in UTF-16; a captured text is in UTF-8"),
        (b"The dam\x00", "the file is not plain text: it holds a NUL byte"),
        (b"The dam\nheld \xe9", "the file is not in UTF-8: line 2 has the byte 0xE9"),
        (None, "the file cannot be read: it is not among those given"),
    ],
)
def test_what_is_no_text_says_why(content, problem):
    files = {} if content is None else {"a.txt": content}
    (text,) = texts_of("text: a.txt", **files)
    assert (text.content, text.problem) == (None, problem)


def test_a_byte_order_mark_is_no_part_of_the_text():
    (text,) = texts_of("text: a.txt", **{"a.txt": b"\xef\xbb\xbfThe dam"})
    assert text.content == "The dam"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_passage_has_lines_and_columns(ending):
    content = f"The dam{ending}السد آمن{ending}held"
    (text,) = texts_of("text: a.txt", **{"a.txt": content})
    start = content.index("آمن")
    place = text.place(Passage(start, start + 3), "a word")
    assert (place.file, place.record, place.message) == ("a.txt", "article:a", "a word")
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 6, 2, 9)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims" / "texts").mkdir(parents=True)
    (tmp_path / "claims" / "a.yaml").write_text(ARTICLE + "text: texts/a.txt}", encoding="utf-8")
    return tmp_path


def test_a_text_of_the_disk_is_read_and_can_be_shown(folder):
    (folder / "claims" / "texts" / "a.txt").write_text("The dam held.", encoding="utf-8")
    ledger = load("claims")
    assert [text.content for text in ledger.texts] == ["The dam held."]
    assert ledger.read("claims/texts/a.txt") == "The dam held."


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "the file cannot be read: No such file or directory"),
        (lambda path: path.mkdir(), "this is a folder, not a file"),
        (os.mkfifo, "not a regular file"),
        (
            lambda path: path.symlink_to("/etc/hostname"),
            "the path leads out of the ledger's folder",
        ),
        (lambda path: path.symlink_to("a.txt"), "the file cannot be read"),
    ],
)
def test_what_cannot_be_read_from_the_disk(folder, make, problem):
    make(folder / "claims" / "texts" / "a.txt")
    (text,) = load("claims").texts
    assert text.content is None
    assert text.problem.startswith(problem)


def test_a_link_to_the_configured_folder_is_followed(folder):
    (folder / "captured").mkdir()
    (folder / "captured" / "a.txt").write_text("The dam held.", encoding="utf-8")
    (folder / "claims" / "texts" / "a.txt").symlink_to("../../captured/a.txt")
    (text,) = load("claims", config=Config(texts="captured")).texts
    assert text.content == "The dam held."
