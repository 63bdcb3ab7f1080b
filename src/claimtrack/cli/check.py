"""`claimtrack check`: the command that is run at every save and in every CI job."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from claimtrack import __version__, api
from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    loaded,
    paths_argument,
    stdout_paint,
    write,
)
from claimtrack.cli.progress import progress_bar
from claimtrack.cli.step_summary import write_step_summary
from claimtrack.config import Config
from claimtrack.errors import NothingToCheckError
from claimtrack.findings import Severity
from claimtrack.plugins import all_rules
from claimtrack.reports.formats import FORMATS, Context
from claimtrack.reports.paint import PLAIN
from claimtrack.reports.statistics import durations, statistics
from claimtrack.result import Summary
from claimtrack.store.baseline import read_baseline

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
    config = _told(configured(config_file, paths), fail_on=fail_on, baseline=baseline, **rules)
    ledger = loaded(paths, config)
    accepted = read_baseline(Path(config.baseline)) if config.baseline else ()
    with progress_bar("checking") as progress:
        result = api.check(ledger, as_of=as_of, baseline=accepted, only=paths, progress=progress)
    status = result.exit_code(config.fail_on)
    chosen = output_format or _default_format(output)
    context = Context(
        read=ledger.read,
        rules=all_rules(),
        fail_on=config.fail_on,
        paint=PLAIN if output else stdout_paint(),
        version=__version__,
    )
    write(FORMATS[chosen](result, context), output, ledger)
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


def _told(
    config: Config,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
) -> Config:
    """The configuration with what the command line says: it replaces `select`, adds to the rest."""
    changes: dict[str, Any] = {}
    if select:
        changes["select"] = _split(select)
    if ignore:
        changes["ignore"] = (*config.ignore, *_split(ignore))
    if exclude:
        changes["exclude"] = (*config.exclude, *exclude)
    if fail_on is not None:
        changes["fail_on"] = None if fail_on == "never" else Severity.parse(fail_on)
    if baseline is not None:
        changes["baseline"] = os.fspath(baseline)
    return evolve(config, **changes)


def _split(words: Iterable[str]) -> tuple[str, ...]:
    """`--select CT3,CT501` is `--select CT3 --select CT501`."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
