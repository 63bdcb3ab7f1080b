"""Adding records to claim files: new files, and entries at the end of the lists of old ones.

A file that is as a dump writes it is dumped again. One that somebody has edited keeps every byte of
what is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from claimtrack.config import Config
from claimtrack.findings import pointer
from claimtrack.model import Article, Claim, Proposition, Record, Verdict
from claimtrack.model.content import Plain, plain
from claimtrack.model.words import Veracity
from claimtrack.store.atomic import write_atomically
from claimtrack.store.bounds import bounds
from claimtrack.store.dump import dump, record_entry, section_of
from claimtrack.store.files import Unreadable, read_bytes
from claimtrack.store.insertion import append, put
from claimtrack.store.load import read_content
from claimtrack.store.walk import FileEntry, find_files

_MANY = 64
"""Files from which on the disk is waited for once, at their end, not at each of them."""


@frozen
class Additions:
    """What is to be added to one claim file."""

    records: list[Record] = field(factory=list)
    verdicts: list[tuple[str, Verdict]] = field(factory=list)
    """Verdicts, each with the identifier of the proposition that it is on.

    One that was not mapped gives way to the same one with a meaning.
    """


def each_file(
    paths: Sequence[str], config: Config, progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[str, list[Record]]]:
    """The claim files under some paths, one at a time, by the paths at which they are.

    What cannot be read of them is passed over. `progress` is told how many are done of how many.
    Raises `UsageError` for a path that is not there.
    """
    entries = find_files(paths, config.exclude, config.ledger, config.texts)
    for done, entry in enumerate(entries):
        if progress is not None:
            progress(done, len(entries))
        try:
            content = read_bytes(entry, config.max_file_bytes)
        except Unreadable:
            continue
        within = bounds(entry.path, entry.root, config.texts)
        yield entry.path, read_content(entry.name, content, config, within).records


def write_additions(
    folder: Path, files: Mapping[str, Additions], config: Config
) -> Iterator[tuple[str, str | None]]:
    """Write what is added to the files of a folder, each atomically, by their names in it.

    Gives each file that was written, and each that could not be, with the reason.
    """
    are_many = len(files) > _MANY and hasattr(os, "sync")
    for name, additions in files.items():
        path = folder / name
        try:
            old = _text(path, folder, config)
            new = added(old, additions, path.as_posix(), config)
            if new != old:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(path, new.encode(), to_disk=not are_many)
                yield name, None
        except OSError as error:
            yield name, f"cannot be written: {error.strerror or error}"
        except (Unreadable, ValueError) as reason:
            yield name, str(reason)
    if are_many:
        os.sync()


def added(old: str | None, additions: Additions, name: str, config: Config) -> str:
    """The text of a claim file with more in it; `old` is None for a new file.

    Raises `ValueError`, with the reason for a person, where the old text is no sound claim file,
    where it has no room for what is added, and where it would be longer than a file may be.
    """
    new = _added(old, additions, name, config)
    if len(new.encode()) > config.max_file_bytes:
        raise ValueError(f"it would have more than {config.max_file_bytes:,} bytes")
    return new


def _added(old: str | None, additions: Additions, name: str, config: Config) -> str:
    if old is None:
        return _dumped(additions.records, additions.verdicts, config)
    read = read_content(name, old.encode(), config, bounds(name, ".", config.texts))
    if read.document.problems:
        raise ValueError("it has findings of its own; run claimtrack check, and mend it first")
    held = {record.ref for record in read.records}
    records = [record for record in additions.records if record.ref not in held]
    if dump(read.records, config.language) == old:
        return _dumped([*read.records, *records], additions.verdicts, config)
    return _inserted(old, read.records, Additions(records, additions.verdicts), config)


def _dumped(
    records: Iterable[Record], verdicts: Iterable[tuple[str, Verdict]], config: Config
) -> str:
    """A file of these records by identifier: the order in which they came makes no difference."""
    merged = sorted(_merged(records, verdicts), key=lambda record: record.id)
    return dump(merged, config.language)


def _text(path: Path, folder: Path, config: Config) -> str | None:
    if not path.exists():
        return None
    entry = FileEntry(path.as_posix(), str(path), str(folder))
    return read_bytes(entry, config.max_file_bytes).decode("utf-8")


def _merged(records: Iterable[Record], verdicts: Iterable[tuple[str, Verdict]]) -> list[Record]:
    """The records, propositions with more verdicts."""
    more: dict[str, list[Verdict]] = {}
    for name, verdict in verdicts:
        more.setdefault(name, []).append(verdict)
    return [
        evolve(record, verdicts=_with(record.verdicts, more[record.id]))
        if isinstance(record, Proposition) and record.id in more
        else record
        for record in records
    ]


def _with(held: Sequence[Verdict], more: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Some verdicts and more of them, oldest first."""
    verdicts = list(held)
    for verdict in more:
        open_one = evolve(verdict, veracity=Veracity.UNMAPPED)
        if open_one in verdicts:
            verdicts[verdicts.index(open_one)] = verdict
        elif verdict not in verdicts:
            verdicts.append(verdict)
    return tuple(sorted(verdicts, key=_age))


def _age(verdict: Verdict) -> tuple[object, ...]:
    return verdict.date.sort_key, verdict.reviewer, verdict.url or "", verdict.label or ""


def _inserted(text: str, held: Sequence[Record], additions: Additions, config: Config) -> str:
    """The text of a file that somebody has edited, with more entries."""
    merged = _merged([*held, *additions.records], additions.verdicts)
    for old, new in zip(held, merged, strict=False):
        if isinstance(new, Proposition) and new != old:
            verdicts = plain(new.verdicts, config.language)
            text = put(text, old.origin.pointer, "verdicts", verdicts)
    alone = {
        record.id
        for record in held
        if isinstance(record, Article) and record.origin.pointer == pointer("article")
    }
    for record in merged[len(held) :]:
        entry: dict[str, Plain] = record_entry(record, config.language)
        if isinstance(record, Claim) and record.article in alone:
            del entry["article"]
        text = append(text, section_of(record), entry)
    return text
