"""`claimtrack selftest`: whether the rules tell the faults that are planted into a ledger."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import click

from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    opened,
    output_option,
    paths_argument,
    stdout_paint,
    write,
)
from claimtrack.cli.progress import progress_bar
from claimtrack.errors import NothingToCheckError
from claimtrack.reports.paint import PLAIN
from claimtrack.testing.trial_report import render_json, render_text
from claimtrack.testing.trials import EACH
from claimtrack.testing.trials import selftest as planted_into
from claimtrack.text.terminal import UTF_8

FORMATS = ("text", "json")


@click.command()
@paths_argument
@config_option
@as_of_option
@click.option("--seed", type=int, default=0, show_default=True, help="Chooses where to plant.")
@click.option(
    "--each",
    type=click.IntRange(min=1),
    default=EACH,
    show_default=True,
    help="How often each fault is planted, at most.",
)
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True
)
@output_option
def selftest(
    *,
    paths: tuple[str, ...],
    config_file: Path | None,
    as_of: Any,
    seed: int,
    each: int,
    output_format: str,
    output: Path | None,
) -> int:
    """Plant known faults into a copy of a ledger, and see which are found.

    PATHS are files and folders; without any, the configured ledger, else claims/. The copy is in
    memory: no file is written. Exit status 1 means that a fault was missed, or that a rule found
    one in what is none.
    """
    gc.disable()  # as for `check`: a run makes many records and no garbage
    ledger = opened(paths, configured(config_file, paths))
    with progress_bar("planting") as progress:
        result = planted_into(ledger, seed=seed, each=each, as_of=as_of, progress=progress)
    paint = PLAIN if output else stdout_paint()
    if output_format == "json":
        pieces = render_json(result, plain=paint.encoding != UTF_8)
    else:
        pieces = render_text(result, paint)
    write(pieces, output, ledger)
    status = result.exit_code()
    if status == 2:  # noqa: PLR2004 - the contract's number
        raise NothingToCheckError("nothing was tested: no fault could be planted in this ledger")
    return status
