"""A ledger that somebody is editing: its files, with the unsaved texts of an editor in their place.

Every reading of the language server goes through `OpenLedger.read`, and every check through
`OpenLedger.check`: what makes either faster belongs there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from attrs import evolve, field, frozen

from claimtrack import api
from claimtrack.cache.where import place_of
from claimtrack.config import Config
from claimtrack.findings import Finding
from claimtrack.model import Ledger
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, recheck
from claimtrack.store.baseline import read_baseline
from claimtrack.store.project import config_path, config_text
from claimtrack.store.settings import find_config
from claimtrack.store.walk import would_be_read

SYNTAX = "CT001"


@frozen(eq=False)
class View:
    """What is known of a ledger at one moment."""

    ledger: Ledger
    """The ledger; a file that is no YAML at the moment is in it as it last was."""
    texts: Mapping[str, str] = field(factory=dict)
    """The unsaved texts, by name of file."""
    counted: Mapping[str, str] = field(factory=dict)
    """Those that count in the ledger: as they last were, where they are no YAML now."""
    broken: Mapping[str, tuple[Finding, ...]] = field(factory=dict)
    """The files that are no YAML at the moment, with what is wrong with their form."""

    def form(self, name: str) -> tuple[Finding, ...]:
        """What is wrong with the form of a file as it is now."""
        if name in self.broken:
            return self.broken[name]
        documents = (one for one in self.ledger.documents if one.path == name)
        return next((one.problems for one in documents), ())

    def text(self, name: str) -> str:
        """The text of a file as the editor has it, else as the disk does."""
        return self.texts[name] if name in self.texts else self.ledger.read(name) or ""


class OpenLedger:
    """The ledger of the working folder. Two threads may use it: one checks, one answers."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._base: Ledger | None = None
        self._names: dict[str, str] = {}
        self._sound: dict[str, str] = {}
        self._edited: tuple[Mapping[str, str], Ledger] | None = None
        self._view: View | None = None
        self._checked: tuple[Ledger, tuple[Finding, ...]] | None = None
        self._request: Request | None = None

    def forget(self) -> None:
        """Read the disk again at the next occasion: files were saved, made or removed."""
        with self._lock:
            self._base = self._edited = self._view = self._request = None

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

    def read(self, texts: Mapping[str, str]) -> View:
        """The ledger with unsaved texts, by name, in the place of files.

        A text that is no YAML is kept out: its file counts as it was when it last was. Otherwise a
        half-written line would empty the file, and every reference to it would dangle. Raises what
        `name` raises.
        """
        with self._lock:
            if self._view is None or self._view.texts != texts:
                self._view = self._read(dict(texts))
            return self._view

    def check(self, view: View) -> tuple[Finding, ...]:
        """What a check of the ledger finds; the findings of a broken file are of its form alone."""
        if self._checked is None or self._checked[0] is not view.ledger:
            self._checked = view.ledger, self._findings(view)
        kept = [one for one in self._checked[1] if one.primary.file not in view.broken]
        return (*kept, *(one for problems in view.broken.values() for one in problems))

    def _findings(self, view: View) -> tuple[Finding, ...]:
        """What a check finds, with all that was found before about what did not change since."""
        request = self._request
        if request is None:
            request = self._request = _request(view.ledger.config)
            recheck(request)  # brings the index up to date with the disk
        return recheck(evolve(request, texts=view.counted)).result.findings

    def _read(self, texts: Mapping[str, str]) -> View:
        base = self._loaded()
        sound: dict[str, str] = {}
        broken = {}
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
        known = set(self._names.values())
        counted = {name: text for name, text in sound.items() if name in known}
        return View(self._with(base, counted), texts, counted, broken)

    def _with(self, base: Ledger, texts: Mapping[str, str]) -> Ledger:
        """The ledger with other texts; the same one for the same texts."""
        if self._edited is None or self._edited[0] != texts:
            self._edited = texts, base.edited(texts) if base.edited and texts else base
        return self._edited[1]

    def _loaded(self) -> Ledger:
        if self._base is None:
            self._base = api.load(config=find_config("."))
            self._names = {os.path.realpath(one.path): one.path for one in self._base.documents}
        return self._base


def _request(config: Config) -> Request:
    """A check of the whole ledger, as `claimtrack check` without options makes it."""
    path = config_path(".")
    place = place_of(path, "" if path is None else config_text(path))
    return Request(
        paths=config.ledger,
        config=config,
        configured=config,
        rules=all_rules(),
        as_of=api.today(),
        baseline=read_baseline(Path(config.baseline)) if config.baseline else (),
        index=None if place is None else place.file,
        identity=None if place is None else place.identity,
    )


def _form(name: str, text: str, config: Config) -> tuple[Finding, ...]:
    """What is wrong with the form of one file."""
    return api.loads({name: text}, config).findings
