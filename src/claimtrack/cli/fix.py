"""`claimtrack fix`: mend what can be mended without a decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    harmless,
    loaded,
    paths_argument,
    stdout_paint,
    write,
)
from claimtrack.fixing import FixOutcome
from claimtrack.fixing import fix as fix_ledger
from claimtrack.reports.paint import Paint
from claimtrack.reports.text import headline
from claimtrack.store.baseline import read_baseline
from claimtrack.text.terminal import safe


@click.command()
@paths_argument
@config_option
@as_of_option
@click.option("--unsafe", is_flag=True, help="Make the suggested fixes too: read them afterwards.")
@click.option(
    "--dry-run", "--diff", "dry_run", is_flag=True, help="Show the changes, and write nothing."
)
def fix(
    *, paths: tuple[str, ...], config_file: Path | None, as_of: Any, unsafe: bool, dry_run: bool
) -> int:
    """Mend what can be mended without a decision.

    PATHS are files and folders; without any, the configured ledger. A file is written only if its
    findings are then gone and no new one has come; with --unsafe, the mending of a key, word or
    reference may reveal findings of other rules. Nothing but the entries in question changes.

    Exit status: 0 when no fix was refused, 1 otherwise.
    """
    config = configured(config_file, paths)
    ledger = loaded(paths, config)
    accepted = read_baseline(Path(config.baseline)) if config.baseline else ()
    outcome = fix_ledger(
        ledger, unsafe=unsafe, dry_run=dry_run, as_of=as_of, baseline=accepted, only=paths
    )
    if dry_run:
        write(harmless(change.diff()) for change in outcome.changes)
    suggested = [one for one in outcome.result.findings if one.fix is not None and not one.fix.safe]
    more = 0 if unsafe else len(suggested)
    write(f"{line}\n" for line in _account(outcome, stdout_paint(), more, dry_run=dry_run))
    return 1 if outcome.refused else 0


def _account(outcome: FixOutcome, paint: Paint, more: int, *, dry_run: bool) -> Iterator[str]:
    for finding in outcome.fixed:
        done = "would be fixed" if dry_run else "fixed"
        yield f"{headline(finding, paint)} ({done}: {safe(finding.help)})"
    for finding, reason in outcome.refused:
        yield f"{headline(finding, paint)} (not fixed: {safe(reason)})"
    verb = "would be fixed" if dry_run else "fixed"
    files = f"{len(outcome.changes)} file{'' if len(outcome.changes) == 1 else 's'}"
    refused = f", {len(outcome.refused)} not" if outcome.refused else ""
    suggested = f"; {more} more with --unsafe" if more else ""
    left = f"{len(outcome.result.findings)} left{suggested}"
    yield f"{len(outcome.fixed)} {verb} in {files}{refused}; {left}"
