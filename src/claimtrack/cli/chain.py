"""`claimtrack chain`: where a claim comes from."""

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
from claimtrack.reports import chain as views
from claimtrack.text.terminal import UTF_8

FORMATS = ("text", "mermaid", "dot", "json")


@click.command()
@click.argument("claim")
@paths_argument
@config_option
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True
)
def chain(
    *, claim: str, paths: tuple[str, ...], config_file: Path | None, output_format: str
) -> int:
    """Show where a claim comes from: every step upstream, and where nothing leads on.

    CLAIM is a claim's identifier, or claim:ID. PATHS are files and folders; without any, the
    configured ledger is read, else claims/.
    """
    ledger = loaded(paths, configured(config_file, paths))
    found = api.chain(ledger, claim)
    paint = stdout_paint()
    match output_format:
        case "json":
            write(views.render_json(found, plain=paint.encoding != UTF_8))
        case "mermaid":
            write(views.render_mermaid(found))
        case "dot":
            write(views.render_dot(found))
        case _:
            write(views.render_text(found, paint))
    return 0
