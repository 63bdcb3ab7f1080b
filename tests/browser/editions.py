"""What is looked at: folders of pages, each the demonstration ledger in one form and language."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path

from attrs import frozen

from claimtrack.testing import sample

DAY = "2031-06-01"
ROOT = Path(__file__).parents[2]


@frozen
class Form:
    """A form and language of the report."""

    name: str
    language: str
    """Of the interface; BCP 47."""
    options: tuple[str, ...]
    """What `claimtrack report` is given."""

    def write(self, folder: Path, ledger: Path | None = None) -> Edition:
        """Write the report of a ledger, by default the demonstration ledger."""
        # The sample's folder is named from the checkout's root, as a reader would: what is printed
        # of a file on the pages is then the same on every machine.
        source = ledger or (sample("demo") / "claims").relative_to(ROOT)
        options = (*self.options, "--as-of", DAY, "--out", str(folder))
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "claimtrack", "report", str(source), *options],
            check=True,
            cwd=ROOT,
            capture_output=True,
        )
        return Edition(self, folder)


@frozen
class Edition:
    """A report that is written."""

    form: Form
    folder: Path

    @property
    def pages(self) -> list[Path]:
        """Every page, the front page first."""
        found = sorted(self.folder.rglob("*.html"))
        return sorted(found, key=lambda path: path.relative_to(self.folder) != Path("index.html"))

    @property
    def kinds(self) -> list[Path]:
        """The pages at the top, and of each folder below the longest page."""
        below = sorted(set(self.pages) - set(self.top), key=lambda path: path.parent)
        folders = groupby(below, key=lambda path: path.parent)
        return [*self.top, *(max(pages, key=_size) for _, pages in folders)]

    @property
    def top(self) -> list[Path]:
        """The pages at the top, the front page first."""
        return [path for path in self.pages if path.parent == self.folder]

    def kind(self, page: Path) -> str:
        """What a page is one of: its folder's name, at the top its own."""
        return page.stem if page.parent == self.folder else page.parent.name

    def name(self, page: Path) -> str:
        """A page's name for people: its path in the folder without its ending."""
        return page.relative_to(self.folder).with_suffix("").as_posix()


def _size(page: Path) -> tuple[int, Path]:
    return (page.stat().st_size, page)


FORMS = tuple(
    Form(f"{form}-{language}", language, ("--format", form, "--lang", language))
    for form in ("site", "single")
    for language in ("en", "ar")
)
