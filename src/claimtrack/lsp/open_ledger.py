"""A ledger that somebody is editing: its files, with the unsaved texts of an editor in their place.

Every check of the language server goes through `OpenLedger.check`, and every reading through
`OpenLedger.read`: what makes either faster belongs there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from attrs import frozen

from claimtrack import api
from claimtrack.config import Config
from claimtrack.findings import Finding
from claimtrack.model import Ledger
from claimtrack.store.files import would_be_read
from claimtrack.store.settings import find_config

SYNTAX = "CT001"


@frozen
class View:
    """What is known of a ledger at one moment."""

    ledger: Ledger
    """The ledger; a file that is no YAML at the moment is in it as it last was."""
    broken: Mapping[str, tuple[Finding, ...]]
    """The files that are no YAML at the moment, by name, with what is wrong."""


class OpenLedger:
    """The ledger of the working folder. Two threads may use it: one checks, one answers."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._base: Ledger | None = None
        self._names: dict[str, str] = {}
        self._sound: dict[str, str] = {}
        self._view: tuple[Mapping[str, str], View] | None = None

    def forget(self) -> None:
        """Read the disk again at the next occasion: files were saved, made or removed."""
        with self._lock:
            self._base = self._view = None

    def read(self, texts: Mapping[str, str]) -> View:
        """The ledger with unsaved texts, by name, in the place of files.

        A text that is no YAML is kept out: its file counts as it was when it last was. Otherwise a
        half-written line would empty the file, and every reference to it would dangle. Raises
        `UsageError` where there is no ledger, and `ConfigError`.
        """
        with self._lock:
            if self._view is None or self._view[0] != texts:
                self._view = dict(texts), self._read(texts)
            return self._view[1]

    def _read(self, texts: Mapping[str, str]) -> View:
        base = self._loaded()
        broken, sound = {}, {}
        for name, text in texts.items():
            before = self._sound.get(name)
            problems = () if before == text else _form(name, text, base.config)
            if not any(problem.code == SYNTAX for problem in problems):
                sound[name] = text
                continue
            broken[name] = problems
            if before is not None:
                sound[name] = before
        self._sound = sound
        known = self._names.values()
        given = {name: text for name, text in sound.items() if name in known}
        return View(base.edited(given) if base.edited is not None and given else base, broken)

    def check(self, texts: Mapping[str, str]) -> tuple[View, tuple[Finding, ...]]:
        """The ledger with unsaved texts, and what a check of it finds.

        The findings of a broken file are those of its form alone.
        """
        view = self.read(texts)
        found = api.check(view.ledger).findings
        kept = [one for one in found if one.primary.file not in view.broken]
        return view, (*kept, *(one for some in view.broken.values() for one in some))

    def name(self, path: str) -> str | None:
        """What findings call a file, there or not yet; None where it is not of the ledger.

        Raises `UsageError` where there is no ledger, and `ConfigError`.
        """
        with self._lock:
            config = self._loaded().config
            known = self._names.get(os.path.realpath(path))
        if known is None and would_be_read(path, config.ledger, config.exclude):
            return Path(os.path.relpath(os.path.realpath(path))).as_posix()
        return known

    def _loaded(self) -> Ledger:
        if self._base is None:
            self._base = api.load(config=find_config("."))
            self._names = {os.path.realpath(one.path): one.path for one in self._base.documents}
        return self._base


def _form(name: str, text: str, config: Config) -> tuple[Finding, ...]:
    """What is wrong with the form of one file."""
    return api.loads({name: text}, config).findings
