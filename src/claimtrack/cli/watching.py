"""`claimtrack check --watch`: checked again whenever something is saved.

The files are asked for their times, again and again: that needs no other package, and works on
every disk, network folders and containers included. The larger the ledger, the rarer it is asked,
so that it takes a tenth of a processor at most.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from claimtrack.errors import ClaimtrackError
from claimtrack.recheck import Request
from claimtrack.store.project import config_path
from claimtrack.store.walk import find_files
from claimtrack.text.terminal import safe

PAUSE = 0.2
"""Seconds between two looks at least: a save is seen before the eye is back at the terminal."""
SHARE = 10
"""How many times as long as a look the pause after it is."""
_CLEAR = "\x1b[H\x1b[2J"

_State = Mapping[str, object]
"""What tells a change: of each file its time, size and number, None where it is not there."""


def keep_checking(
    ask: Callable[[], Request],
    run: Callable[[Request], Iterable[str]],
    config_file: Path | None,
) -> NoReturn:
    """Check again at every change, until the user interrupts.

    `ask` reads the configuration; `run` checks, prints, and gives the files that were read. What
    makes the first check impossible is raised, for there is nothing to watch; later it may be a
    configuration that is being written, and is printed.
    """
    files: set[str] = set()
    state: _State = {}
    request: Request | None = None
    while True:
        _clear_screen()
        first, started = request is None, time.time_ns()
        try:
            request = ask()
            # What was seen before the check holds: what is saved while it runs is seen after it.
            now = _state(request, files, config_file)
            state = {name: state.get(name, stamp) for name, stamp in now.items()}
            read = {*run(request)}
        except ClaimtrackError as error:
            if first or request is None:
                raise
            click.echo(f"claimtrack: error: {safe(str(error))}", err=True)
        else:
            new = {name: _read_before(name, started) for name in read - state.keys()}
            kept = {name: stamp for name, stamp in state.items() if name not in files - read}
            state, files = kept | new, read
        sys.stdout.flush()
        gc.collect()
        if sys.stderr.isatty():
            click.echo("claimtrack: watching; Ctrl-C ends it", err=True)
        state = _wait(state, partial(_state, request, files, config_file))


def _wait(seen: _State, look: Callable[[], _State]) -> _State:
    """The next state that is another than was seen, and stays: a checkout writes many files."""
    last = seen
    while True:
        started = time.monotonic()
        now = look()
        if now == last != seen:
            return now
        last = now
        time.sleep(max(PAUSE, SHARE * (time.monotonic() - started)))


def _state(request: Request, files: Iterable[str], config_file: Path | None) -> dict[str, object]:
    """The state of all that a check reads: files that it read or would, settings, a baseline."""
    config = request.config
    found: dict[str, object] = {name: _stamp(name) for name in files}
    try:
        entries = find_files(request.paths, config.exclude, config.ledger, config.texts)
        found |= {entry.name: _stamp(entry.path) for entry in entries}
        settings = config_file or config_path(next(iter(request.only), "."))
    except ClaimtrackError as error:
        return {**found, "": str(error)}
    for path in (settings, config.baseline):
        if path is not None:
            found[os.fspath(path)] = _stamp(path)
    return found


def _stamp(path: str | os.PathLike[str]) -> tuple[int, ...] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - texts throughout, as in the walk
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _read_before(name: str, started: int) -> object:
    """The stamp of a file that a check was the first to name; none if it was written meanwhile."""
    stamp = _stamp(name)
    return stamp if stamp is None or stamp[0] < started else "written during the check"


def _clear_screen() -> None:
    """Wipe a terminal, and what was scrolled away stays there; into a file nothing is written."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
