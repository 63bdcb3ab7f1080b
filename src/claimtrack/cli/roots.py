"""`claimtrack roots`: how many independent origins a proposition has."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack import api
from claimtrack.cli.options import (
    config_option,
    configured,
    loaded,
    paths_argument,
    stdout_paint,
    write,
)
from claimtrack.reports import roots as views
from claimtrack.text.terminal import UTF_8


@click.command()
@click.argument("proposition")
@paths_argument
@config_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
)
def roots(
    *, proposition: str, paths: tuple[str, ...], config_file: Path | None, output_format: str
) -> int:
    """Count the independent roots of a proposition, with the reason why others are one.

    PROPOSITION is a proposition's identifier, or proposition:ID. PATHS are files and folders;
    without any, the configured ledger is read, else claims/.
    """
    ledger = loaded(paths, configured(config_file, paths))
    found = api.roots(ledger, proposition)
    paint = stdout_paint()
    if output_format == "json":
        write(views.render_json(ledger, found, plain=paint.encoding != UTF_8))
    else:
        write(views.render_text(ledger, found, paint))
    return 0
