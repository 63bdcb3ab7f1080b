"""What several commands share: their options, the configuration, and how they print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from claimtrack.config import Config
from claimtrack.errors import NothingToCheckError, UsageError
from claimtrack.model import Ledger
from claimtrack.reports.paint import Paint, paint_for
from claimtrack.store.baseline import read_baseline
from claimtrack.store.project import OWN, SHARED
from claimtrack.store.scope import holds
from claimtrack.store.settings import find_config, read_config
from claimtrack.store.walk import would_be_read
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.terminal import safe

Function = TypeVar("Function", bound=Callable[..., Any])


class DateType(click.ParamType[Date]):
    """A date of EDTF level 1 on the command line."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        """Read it; a bad one is a usage error that says what is expected."""
        try:
            return value if isinstance(value, Date) else parse_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def paths_argument(command: Function) -> Function:
    """`[PATHS]…`: files and folders; without any, the configured ledger, else `claims/`."""
    return click.argument("paths", nargs=-1, type=click.Path(path_type=str))(command)


def config_option(command: Function) -> Function:
    """`--config FILE`."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Configuration file, in place of the nearest claimtrack.toml or pyproject.toml.",
    )(command)


def as_of_option(command: Function) -> Function:
    """`--as-of DATE`."""
    return click.option(
        "--as-of",
        type=DateType(),
        metavar="DATE",
        help="The day on which the ledger is judged; today unless told.",
    )(command)


def ledger_option(command: Function) -> Function:
    """`--ledger PATH`, any number of times, for a command whose arguments are no paths."""
    return click.option(
        "--ledger",
        "ledger_paths",
        multiple=True,
        metavar="PATH",
        help="A file or folder to read in place of the configured ledger.",
    )(command)


def output_option(command: Function) -> Function:
    """`--output FILE`."""
    return click.option(
        "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file instead."
    )(command)


def configured(config_file: Path | None, paths: Iterable[str]) -> Config:
    """The configuration of a run, its paths seen from the working folder.

    It is the named file's, else the nearest one at or above the first path, which is the working
    folder where none is given.
    """
    if config_file is not None:
        return read_config(config_file)
    return find_config(next(iter(paths), "."))


def loaded(paths: tuple[str, ...], config: Config) -> Ledger:
    """The ledger against which the paths are checked; without any, the configured one.

    Raises `NothingToCheckError` where there is no claim file in what was asked for.
    """
    from claimtrack import api  # noqa: PLC0415 - a check that starts from its index needs none

    ledger = api.load(*(paths or config.ledger), config=config, whole=True)
    refuse_none(paths, config, [document.path for document in ledger.documents])
    return ledger


def refuse_none(paths: Sequence[str], config: Config, files: Iterable[str]) -> None:
    """Raise `NothingToCheckError` where no claim file is in what was asked for."""
    if not any(map(holds(paths or config.ledger), files)):
        looked = ", ".join(paths or config.ledger)
        raise NothingToCheckError(f"nothing to check: no .yaml or .yml file in {looked}")


def opened(paths: tuple[str, ...], config: Config, at: str | None = None) -> Ledger:
    """The ledger at some paths, else the configured one; `at` is a revision of git.

    Raises `NothingToCheckError` where it has no claim file.
    """
    names = paths or config.ledger
    from claimtrack import api  # noqa: PLC0415 - as above

    ledger = api.load(*names, config=config, at=at)
    if not ledger.documents:
        when = "" if at is None else f" at {at}"
        raise NothingToCheckError(f"no .yaml or .yml file in {', '.join(names)}{when}")
    return ledger


def accepted(config: Config) -> frozenset[str]:
    """The fingerprints of the configured baseline; none without one."""
    return frozenset() if config.baseline is None else read_baseline(Path(config.baseline))


def stdout_paint() -> Paint:
    """How to colour the output."""
    return paint_for(
        terminal=sys.stdout.isatty(), environment=os.environ, encoding=sys.stdout.encoding
    )


def write(pieces: Iterable[str], output: Path | None = None, *read: Ledger) -> None:
    """Print the pieces, or put them into a file in one step.

    Raises `UsageError` where that file is one of the ledgers that were read for it.
    """
    if output is not None:
        spare([output], *read)
        write_file(output, "".join(pieces))
        return
    for piece in pieces:
        sys.stdout.write(piece)


def harmless(diff: str) -> str:
    """A diff that cannot act on a terminal; as it is for a program that applies it."""
    if not sys.stdout.isatty():
        return diff
    return "".join(f"{safe(line)}\n" for line in diff.rstrip("\n").split("\n"))


def spare(targets: Iterable[Path], *read: Ledger) -> None:
    """Raise `UsageError` where a file to be written is a claim file or text of some ledgers.

    Links are resolved. A file that is not there yet counts where it would be read as a claim file.
    """
    given = list(targets)
    for ledger in read:
        files = [file.path for of in (ledger.documents, ledger.texts) for file in of]
        spare_files(given, files, ledger.config)


def spare_files(targets: Iterable[Path], files: Iterable[str], config: Config) -> None:
    """Raise `UsageError` where a file to be written is one of these, or would be a claim file."""
    ours = {os.path.realpath(file) for file in files}
    ours |= {os.path.realpath(os.path.join(config.folder, name)) for name in (OWN, SHARED)}  # noqa: PTH118
    for target in targets:
        if os.path.realpath(target) in ours or would_be_read(target, config.ledger, config.exclude):
            raise UsageError(f"{target} is a file of the ledger; nothing was written")


def write_file(path: Path, text: str) -> None:
    """Write a file in one step, in a folder that is made if need be.

    Raises `UsageError` where that cannot be done.
    """
    from claimtrack.store.atomic import write_atomically  # noqa: PLC0415 - rarely needed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None
