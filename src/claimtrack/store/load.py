"""Loading a ledger: from paths, or from texts that are given by name."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from attrs import evolve

from claimtrack.config import Config
from claimtrack.model import Document, Ledger, Record
from claimtrack.store.compose import compose
from claimtrack.store.decode import decode
from claimtrack.store.files import FileEntry, Unreadable, find_files, read_bytes
from claimtrack.store.problems import START, WRONG_TYPE, YAML_SYNTAX, Problems
from claimtrack.store.structure import Contents, document, structure

_NOTHING = Contents([], ())


def load(paths: Sequence[str], config: Config) -> Ledger:
    """Read every claim file under the paths.

    What is wrong with them is in the ledger's documents; raises `UsageError` only for a path that
    does not exist.
    """
    entries = find_files(paths, config.exclude)
    records: list[Record] = []
    documents: list[Document] = []
    for entry in entries:
        found, doc = _read_file(entry, config)
        records += found
        documents.append(evolve(doc, inside=_seen_from(config.folder, entry.name)))
    by_name = {entry.name: entry for entry in entries}

    def read(name: str) -> str | None:
        entry = by_name.get(name)
        return None if entry is None else _text_of(entry, config)

    return Ledger(records=tuple(records), documents=tuple(documents), config=config, read=read)


def _seen_from(folder: str, name: str) -> str:
    """A file's name, relative to the configuration's folder; empty where that is here."""
    return "" if folder == "." else PurePath(os.path.relpath(name, folder)).as_posix()


def load_texts(files: Mapping[str, str | bytes], config: Config) -> Ledger:
    """Read claim files that are given as texts, by name."""
    records: list[Record] = []
    documents: list[Document] = []
    for name in sorted(files):
        given = files[name]
        content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
        found, doc = read_content(name, content, config)
        records += found
        documents.append(doc)

    def read(name: str) -> str | None:
        given = files.get(name)
        return given.decode("utf-8", "replace") if isinstance(given, bytes) else given

    return Ledger(records=tuple(records), documents=tuple(documents), config=config, read=read)


def read_content(name: str, content: bytes, config: Config) -> tuple[list[Record], Document]:
    """The records of one file's bytes, and the file itself as a record."""
    problems = Problems(name)
    text = decode(content, problems)
    root = None if text is None else compose(text, problems)
    if text is not None and root is None and not problems.found:
        problems.add(WRONG_TYPE, "the file is empty; a claim file is one mapping", START)
    contents = _NOTHING if root is None else structure(root, name, config.language, problems)
    return contents.records, document(name, problems.finish(), contents.broken)


def _read_file(entry: FileEntry, config: Config) -> tuple[list[Record], Document]:
    try:
        content = read_bytes(entry, config.max_file_bytes)
    except Unreadable as reason:
        problems = Problems(entry.name)
        problems.add(YAML_SYNTAX, str(reason), START, help=reason.advice)
        return [], document(entry.name, problems.finish(), ())
    return read_content(entry.name, content, config)


def _text_of(entry: FileEntry, config: Config) -> str | None:
    try:
        content = read_bytes(entry, config.max_file_bytes)
    except Unreadable:
        return None
    return content.decode("utf-8", "replace").removeprefix("\ufeff")
