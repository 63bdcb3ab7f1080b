"""`claimtrack check`: the command that is run at every save and in every CI job."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claimtrack import __version__
from claimtrack.cli.asking import request_options
from claimtrack.cli.at_hand import checked
from claimtrack.cli.options import refuse_none, spare_files, stdout_paint, write
from claimtrack.cli.progress import progress_bar
from claimtrack.errors import NothingToCheckError, UsageError
from claimtrack.recheck import Checked, Request
from claimtrack.reports.formats import FORMATS, Context
from claimtrack.reports.paint import PLAIN
from claimtrack.reports.statistics import durations, statistics
from claimtrack.result import Summary


@click.command()
@request_options
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help="How findings are written [default: text; github in a job of GitHub Actions].",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file instead."
)
@click.option(
    "--since", metavar="REV", help="Show only what changed since the history parted from REV."
)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
@click.option("--statistics", "show_statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--durations", "show_durations", is_flag=True, help="Show the time each rule took.")
def check(
    *,
    ask: Callable[[], Request],
    stdin: bool,
    config_file: Path | None,
    watch: bool,
    **shown: Any,
) -> int:
    """Check a ledger: its form, and its claims against each other.

    PATHS are files and folders; without any, the configured ledger is checked, else claims/. Paths
    in that ledger are checked against all of it, and the findings that touch them are shown. The
    path - is stdin.
    """
    # A load makes many records and no garbage; collecting would cost more than the load itself.
    # The library leaves this to its caller; the command is the caller.
    gc.disable()
    if watch and stdin:
        raise UsageError("--watch watches files; stdin is read once")
    if watch:
        from claimtrack.cli.watching import keep_checking  # noqa: PLC0415 - one way of many

        keep_checking(
            ask, lambda request: _run(request, stdin=False, **shown)[1].files, config_file
        )
    return _run(ask(), stdin=stdin, **shown)[0]


def _run(
    request: Request,
    *,
    stdin: bool,
    since: str | None,
    output_format: str | None,
    output: Path | None,
    show_statistics: bool,
    show_durations: bool,
) -> tuple[int, Checked]:
    """Check and print; the exit status, and what was checked."""
    config = request.config
    with progress_bar("reading") as reading, progress_bar("checking") as checking:
        done = checked(request, since=since, stdin=stdin, reading=reading, checking=checking)
    result, read, files = done
    refuse_none(request.only, config, files)
    status = result.exit_code(config.fail_on)
    chosen = output_format or _default_format(output)
    context = Context(
        read=read,
        rules=request.rules,
        fail_on=config.fail_on,
        paint=PLAIN if output else stdout_paint(),
        version=__version__,
    )
    if output is not None:
        spare_files([output], files, config)
    write(FORMATS[chosen](result, context), output)
    if chosen == "github":
        from claimtrack.cli.step_summary import write_step_summary  # noqa: PLC0415 - the same

        write_step_summary(result, os.environ)
    if show_statistics:
        sys.stderr.writelines(statistics(result.findings))
    if show_durations:
        sys.stderr.writelines(durations(result.summary))
    if status == 2:  # noqa: PLR2004 - the contract's number
        raise NothingToCheckError(_nothing(result.summary))
    return status, done


def _nothing(summary: Summary) -> str:
    """Why a run checked nothing."""
    if any(summary.records.values()):
        return "nothing was checked: no rule had anything to look at"
    silenced = " and what was found is not shown" if any(summary.suppressed.values()) else ""
    files = f"{summary.files} file{'' if summary.files == 1 else 's'}"
    return f"nothing was checked: no record in {files}{silenced}"


def _default_format(output: Path | None) -> str:
    """What the runner of GitHub Actions reads, where it reads it; else what a person does."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not output else "text"
