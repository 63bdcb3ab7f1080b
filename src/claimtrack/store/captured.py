"""Reading captured texts: plain text in UTF-8, inside the ledger or the configured folder."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from claimtrack.model import Article, CapturedText, Record
from claimtrack.store.bounds import Bounds, is_inside
from claimtrack.store.decode import BOM, other_encoding
from claimtrack.store.files import MOST_TEXT_BYTES, Unreadable, digest, read_regular
from claimtrack.store.walk import SUFFIXES
from claimtrack.text.dates import Date


class Capture(NamedTuple):
    """One text that an article names."""

    named_by: tuple[str | int, ...]
    path: str
    sha256: str | None
    retrieved: Date | None


Open = Callable[[str], bytes]
"""Gives the bytes of the file that a claim file names by a path. Raises `Unreadable`."""


def captures(article: Article) -> list[Capture]:
    """The captures of an article, oldest first.

    A `text` beside `versions` is the oldest capture, unless it names the file of one of them: then
    it says once more what stands there.
    """
    found = [
        Capture(("versions", place, "text"), version.text, version.sha256, version.retrieved)
        for place, version in enumerate(article.versions)
    ]
    if article.text is not None:
        for place, capture in enumerate(found):
            if capture.path == article.text:
                found[place] = capture._replace(sha256=capture.sha256 or article.sha256)
                break
        else:
            found.insert(0, Capture(("text",), article.text, article.sha256, None))
    return found


def captured_texts(records: Iterable[Record], open_text: Open) -> Iterator[CapturedText]:
    """The captured texts that the articles among the records of one claim file name."""
    for record in records:
        if isinstance(record, Article) and (record.text is not None or record.versions):
            yield from _captured(record, open_text)


def _captured(article: Article, open_text: Open) -> Iterator[CapturedText]:
    found = captures(article)
    for number, capture in enumerate(found, 1):
        content, problem, actual, ends_differ = None, "", None, False
        try:
            taken = open_text(capture.path)
            actual = digest(taken)
            ends_differ = actual != capture.sha256 and _of_other_ends(taken, capture.sha256)
            content = plain_text(taken)
        except Unreadable as reason:
            problem = str(reason)
        yield CapturedText(
            article=article.id,
            number=number,
            is_current=number == len(found),
            named_by=capture.named_by,
            path=name_of(article.origin.file, capture.path),
            content=content,
            problem=problem,
            recorded=capture.sha256,
            actual=actual,
            ends_differ=ends_differ,
            retrieved=capture.retrieved,
            origin=article.origin,
        )


def _of_other_ends(content: bytes, recorded: str | None) -> bool:
    """Whether a digest is that of the bytes with all lines ended as on another system."""
    if recorded is None or b"\n" not in content:
        return False
    unix = content.replace(b"\r\n", b"\n")
    return recorded in (digest(unix), digest(unix.replace(b"\n", b"\r\n")))


def name_of(file: str, path: str) -> str:
    """How messages call the file that a claim file names by a path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def plain_text(content: bytes) -> str:
    """The text of the bytes, without a byte order mark. Raises `Unreadable`."""
    other = other_encoding(content)
    if other is not None:
        raise Unreadable(f"the file is in {other}; a captured text is in UTF-8")
    if b"\0" in content:
        raise Unreadable("the file is not plain text: it holds a NUL byte")
    try:
        return content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"line {line} has the byte 0x{content[error.start]:02X}"
        raise Unreadable(f"the file is not in UTF-8: {wrong}") from None


def read_captured(within: Bounds, path: str) -> bytes:
    """Read the file that a claim file names by a path, links resolved. Raises `Unreadable`."""
    target = os.path.join(within.folder, path)  # noqa: PTH118 - one for each of many files
    if not any(is_inside(target, root) for root in within.roots):
        raise Unreadable("the path leads out of the ledger's folder")
    if os.path.isdir(target):  # noqa: PTH112
        raise Unreadable("this is a folder, not a file")
    return read_regular(target, MOST_TEXT_BYTES)


def given_captured(file: str, path: str, files: Mapping[str, str | bytes]) -> bytes:
    """Read a captured text among files that are given by name. Raises `Unreadable`."""
    given = files.get(name_of(file, path))
    if given is None:
        raise Unreadable("the file cannot be read: it is not among those given")
    return given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")


def is_claim_file(name: str) -> bool:
    """Whether a file that is given by name is a claim file: any but those with another ending."""
    ending = posixpath.splitext(name)[1]
    return not ending or ending in SUFFIXES
