"""The shortest way through `claimtrack check`: nothing changed, so the answer is known.

It needs neither attrs nor click nor a reader of YAML: to load them takes longer than to look at ten
thousand files. Whatever is not plainly the same again is left to the command itself, mistakes
included.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from claimtrack.cache.answers import question, result_of, state_of
from claimtrack.cache.code import states
from claimtrack.cache.database import CACHE_FAULTS, Database, opened
from claimtrack.cache.stamps import Look
from claimtrack.cache.where import place_of
from claimtrack.clock import today
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Severity
from claimtrack.reports.formats import FORMATS, Context
from claimtrack.reports.paint import paint_for
from claimtrack.result import Result
from claimtrack.store.files import MOST_TEXT_BYTES, Unreadable, read_bytes, read_regular
from claimtrack.store.project import config_path, config_text
from claimtrack.store.scope import holds, paths_to_read
from claimtrack.store.walk import FileEntry, find_files

FORMATS_HERE = frozenset({"text", "concise", "json", "jsonl", "gitlab", "junit"})
"""Those that need nothing but the findings."""

_TAKES = {
    "--config": "config",
    "--as-of": "as_of",
    "--output-format": "format",
    "--fail-on": "fail_on",
    "--cache-dir": "cache",
    "--jobs": "jobs",
}


class Asked(NamedTuple):
    """The command line of a plain check."""

    paths: list[str]
    options: dict[str, str]


def answer(arguments: Sequence[str]) -> int | None:
    """Print the answer and give the exit status; None where the command itself must see to it."""
    asked = _asked(arguments)
    if asked is None:
        return None
    try:
        return _answer(asked)
    except (ClaimtrackError, Unreadable, *CACHE_FAULTS):
        return None


def _asked(arguments: Sequence[str]) -> Asked | None:
    """The command line, where it has nothing but paths and options that are understood here."""
    paths: list[str] = []
    options: dict[str, str] = {}
    words = iter(arguments)
    if next(words, None) != "check":
        return None
    for word in words:
        if word in _TAKES:
            value = next(words, None)
            # A value that is not plainly good is for the command to refuse.
            if not value or _TAKES[word] in options:
                return None
            options[_TAKES[word]] = value
        elif word.startswith("-"):
            return None
        else:
            paths.append(word)
    sound = options.get("jobs", "1").isdecimal() and int(options.get("jobs", "1")) > 0
    sound = sound and options.get("fail_on", "error") in ("error", "warning", "info", "never")
    return Asked(paths, options) if sound else None


def _answer(asked: Asked) -> int | None:
    options = asked.options
    chosen = options.get("format") or (None if os.environ.get("GITHUB_ACTIONS") else "text")
    if chosen not in FORMATS_HERE:
        return None
    config = options.get("config") or config_path(next(iter(asked.paths), "."))
    text = "" if config is None else config_text(config)
    folder = options.get("cache")
    for roots in ([], asked.paths) if asked.paths else ([],):
        place = place_of(config, text, roots, folder=folder)
        database = None if place is None else opened(place.file, place.identity)
        if database is None:
            continue
        try:
            with database.reading():
                known = _known(database, asked, options.get("as_of") or today(), roots)
        finally:
            database.close()
        if known is not None:
            return _print(known, chosen, options.get("fail_on"))
    return None


class _Known(NamedTuple):
    result: Result
    entries: list[FileEntry]
    texts: list[str]
    fail_on: str
    most: int


def _known(database: Database, asked: Asked, day: str, roots: Sequence[str]) -> _Known | None:
    """The answer in an index, where the files are in the state that it is of."""
    walk: dict[str, Any] = database.meta("walk")
    paths: Sequence[str] = walk["ledger"]
    if asked.paths:
        paths = paths_to_read(asked.paths, walk["ledger"])
        if (paths is asked.paths) != bool(roots):
            return None
    entries = find_files(paths, walk["exclude"], walk["ledger"], walk["texts"])
    texts: list[str] = database.meta("texts")
    look = Look()
    of_files = ((one.name, look.at(one.path)) for one in entries)
    state = state_of(chain(of_files, ((path, look.at(path)) for path in texts)))
    if state is None or state != database.meta("state"):
        return None
    plugins = database.meta("plugins")
    if states(path for path, *_ in plugins) != plugins:
        return None
    shown = holds(asked.paths or walk["ledger"])
    if not any(shown(entry.name) for entry in entries):
        return None
    accepted = _accepted(walk["baseline"]) if walk["baseline"] else ()
    name = question(paths, asked.paths, day, accepted)
    row = database.value("SELECT data FROM answers WHERE name = ?", name)
    if row is None:
        return None
    return _Known(result_of(row), entries, texts, str(walk["fail_on"]), int(walk["most"]))


def _accepted(path: str) -> frozenset[str]:
    from pathlib import Path  # noqa: PLC0415 - few have a baseline

    from claimtrack.store.baseline import read_baseline  # noqa: PLC0415 - the same

    return read_baseline(Path(path))


def _print(known: _Known, chosen: str, fail_on: str | None) -> int | None:
    word = fail_on or known.fail_on
    level = None if word == "never" else Severity.parse(word)
    status = known.result.exit_code(level)
    if status not in (0, 1):
        return None
    paint = paint_for(
        terminal=sys.stdout.isatty(), environment=os.environ, encoding=sys.stdout.encoding
    )
    context = Context(read=_reader(known), fail_on=level, paint=paint)
    # All of it first: half an answer cannot be taken back.
    sys.stdout.writelines([*FORMATS[chosen](known.result, context)])
    return status


def _reader(known: _Known) -> Callable[[str], str | None]:
    """Gives the text of a claim file or captured text: they are as they were when checked."""

    # Made only where a finding lies in one: there may be ten thousand.
    @cache
    def entries() -> dict[str, FileEntry]:
        return {entry.name: entry for entry in known.entries}

    @cache
    def texts() -> dict[str, str]:
        return {os.path.normpath(os.path.relpath(path)): path for path in known.texts}

    def read(name: str) -> str | None:
        try:
            if name in entries():
                content = read_bytes(entries()[name], known.most)
            elif name in texts():
                content = read_regular(texts()[name], MOST_TEXT_BYTES)
            else:
                return None
        except Unreadable:
            return None
        return content.decode("utf-8", "replace").removeprefix("\ufeff")

    return read
