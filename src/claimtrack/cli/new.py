"""`claimtrack new`: a record to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack import api
from claimtrack.cli.options import config_option, configured, write, write_file
from claimtrack.errors import UsageError
from claimtrack.model import Ledger
from claimtrack.model.fields import IDENTIFIER
from claimtrack.store.skeleton import NAMED, with_skeleton
from claimtrack.text.excerpt import shown


@click.command()
@click.argument("kind", type=click.Choice([*NAMED]))
@click.argument("name")
@click.option(
    "--in",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Add it to this claim file, which may be new.",
)
@config_option
def new(kind: str, name: str, file: Path | None, config_file: Path | None) -> int:
    """Begin a record: every key that it needs, to be filled in.

    NAME is its identifier, which no other record of that kind may have. Without --in it is printed.
    `claimtrack check` names each TBD that is left.
    """
    if IDENTIFIER.regex.fullmatch(name) is None:
        raise UsageError(f"{shown(name)} is no name; expected {IDENTIFIER.expected}")
    ledger = api.load(config=configured(config_file, ()))
    _spare(ledger, kind, name)
    before = "" if file is None or not file.exists() else _text(file)
    try:
        text = with_skeleton(before, NAMED[kind], name)
    except ValueError as reason:
        raise UsageError(f"{file}: {reason}") from None
    if file is None:
        write([text])
    else:
        write_file(file, text)
        write([f"{file}: {kind} {name} added\n"])
    return 0


def _spare(ledger: Ledger, kind: str, name: str) -> None:
    """Raise `UsageError` where a record has the name already."""
    for record in ledger.records:
        if (record.KIND, record.id) == (kind, name):
            raise UsageError(f"{record.ref} exists already, in {record.origin.file}")


def _text(file: Path) -> str:
    """The text of a claim file, line breaks and byte order mark as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{file}: not UTF-8; `claimtrack check {file}` says where") from None
