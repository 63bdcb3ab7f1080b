"""`claimtrack export`: the ledger in a format of other programs."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from claimtrack.cli.formats import FormatType, Listing
from claimtrack.cli.options import config_option, configured, opened, paths_argument, spare
from claimtrack.errors import UsageError
from claimtrack.interop.exporting import BASE, Context, Exporter, LeftOut, OutputFile
from claimtrack.model import Ledger
from claimtrack.plugins import all_exporters
from claimtrack.store.atomic import write_atomically
from claimtrack.store.report_folder import reserve
from claimtrack.text.terminal import safe

SHOWN = 5
"""Records that are named for each reason, unless all are asked for."""


_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")


def _base(_: click.Context, __: click.Parameter, value: str) -> str:
    """The beginning of addresses, with a sign at its end that keeps it apart from what follows."""
    if not _IRI.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no address such as https://ledger.example/")
    return value if value.endswith(("/", "#", ":")) else f"{value}/"


@click.command(cls=Listing)
@click.argument("exporter", metavar="FORMAT", type=FormatType(all_exporters))
@paths_argument
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder for a format of several files.",
)
@click.option(
    "--base",
    default=BASE,
    metavar="IRI",
    callback=_base,
    show_default=True,
    help="How the addresses of records begin, in formats that give them some.",
)
@click.option("--verbose", is_flag=True, help="Name every record that found no place, not a few.")
def export(
    *,
    exporter: Exporter,
    paths: tuple[str, ...],
    config_file: Path | None,
    output: Path | None,
    base: str,
    verbose: bool,
) -> int:
    """Write the ledger in a format of other programs.

    PATHS are files and folders; without any, the configured ledger is written, else claims/. What
    the format cannot hold is counted on stderr, with the reason.
    """
    gc.disable()  # as for `check`: a load makes many records and no garbage
    _refuse_terminal(exporter, output)
    ledger = opened(paths, configured(config_file, paths))
    left_out: list[LeftOut] = []
    files = list(exporter.export(ledger, Context(leave_out=left_out.append, base=base)))
    if output is None:
        _print(files)
    else:
        targets = {output / one.name if exporter.folder else output: one for one in files}
        spare(targets, ledger)
        if exporter.folder:
            _reserve(output, (one.name for one in files))
        _write(targets)
    sys.stdout.flush()
    sys.stderr.writelines(_account(ledger, left_out, verbose=verbose))
    return 0


def _refuse_terminal(exporter: Exporter, output: Path | None) -> None:
    """Raise `UsageError` where a place to write must be named."""
    if output is None and exporter.folder:
        raise UsageError(f"{exporter.name} is several files: name a folder with --output")
    if output is None and exporter.binary and sys.stdout.isatty():
        raise UsageError(f"{exporter.name} is no text: name a file with --output")


def _print(files: Iterable[OutputFile]) -> None:
    """The formats of others are UTF-8, whatever the terminal's encoding is."""
    for file in files:
        sys.stdout.buffer.writelines(file.pieces)


def _reserve(folder: Path, names: Iterable[str]) -> None:
    """Make the folder; raises `UsageError` where that fails, or a file there is not ours."""
    try:
        reserve(folder, names)
    except OSError as error:
        raise UsageError(f"{folder}: no folder can be made: {error.strerror or error}") from None


def _write(files: Mapping[Path, OutputFile]) -> None:
    """Write every file in one step each."""
    for path, file in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, file.pieces)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None


def _account(ledger: Ledger, left_out: Iterable[LeftOut], *, verbose: bool) -> Iterator[str]:
    """What is not in the output: by reason, with how many records and which."""
    problems = len(ledger.findings)
    if problems:
        yield (
            f"claimtrack: {problems:,} problem{'' if problems == 1 else 's'} of form: what could "
            "not be read was not exported; claimtrack check names each\n"
        )
    by_reason: dict[str, list[str]] = {}
    for one in left_out:
        by_reason.setdefault(one.reason, []).append(one.ref)
    for reason, refs in by_reason.items():
        shown = refs if verbose else refs[:SHOWN]
        more = f" and {len(refs) - len(shown):,} more" if len(shown) < len(refs) else ""
        text = f"left out, {len(refs):,}: {reason}: {', '.join(shown)}{more}"
        yield f"claimtrack: {safe(text)}\n"
