"""The server behind `claimtrack serve`: one report, kept as its ledger's files are.

It listens on one address of this machine. The Host header is checked, so that a page of the web
that had a name lead here (DNS rebinding) is not answered; only GET is.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.client import HTTP_PORT
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final
from urllib.parse import unquote

from claimtrack.cli.report import Asked, made
from claimtrack.errors import ClaimtrackError
from claimtrack.reports.html import Site
from claimtrack.reports.html.pages import Page

STATE: Final = "/.state"
"""Where a page asks whether the ledger changed."""

_REST: Final = 0.5
"""Seconds for which files are taken to be as they were."""


class Edition:
    """The report of a ledger, made anew when a file of it, its configuration or the day changes."""

    def __init__(self, ask: Callable[[], Asked]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._looked = float("-inf")
        self.state = ""
        self._shown: tuple[Site, Mapping[str, Page]] | None = None

    def fresh(self) -> str:
        """Make the report anew if need be; gives the state of the files that it shows."""
        with self._lock:
            if monotonic() - self._looked >= _REST:
                asked = self._ask()
                state = _signature(asked)
                if state != self.state:
                    _, view = made(asked)
                    site = Site(view, asked.language, live=True)
                    self._shown = site, {page.path: page for page in site}
                    self.state = state
                self._looked = monotonic()
            return self.state

    def page(self, path: str) -> str | None:
        """The text of a page; None where there is none."""
        self.fresh()
        if self._shown is None:
            return None
        site, pages = self._shown  # of one state, whatever another request does meanwhile
        return site.render(pages[path]) if path in pages else None


def _signature(asked: Asked) -> str:
    """A digest of what is asked for and of every file that it names: name, size, last change."""
    found = hashlib.sha256(repr(asked).encode())
    config = asked.config
    more = filter(None, (config.texts, config.baseline))
    for root in (*(asked.paths or config.ledger), *more):
        paths = sorted(Path(root).rglob("*")) if Path(root).is_dir() else [Path(root)]
        for path in paths:
            try:
                about = path.stat()
            except OSError:
                continue
            found.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return found.hexdigest()


class LocalServer(ThreadingHTTPServer):
    """The server, with the edition that it shows."""

    daemon_threads = True
    edition: Edition
    hosts: frozenset[str]
    """The values of a Host header that are answered."""

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002
        """Say on one line what went wrong: most often a browser that did not wait."""
        error = sys.exc_info()[1]
        sys.stderr.write(f"claimtrack serve: a request was not answered: {error!r}\n")


def server(address: str, port: int, edition: Edition) -> LocalServer:
    """A server of an edition, ready to run. Raises `OSError` where it cannot listen."""
    made_ = LocalServer((address, port), _Handler)
    made_.edition = edition
    number = made_.server_address[1]
    names = (address, "localhost")
    made_.hosts = frozenset(f"{name}:{number}" for name in names)
    if number == HTTP_PORT:  # which nobody writes
        made_.hosts |= {*names}
    return made_


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer
    server_version = "claimtrack"
    timeout = 10.0
    """Seconds: who has not asked by then will not be waited for."""
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a page, or with the state of the ledger."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", "not for this host\n")
            return
        try:
            self._show(unquote(self.path.partition("?")[0], errors="replace"))
        except ClaimtrackError as error:
            self._answer(HTTPStatus.CONFLICT, "text/plain", f"{error}\n")

    def _show(self, path: str) -> None:
        edition = self.server.edition
        if path == STATE:
            self._answer(HTTPStatus.OK, "text/plain", edition.fresh())
            return
        text = edition.page("index.html" if path == "/" else path.removeprefix("/"))
        if text is None:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", "no such page\n")
        else:
            self._answer(HTTPStatus.OK, "text/html", text)

    def _refuse(self) -> None:
        self._answer(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", "only GET is answered\n")

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = _refuse  # noqa: N815

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode("utf-8")
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Content-Security-Policy", "frame-ancestors 'none'"),
        ):
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its signature
        """Say nothing: progress and errors have their own ways."""
