"""Reading a long text in pieces: encodings, bytes that are none, files that are not there."""

import io
import sys

import pytest

from claimtrack.errors import UsageError
from claimtrack.store.pieces import size, text_pieces

TEXT = "في السد عشرون شقا 𓂀\n" * 10_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "a"
    path.write_bytes(TEXT.encode(encoding))
    pieces = list(text_pieces(str(path)))
    assert "".join(pieces) == TEXT
    assert len(pieces) > 3


def test_bytes_that_are_no_text_become_one_sign(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"a\xffb\xd8")
    assert "".join(text_pieces(str(path))) == "a\ufffdb\ufffd"


def test_an_empty_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    assert "".join(text_pieces(str(path))) == ""


def test_bytes_are_counted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(TEXT.encode())
    told = []
    for name in ("a", "b"):
        list(text_pieces(name, heard=told.append))
    assert sum(told) == size(["a", "b"]) == 2 * len(TEXT.encode())
    assert [size(names) for names in ([], ["a", "-"], ["a", "none"], ["."])] == [0, 0, 0, 0]


def test_the_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("شق".encode())))
    assert "".join(text_pieces("-")) == "شق"


@pytest.mark.parametrize("name", ["none", "."])
def test_what_cannot_be_read(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        list(text_pieces(name))
