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
from claimtrack.store.decode import decode
from claimtrack.store.disk import Files
from claimtrack.store.files import FileEntry, Unreadable, digest, find_files, read_bytes
from claimtrack.store.problems import START, WRONG_TYPE, YAML_SYNTAX, Problems
from claimtrack.store.structure import Contents, document, structure

_NOTHING = Contents([], ())


class _Read(NamedTuple):
    """What was read from one file; the digest of its bytes where it is a file of the disk.

    `given` is the text that was given in the place of what the disk has.
    """

    document: Document
    records: list[Record]
    texts: tuple[CapturedText, ...] = ()
    digest: str = ""
    given: str | None = None


def load(paths: Sequence[str], config: Config) -> Ledger:
    """Read every claim file under the paths.

    What is wrong with them is in the ledger's documents; raises `UsageError` only for a path that
    does not exist.
    """
    entries = find_files(paths, config.exclude, config.ledger, config.texts)
    return _load(entries, config, {}, in_part=lies_within(paths, config.ledger))


def _load(
    entries: Sequence[FileEntry],
    config: Config,
    texts: Mapping[str, str],
    known: Mapping[str, _Read] = MappingProxyType({}),
    *,
    in_part: bool,
) -> Ledger:
    """Read claim files of the disk; `texts` take the place of what some of them hold.

    What is `known` of the others is not read again: an edit costs the reading of what it edits.
    """
    found = [
        known[entry.name]
        if entry.name in known and entry.name not in texts
        else _read_file(entry, config, texts.get(entry.name))
        for entry in entries
    ]
    texts_read = tuple(text for read in found for text in read.texts)
    captured = {text.path: text.content for text in texts_read if text.content is not None}
    reads = {read.document.path: read for read in found}
    digests = {name: read.digest for name, read in reads.items()}
    files = Files(entries, digests, captured, config)

    def current(name: str) -> str | None:
        read = reads.get(name)
        return files.read(name) if read is None or read.given is None else read.given

    def edited(texts: Mapping[str, str]) -> Ledger:
        return _load(entries, config, texts, reads, in_part=in_part)

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
        return given.decode("utf-8", "replace") if isinstance(given, bytes) else given

    def texts() -> Iterator[CapturedText]:
        for file, records in groupby(ledger.records, key=lambda record: record.origin.file):
            yield from captured_texts(records, partial(given_captured, file, files=files))

    return evolve(ledger, texts=tuple(texts()), read=read)


def _read_text(name: str, given: str | bytes, config: Config, root: str) -> _Read:
    content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    return read_content(name, content, config, bounds(name, root, config.texts))


def read_content(name: str, content: bytes, config: Config, within: Bounds) -> _Read:
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
    return _Read(document(name, problems.finish(), contents.broken), contents.records)


def _read_file(entry: FileEntry, config: Config, text: str | None) -> _Read:
    within = bounds(entry.path, entry.root, config.texts)
    try:
        content = text.encode() if text is not None else read_bytes(entry, config.max_file_bytes)
    except Unreadable as reason:
        problems = Problems(entry.name)
        problems.add(YAML_SYNTAX, str(reason), START, help=reason.advice)
        return _Read(document(entry.name, problems.finish(), ()), [])
    read = read_content(entry.name, content, config, within)
    texts = captured_texts(read.records, partial(read_captured, within))
    return read._replace(
        texts=tuple(texts), digest="" if text is not None else digest(content), given=text
    )
