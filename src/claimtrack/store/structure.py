"""From the tree of one file to its records."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimtrack.findings import Finding
from claimtrack.model import KINDS, Article, Document, Origin, Record
from claimtrack.store.bounds import Bounds
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.store.problems import Problems
from claimtrack.store.reading import Path, Reading, pointer_of
from claimtrack.store.shapes import read_fields

SECTIONS = ("article", *KINDS)
"""The keys of a claim file."""


class Contents(NamedTuple):
    """What one file holds."""

    records: list[Record]
    broken: tuple[tuple[str, str], ...]


def structure(
    root: Mapping, file: str, language: str, bounds: Bounds, problems: Problems
) -> Contents:
    """The records of a file, and kind and identifier of those that could not be made.

    `language` is that of plain strings, `bounds` are those of paths.
    """
    reading = Reading(file, language, bounds, problems)
    records: list[Record] = []
    article = None
    sections = dict[str, Node]()
    for key, value in reading.unique(root, None):
        if key.text in SECTIONS:
            sections[key.text] = value
        else:
            reading.unknown_key(key, None, SECTIONS)
    for name, node in sections.items():
        if name == "article":
            article = _identifier(node)
            _add(Article, node, reading, (None, name), records)
    for name, node in sections.items():
        if name != "article":
            inherited = {"article": article} if name == "claims" and article else None
            _add_all(KINDS[name], node, reading, (None, name), records, inherited)
    return Contents(records, tuple(reading.broken))


def _identifier(node: Node) -> str | None:
    found = node.get("id") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else None


def _add_all(
    cls: type[Record],
    node: Node,
    reading: Reading,
    path: Path,
    records: list[Record],
    inherited: dict[str, Any] | None,
) -> None:
    if isinstance(node, Sequence):
        for place, entry in enumerate(node.items):
            _add(cls, entry, reading, (path, place), records, inherited)
    elif not (isinstance(node, Scalar) and node.is_empty):
        reading.wrong_type(node, path, "a list")


def _add(
    cls: type[Record],
    node: Node,
    reading: Reading,
    path: Path,
    records: list[Record],
    inherited: dict[str, Any] | None = None,
) -> None:
    if not isinstance(node, Mapping):
        reading.wrong_type(node, path, "a mapping")
        return
    name = _identifier(node)
    reading.record = f"{cls.KIND}:{name}" if name else ""
    values = read_fields(cls, node, reading, path, inherited)
    shortened = reading.take_shortened(path)
    if values is not None:
        records.append(cls(**values, origin=Origin(reading.file, pointer_of(path), shortened)))
    elif name:
        reading.broken.append((cls.KIND, name))
    reading.record = ""


def document(
    file: str, problems: tuple[Finding, ...], broken: tuple[tuple[str, str], ...]
) -> Document:
    """The record of the file as such."""
    return Document(path=file, problems=problems, broken=broken, origin=Origin(file, ""))
