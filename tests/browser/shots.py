"""Takes the pictures of the report that the documentation shows.

`python tests/browser/shots.py` writes `docs/shots`: the top of each page of the demonstration
ledger, in each language and colour scheme, and on a telephone, with a page that shows them all.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen
from chromium import Window, executable, running
from editions import FORMS, ROOT, Edition
from PIL import Image
from playwright.sync_api import Browser

SHOTS = ROOT / "docs" / "shots"
COLOURS = 128
"""Of a picture: enough for text on plain ground, at a quarter of the size."""


@frozen
class View:
    """How a page is looked at."""

    name: str
    title: str
    width: int
    """Pixels."""
    scheme: str = "light"


VIEWS = (
    View("light", "Light", 1120),
    View("dark", "Dark", 1120, "dark"),
    View("narrow", "Telephone", 390),
)


def take(browser: Browser, edition: Edition, view: View) -> Iterator[tuple[Path, bytes]]:
    """The picture of each kind of page, with the page that it shows."""
    window = Window(browser, edition.folder, width=view.width, scheme=view.scheme)
    for path in edition.kinds:
        yield path, small(window.show(path).screenshot())
    window.close()


def small(png: bytes) -> bytes:
    """The picture with few colours."""
    written = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    return written.getvalue()


def gallery(shots: dict[str, dict[str, str]]) -> str:
    """The page of all pictures: by name of the page and title of the view, the file."""
    lines = [
        "# How the report looks",
        "",
        "The demonstration ledger, invented from end to end. `python3 dev.py shots` takes the",
        "pictures.",
    ]
    for page, views in shots.items():
        head = [f"| {' | '.join(views)} |", "|" + "---|" * len(views)]
        row = " | ".join(f"![{page}, {title}]({file})" for title, file in views.items())
        lines += ["", f"## {page}", "", *head, f"| {row} |"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Take all pictures anew."""
    program = executable()
    if program is None:
        sys.exit("shots: Chromium is not installed; on Debian: apt install chromium")
    SHOTS.mkdir(parents=True, exist_ok=True)
    for old in SHOTS.glob("*.png"):
        old.unlink()
    shots: dict[str, dict[str, str]] = {}
    with running(program) as browser, TemporaryDirectory() as folder:
        for form in FORMS:
            if not form.name.startswith("site"):  # one file holds the same pages
                continue
            edition = form.write(Path(folder, form.name))
            for view in VIEWS:
                for path, png in take(browser, edition, view):
                    page = edition.kind(path)
                    file = f"{page}-{form.language}-{view.name}.png"
                    (SHOTS / file).write_bytes(png)
                    shots.setdefault(page, {})[f"{view.title}, {form.language}"] = file
    (SHOTS / "README.md").write_text(gallery(shots), encoding="utf-8")


if __name__ == "__main__":
    main()
