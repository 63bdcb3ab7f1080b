"""Loading a ledger: from paths, or from texts that are given by name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve

from claimtrack.cache.stamps import UNSURE, Look, Stamp
from claimtrack.config import Config
from claimtrack.model import CapturedText, Document, Ledger, Record
from claimtrack.store.bounds import Bounds, bounds, lies_within
from claimtrack.store.captured import (
    captured_texts,
    given_captured,
    is_claim_file,
    read_captured,
)
from claimtrack.store.compose import START_WITH, compose
from claimtrack.store.decode import BOM, decode
from claimtrack.store.disk import Files
from claimtrack.store.files import SPLIT, Unreadable, digest, read_bytes, too_large
from claimtrack.store.problems import START, WRONG_TYPE, YAML_SYNTAX, Problems
from claimtrack.store.structure import Contents, document, structure
from claimtrack.store.walk import FileEntry, entry_of, find_files

_NOTHING = Contents([], ())


class TextFile(NamedTuple):
    """The file of a captured text: its path as its article has it, its stamp, and its digest."""

    path: str
    stamp: Stamp
    digest: str


class FileRead(NamedTuple):
    """What was read from one file; the digest of its bytes where it is a file of the disk.

    `given` is the text that was given in the place of what the disk has.
    """

    document: Document
    records: list[Record]
    texts: tuple[CapturedText, ...] = ()
    digest: str = ""
    stamp: Stamp = UNSURE
    text_files: tuple[TextFile, ...] = ()
    given: str | None = None


def load(
    paths: Sequence[str], config: Config, given: Mapping[str, bytes] = MappingProxyType({})
) -> Ledger:
    """Read every claim file under the paths; `given` are the contents of some, there or not yet.

    What is wrong with them is in the ledger's documents; raises `UsageError` only for a path that
    does not exist.
    """
    there = [path for path in paths if path not in given or os.path.lexists(path)]
    entries = find_files(there, config.exclude, config.ledger, config.texts)
    texts: dict[str, bytes] = {}
    for path, content in given.items():
        real = os.path.realpath(path)
        entry = next((one for one in entries if os.path.realpath(one.path) == real), None)
        if entry is None:
            entry = entry_of(path, config.ledger)
            entries = sorted([*entries, entry])
        texts[entry.name] = content
    found = [read_file(entry, config, texts.get(entry.name)) for entry in entries]
    return ledger_of(entries, found, config, in_part=lies_within(paths, config.ledger))


def ledger_of(
    entries: Sequence[FileEntry], found: Sequence[FileRead], config: Config, *, in_part: bool
) -> Ledger:
    """The ledger of some claim files, each with what was read from it.

    What an edit of it does not touch is not read again.
    """
    texts_read = tuple(text for read in found for text in read.texts)
    captured = {text.path: text.content for text in texts_read if text.content is not None}
    reads = {read.document.path: read for read in found}
    digests = {name: read.digest for name, read in reads.items()}
    files = Files(entries, digests, captured, config)

    def current(name: str) -> str | None:
        read = reads.get(name)
        return files.read(name) if read is None or read.given is None else read.given

    def edited(texts: Mapping[str, str]) -> Ledger:
        anew = [
            read_file(entry, config, texts[entry.name]) if entry.name in texts else read
            for entry, read in zip(entries, found, strict=True)
        ]
        return ledger_of(entries, anew, config, in_part=in_part)

    return Ledger(
        records=tuple(record for read in found for record in read.records),
        texts=texts_read,
        documents=tuple(
            evolve(read.document, inside=seen_from(config.folder, read.document.path))
            for read in found
        ),
        config=config,
        in_part=in_part,
        read=current,
        write=files.write,
        edited=edited,
    )


def seen_from(folder: str, name: str) -> str:
    """A file's name, relative to the configuration's folder; empty where that is here."""
    return "" if folder == "." else PurePath(os.path.relpath(name, folder)).as_posix()


def load_texts(
    files: Mapping[str, str | bytes],
    config: Config,
    roots: Mapping[str, str] = MappingProxyType({}),
) -> Ledger:
    """Read claim files that are given as texts, by name, and the captured texts beside them.

    A name that has an ending, and not that of a claim file, is the captured text of an article.
    `roots` gives the ledger's folder for some claim files; others lie in the working folder.
    """
    found = [
        _read_text(name, files[name], config, roots.get(name, "."))
        for name in sorted(files)
        if name in roots or is_claim_file(name)
    ]

    def edited(texts: Mapping[str, str]) -> Ledger:
        return load_texts({**files, **texts}, config, roots)

    ledger = Ledger(
        records=tuple(record for read in found for record in read.records),
        documents=tuple(read.document for read in found),
        config=config,
        edited=edited,
    )
    return with_texts(ledger, files)


def with_texts(ledger: Ledger, files: Mapping[str, str | bytes]) -> Ledger:
    """The ledger with its captured texts, and whatever is read again, from files given by name."""

    def read(name: str) -> str | None:
        given = files.get(name)
        if isinstance(given, bytes):
            given = given.decode("utf-8", "replace")
        return None if given is None else given.removeprefix(BOM)

    def texts() -> Iterator[CapturedText]:
        for file, records in groupby(ledger.records, key=lambda record: record.origin.file):
            yield from captured_texts(records, partial(given_captured, file, files=files))

    return evolve(ledger, texts=tuple(texts()), read=read)


def _read_text(name: str, given: str | bytes, config: Config, root: str) -> FileRead:
    content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    return read_content(name, content, config, bounds(name, root, config.texts))


def read_content(name: str, content: bytes, config: Config, within: Bounds) -> FileRead:
    """The records of one file's bytes, and the file itself as a record."""
    problems = Problems(name)
    text = decode(content, problems)
    root = None if text is None else compose(text, problems)
    if text is not None and root is None and not problems.found:
        problems.add(
            WRONG_TYPE, "the file is empty; a claim file is one mapping", START, help=START_WITH
        )
    contents = _NOTHING
    if root is not None:
        contents = structure(root, name, config.language, within, problems)
    return FileRead(document(name, problems.finish(), contents.broken), contents.records)


