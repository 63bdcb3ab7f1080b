"""`claimtrack impact`: what a correction reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    loaded,
    stdout_paint,
    write,
)
from claimtrack.correcting import impact as follow
from claimtrack.impact import Impact
from claimtrack.model import Ledger
from claimtrack.reports.correction import Words, render, render_json
from claimtrack.reports.memo import render_memo
from claimtrack.reports.paint import PLAIN
from claimtrack.store.locate import located
from claimtrack.text.terminal import UTF_8


@click.command()
@click.argument("ref")
@config_option
@as_of_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file instead."
)
def impact(
    *, ref: str, config_file: Path | None, as_of: Any, output_format: str, output: Path | None
) -> int:
    """Show what a correction reaches: ours, copies, and all that rests on it.

    REF is an article or a claim that is corrected or taken back; ARTICLE@2, or ARTICLE@DATE, is one
    captured text of an article. Records that rest on it are given by distance. Markdown is the memo
    that an editor can send.

    Exit status: 0 when none of ours is reached, 1 when one is.
    """
    ledger = loaded((), configured(config_file, ()))
    found = follow(ledger, ref, as_of=as_of)
    words = _words(ledger, found)
    paint = PLAIN if output else stdout_paint()
    match output_format:
        case "json":
            pieces = render_json(found, words, plain=paint.encoding != UTF_8)
        case "markdown":
            pieces = render_memo(found, words)
        case _:
            pieces = render(found, words, paint)
    write(pieces, output, ledger)
    return int(found.reaches_us)


def _words(ledger: Ledger, found: Impact) -> Words:
    places = located(found.places, ledger.read)

    def names(outlet: str) -> str:
        actor = ledger.actors.get(outlet)
        return actor.name.best(ledger.config.language)[1] if actor is not None else outlet

    return Words(places.__getitem__, names, ledger.config.language)
