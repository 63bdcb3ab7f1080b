"""`claimtrack report`: the ledger as pages for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimtrack import __version__, api
from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    paths_argument,
    spare,
    write,
)
from claimtrack.cli.progress import progress_bar
from claimtrack.errors import NothingToCheckError, UsageError
from claimtrack.reports import html, markdown
from claimtrack.reports.build import build
from claimtrack.store.atomic import write_atomically
from claimtrack.store.baseline import read_baseline

FORMATS = {"html": (html.render, "index.html"), "markdown": (markdown.render, markdown.FILE)}
"""For each format what renders it, and the file to open first."""


@click.command()
@paths_argument
@config_option
@as_of_option
@click.option(
    "--format", "output_format", type=click.Choice(list(FORMATS)), default="html", show_default=True
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into; made if it is not there.",
)
@click.option("--title", default="Ledger of claims", show_default=True, help="What it is called.")
def report(
    *,
    paths: tuple[str, ...],
    config_file: Path | None,
    as_of: Any,
    output_format: str,
    out: Path,
    title: str,
) -> int:
    """Write the report that editors read: claims by proposition and speaker, and the findings.

    PATHS are files and folders; without any, the configured ledger is shown, else claims/. Findings
    do not fail the command: they are on the pages. A ledger without files gives pages that say so,
    and exit status 2.
    """
    config = configured(config_file, paths)
    ledger = api.load(*(paths or config.ledger), config=config)
    day = as_of or api.today()
    accepted = read_baseline(Path(config.baseline)) if config.baseline else ()
    with progress_bar("checking") as progress:
        result = api.check(ledger, as_of=day, baseline=accepted, progress=progress)
    view = build(ledger, result, as_of=day, title=title, version=__version__)
    render, first = FORMATS[output_format]
    pages = render(view)
    spare((out / name for name in pages), ledger)
    _write_files(out, pages)
    write([f"{out / first}\n"])
    if not ledger.documents:
        raise NothingToCheckError("nothing to check: the report holds no claim file")
    return 0


def _write_files(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            write_atomically(folder / name, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None
