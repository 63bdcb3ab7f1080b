"""Chromium, and a window in it that shows the pages of one folder and reaches nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Route,
    sync_playwright,
)

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

TALL = 900
"""Pixels of a window's height."""


def executable() -> str | None:
    """The installed Chromium; CLAIMTRACK_CHROMIUM names another. None where there is none."""
    named = os.environ.get("CLAIMTRACK_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def running(program: str) -> Iterator[Browser]:
    """The browser, ended at the end of the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


class Window:
    """A window without a network, on files of one folder.

    `faults` gathers what a page asked for outside the folder, and what it complained of: a script
    that failed, a dialog, a style or script that its own policy refused.
    """

    def __init__(
        self, browser: Browser, folder: Path, *, width: int = 1280, scheme: str = "light"
    ) -> None:
        self.faults: list[str] = []
        self._folder = folder.resolve()
        self._context = browser.new_context(
            viewport={"width": width, "height": TALL},
            color_scheme=scheme,
            offline=True,
            reduced_motion="reduce",
        )
        self._context.route("**/*", self._within_the_folder)
        self.page = self._context.new_page()
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self._fault(f"script failed: {error}"))
        self.page.on("dialog", self._interrupted)

    def show(self, path: Path) -> Page:
        """The page, loaded."""
        self.page.goto(path.resolve().as_uri())
        return self.page

    def close(self) -> None:
        """Close the window with all that it remembers."""
        self._context.close()

    def _asked(self, request: Request) -> None:
        if not self._is_within(request.url):
            self._fault(f"asked for {request.url}")

    def _within_the_folder(self, route: Route) -> None:
        if self._is_within(route.request.url):
            route.continue_()
        else:
            route.abort()

    def _is_within(self, url: str) -> bool:
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        return parts.scheme == "file" and path.is_relative_to(self._folder)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._fault(message.text)

    def _interrupted(self, dialog: Dialog) -> None:
        self._fault(f"opened a dialog: {dialog.message}")
        dialog.dismiss()

    def _fault(self, what: str) -> None:
        self.faults.append(f"{Path(urlsplit(self.page.url).path).name}: {what}")
