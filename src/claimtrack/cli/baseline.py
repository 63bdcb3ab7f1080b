"""`claimtrack baseline`: accept today's findings, one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimtrack import api
from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    loaded,
    paths_argument,
    write,
)
from claimtrack.errors import ConfigError, UsageError
from claimtrack.store.baseline import baseline_text, read_baseline

DEFAULT = "claimtrack-baseline.json"


@click.command()
@paths_argument
@config_option
@as_of_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file to write [default: the configured baseline, else {DEFAULT}].",
)
def baseline(
    *, paths: tuple[str, ...], config_file: Path | None, as_of: Any, output: Path | None
) -> int:
    """Accept today's findings, so that only new ones are shown.

    Each is written down by its fingerprint. `check --baseline FILE`, or the configuration's
    `baseline`, holds later runs against them: a finding that is fixed and another that comes are
    both seen.
    """
    config = configured(config_file, paths)
    target = output or Path(config.baseline or DEFAULT)
    if target.is_file():
        _see_that_it_is_one(target)
    ledger = loaded(paths, config)
    result = api.check(ledger, as_of=as_of, only=paths)
    write([baseline_text(result.findings)], target, ledger)
    count = len(result.findings)
    write([f"{target}: {count} finding{'' if count == 1 else 's'} accepted\n"])
    return 0


def _see_that_it_is_one(target: Path) -> None:
    """Raise `UsageError` where the file that would be replaced is no baseline."""
    try:
        read_baseline(target)
    except ConfigError:
        raise UsageError(f"{target} is there, and no baseline; nothing was written") from None
