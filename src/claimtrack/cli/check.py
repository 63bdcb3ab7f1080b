"""`claimtrack check`: the command that is run at every save and in every CI job."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click

from claimtrack import __version__
from claimtrack.cli.asking import request_for
from claimtrack.cli.options import (
    as_of_option,
    config_option,
    paths_argument,
    refuse_none,
    spare_files,
    stdout_paint,
    write,
)
from claimtrack.cli.progress import progress_bar
from claimtrack.cli.step_summary import write_step_summary
from claimtrack.errors import NothingToCheckError
from claimtrack.plugins import all_rules
from claimtrack.recheck import recheck
from claimtrack.reports.formats import FORMATS, Context
from claimtrack.reports.paint import PLAIN
from claimtrack.reports.statistics import durations, statistics
from claimtrack.result import Summary

LEVELS = ("error", "warning", "info", "never")


@click.command()
@paths_argument
@config_option
@as_of_option
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help="How findings are written [default: text; github in a job of GitHub Actions].",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file instead."
)
@click.option(
    "--select", multiple=True, metavar="RULES", help="Run only these rules (CT301, CT3, a name)."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Pass over these files.")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="Least severity that fails [default: error]."
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Show only findings that are not in this file.",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier checks found.")
@click.option(
    "--cache-dir",
    type=click.Path(path_type=str, file_okay=False),
    help="Keep it here [default: the user's cache folder].",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Work in at most N processes [default: one for each processor].",
)
@click.option("--statistics", "show_statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--durations", "show_durations", is_flag=True, help="Show the time each rule took.")
def check(
    *,
    paths: tuple[str, ...],
    config_file: Path | None,
    as_of: Any,
    output_format: str | None,
    output: Path | None,
    fail_on: str | None,
    baseline: Path | None,
    no_cache: bool,
    cache_dir: str | None,
    jobs: int | None,
    show_statistics: bool,
    show_durations: bool,
    **rules: tuple[str, ...],
) -> int:
    """Check a ledger: its form, and its claims against each other.

    PATHS are files and folders; without any, the configured ledger is checked, else claims/. Paths
    in that ledger are checked against all of it, and the findings that touch them are shown.
    """
    # A load makes many records and no garbage; collecting would cost more than the load itself.
    # The library leaves this to its caller; the command is the caller.
    gc.disable()
    request = request_for(
        paths,
        config_file,
        as_of=as_of,
        fail_on=fail_on,
        baseline=baseline,
        cached=not no_cache,
        folder=cache_dir,
        jobs=jobs,
        rules=rules,
    )
    config = request.config
    with progress_bar("checking") as progress:
        result, read, files = recheck(request, progress)
    refuse_none(paths, config, files)
    status = result.exit_code(config.fail_on)
    chosen = output_format or _default_format(output)
    context = Context(
        read=read,
        rules=all_rules(),
        fail_on=config.fail_on,
        paint=PLAIN if output else stdout_paint(),
        version=__version__,
    )
    if output is not None:
        spare_files([output], files, config)
    write(FORMATS[chosen](result, context), output)
    if chosen == "github":
        write_step_summary(result, os.environ)
    if show_statistics:
        sys.stderr.writelines(statistics(result.findings))
    if show_durations:
        sys.stderr.writelines(durations(result.summary))
    if status == 2:  # noqa: PLR2004 - the contract's number
        raise NothingToCheckError(_nothing(result.summary))
    return status


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
