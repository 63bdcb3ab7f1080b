"""`claimtrack fmt`: the canonical layout of claim files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimtrack.cli.options import (
    config_option,
    configured,
    harmless,
    opened,
    paths_argument,
    write,
)
from claimtrack.errors import UsageError
from claimtrack.fixing import Change
from claimtrack.model import Ledger
from claimtrack.store.tidy import tidy
from claimtrack.text.terminal import safe


@click.command()
@paths_argument
@config_option
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; 1 where a file is not so."
)
@click.option("--diff", "show", is_flag=True, help="Write nothing; print what would change.")
def fmt(paths: tuple[str, ...], config_file: Path | None, *, only_check: bool, show: bool) -> int:
    """Lay claim files out alike: indentation, blanks and blank lines.

    No word, quote mark or comment changes. A file that cannot be laid out so is left alone.

    Exit status: 0 when all files are laid out, 1 when one could not be or, with --check or --diff,
    would have to be.
    """
    ledger = opened(paths, configured(config_file, paths))
    changes, refused = _changes(ledger)
    for change in changes:
        if not (only_check or show):
            _put(ledger, change)
        write([harmless(change.diff()) if show else f"{change.file}\n"])
    for file, reason in refused:
        sys.stderr.write(f"{safe(file)}: left alone: {safe(reason)}\n")
    if not show:
        would = "would be " if only_check else ""
        write([f"{len(changes)} of {len(ledger.documents)} files {would}laid out anew\n"])
    return int(bool(refused or (changes and (only_check or show))))


def _changes(ledger: Ledger) -> tuple[list[Change], list[tuple[str, str]]]:
    """The files that change, and those that cannot be laid out, with the reason."""
    changes, refused = [], []
    for document in ledger.documents:
        before = ledger.read(document.path)
        try:
            if before is None:
                raise ValueError("it cannot be read")  # noqa: TRY301 - one way to be left alone
            after = tidy(before)
        except ValueError as reason:
            refused.append((document.path, str(reason)))
            continue
        if after != before:
            changes.append(Change(document.path, before, after))
    return changes, refused


def _put(ledger: Ledger, change: Change) -> None:
    try:
        if ledger.write is not None:
            ledger.write({change.file: change.after})
    except OSError as error:
        raise UsageError(str(error)) from None