def read_file(entry: FileEntry, config: Config, text: str | bytes | None = None) -> FileRead:
    """What a claim file of the disk holds; with `text`, what it would hold."""
    within = bounds(entry.path, entry.root, config.texts)
    look = Look()
    stamp = look.at(entry.path)  # before the bytes: what is written in between is seen next time
    given = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    given = None if given is None else given.removeprefix(BOM)
    try:
        content = _bytes_of(entry, config.max_file_bytes, text)
    except Unreadable as reason:
        problems = Problems(entry.name)
        problems.add(YAML_SYNTAX, str(reason), START, help=reason.advice)
        return FileRead(document(entry.name, problems.finish(), ()), [], given=given)
    read = read_content(entry.name, content, config, within)
    files: list[tuple[str, Stamp]] = []

    def open_text(path: str) -> bytes:
        files.append((path, look.at(os.path.join(within.folder, path))))  # noqa: PTH118
        return read_captured(within, path)

    texts = tuple(captured_texts(read.records, open_text))
    return read._replace(
        texts=texts,
        digest="" if text is not None else digest(content),
        stamp=stamp,
        given=given,
        text_files=tuple(
            TextFile(*file, found.actual or "") for file, found in zip(files, texts, strict=True)
        ),
    )


def _bytes_of(entry: FileEntry, most: int, text: str | bytes | None) -> bytes:
    """The bytes of a file as they are, or as they were given. Raises `Unreadable`."""
    if text is None:
        return read_bytes(entry, most)
    content = text.encode() if isinstance(text, str) else text
    if len(content) > most:
        raise Unreadable(too_large(len(content), most), SPLIT)
    return content
