"""One editor at work: its unsaved texts, the check behind its keystrokes, what it was shown.

What is typed is checked when the hands rest. The check runs in a thread beside the answers, one at
a time; what is typed meanwhile is checked next.
"""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Finding
from claimtrack.lsp.convert import Converter
from claimtrack.lsp.lines import UTF_16, Lines
from claimtrack.lsp.open_ledger import OpenLedger, View
from claimtrack.store.decode import BOM

REST = 0.2
"""Seconds without a keystroke after which a check begins."""
OF_FORM = ("CT001", "CT002", "CT003", "CT004", "CT007")
"""Codes of what reading a file finds, without a look at any other."""


class Place(NamedTuple):
    """What a request is about."""

    file: str
    offset: int
    view: View
    convert: Converter


class Checked(NamedTuple):
    """What the last check found in a file, where all texts still are those that it checked."""

    findings: list[Finding]
    view: View
    convert: Converter


class Session:
    """Keeps what the editor holds apart from what the disk has."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._ledger = OpenLedger()
        self._texts: dict[str, str] = {}
        self._uris: dict[str, str] = {}
        self._shown: dict[str, tuple[Finding, ...]] = {}
        self._last: tuple[tuple[Finding, ...], View] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._check: asyncio.Task[None] | None = None

    def put(self, uri: str, text: str) -> None:
        """A file was opened, or typed in."""
        name = self._name(uri)
        if name is not None:
            self._uris[name] = uri
            self._texts[name] = text.removeprefix(BOM)
            self.check_soon()

    def drop(self, uri: str) -> None:
        """A file was closed: what the disk has counts again."""
        name = self._name(uri)
        if name is not None and self._texts.pop(name, None) is not None:
            self.check_soon()

    def disk_changed(self) -> None:
        """Files were saved, made or removed."""
        self._ledger.forget()
        self._last = None
        self.check_soon()

    def place(self, uri: str, position: lsp.Position) -> Place | None:
        """The place of a request; None in a file that is not of the ledger or is not open."""
        name = self._name(uri)
        if name is None or name not in self._texts:
            return None
        view = self._ledger.read(self._texts)
        offset = self._lines(view.text(name)).offset(position.line, position.character)
        return Place(name, offset, view, self._converter(view))

    def checked(self, uri: str) -> Checked | None:
        """What was found in an open file; None where the last check was of other texts."""
        name = self._name(uri)
        if name not in self._texts or self._last is None or self._last[1].texts != self._texts:
            return None
        findings, view = self._last
        found = [finding for finding in findings if finding.primary.file == name]
        return Checked(found, view, self._converter(view))

    def check_soon(self) -> None:
        """Check when nothing more happens for a while."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(REST, self._check_now)

    def _check_now(self) -> None:
        if self._check is not None and not self._check.done():
            self._check.add_done_callback(lambda _: self._check_now())
            return
        self._check = asyncio.get_running_loop().create_task(self._checked(dict(self._texts)))

    async def _checked(self, texts: Mapping[str, str]) -> None:
        """Check the ledger with some texts: first their form, which is quick, then all of it."""
        try:
            view = await asyncio.to_thread(self._ledger.read, texts)
            self._show_form(view)
            findings = await asyncio.to_thread(self._ledger.check, view)
            self._last = findings, view
            self._show(findings, view)
        except ClaimtrackError as error:
            self._say(str(error))
        except Exception as error:  # noqa: BLE001 - the server lives on, and says so
            self._say(f"internal error: {type(error).__name__}: {error}")

    def _show_form(self, view: View) -> None:
        """Publish what is new about the form of open files, beside what else was shown of them."""
        for name in view.texts:
            form, shown = view.form(name), self._shown.get(name, ())
            others = [] if name in view.broken else [x for x in shown if x.code not in OF_FORM]
            if form != tuple(one for one in shown if one.code in OF_FORM):
                self._publish(name, (*form, *others), view)

    def _show(self, findings: Iterable[Finding], view: View) -> None:
        """Publish all findings; a file that has none any more is cleared."""
        by_file: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            by_file[finding.primary.file].append(finding)
        for name in sorted(self._shown.keys() | by_file.keys()):
            self._publish(name, tuple(by_file[name]), view)

    def _publish(self, name: str, findings: tuple[Finding, ...], view: View) -> None:
        """Show the findings of a file, unless it has changed since: then another check follows."""
        if self._texts.get(name) != view.texts.get(name) or self._shown.get(name) == findings:
            return
        self._shown[name] = findings
        convert = self._converter(view)
        told = [convert.diagnostic(finding) for finding in findings]
        params = lsp.PublishDiagnosticsParams(self._uri(name), told)
        self._server.text_document_publish_diagnostics(params)

    def _say(self, message: str) -> None:
        """Write to the log that editors keep."""
        self._server.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, message))

    def _name(self, uri: str) -> str | None:
        """The name of a file of the ledger, as findings have it; None for any other file."""
        path = to_fs_path(uri)
        try:
            return None if path is None else self._ledger.name(path)
        except ClaimtrackError:
            return None

    def _uri(self, name: str) -> str:
        """The address of a file: as the editor wrote it, where it did."""
        return self._uris.get(name) or from_fs_path(os.path.realpath(name)) or ""

    def _lines(self, text: str) -> Lines:
        encoding = self._server.workspace.position_encoding
        return Lines(text, str(getattr(encoding, "value", encoding or UTF_16)))

    def _converter(self, view: View) -> Converter:
        return Converter(cache(lambda name: self._lines(view.text(name))), self._uri)
