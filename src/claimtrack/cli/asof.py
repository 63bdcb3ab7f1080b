"""`claimtrack asof`: the ledger as it stood, by either of its two clocks."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import evolve

from claimtrack import api
from claimtrack.cli.options import (
    DateType,
    accepted,
    config_option,
    configured,
    ledger_option,
    opened,
    output_option,
    stdout_paint,
    write,
)
from claimtrack.config import Config
from claimtrack.errors import UsageError
from claimtrack.model import Ledger, Record
from claimtrack.reports.asof import Standing, record_json, record_text, render_json, render_text
from claimtrack.reports.paint import PLAIN
from claimtrack.text.dates import Date
from claimtrack.text.near import nearest
from claimtrack.text.terminal import UTF_8


@click.command()
@click.argument("day", metavar="DATE", type=DateType())
@click.argument("ref", required=False)
@click.option("--known", metavar="REV", help="By what the ledger knew at this revision of git.")
@config_option
@ledger_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
)
@output_option
def asof(
    *,
    day: Date,
    ref: str | None,
    known: str | None,
    config_file: Path | None,
    ledger_paths: tuple[str, ...],
    output_format: str,
    output: Path | None,
) -> int:
    """Show the ledger and its findings as they stood on a day.

    By what had been said and published by the end of DATE; with --known REV, by what the ledger
    itself knew at a revision of git as well. REF is one record to show: claim:ID, proposition:ID,
    actor:ID, article:ID or occasion:ID, or the identifier alone. Findings do not fail the command.
    """
    config = configured(config_file, ledger_paths)
    now = opened(ledger_paths, config, at=known)
    record = None if ref is None else _found(now, ref)
    then = api.asof(now, day)
    standing = Standing(
        day=day,
        known=known,
        now=now,
        then=then,
        result=api.check(
            then, config=_of_then(config, then is now), as_of=day, baseline=accepted(config)
        ),
    )
    paint = PLAIN if output else stdout_paint()
    plain = paint.encoding != UTF_8
    if output_format == "json":
        pieces = (
            render_json(standing, plain=plain)
            if record is None
            else record_json(standing, record, plain=plain)
        )
    else:
        pieces = (
            render_text(standing, paint) if record is None else record_text(standing, record, paint)
        )
    write(pieces, output, now)
    return 0


def _of_then(config: Config, is_now: bool) -> Config:  # noqa: FBT001 - there is one caller
    """The configuration without the rule that would ask for what an ignore has not silenced yet."""
    return config if is_now else evolve(config, ignore=(*config.ignore, "CT803"))


_KINDS = ("claim", "proposition", "actor", "article", "occasion")


def _found(ledger: Ledger, ref: str) -> Record:
    """The record that is meant. Raises `UsageError` where that is none, or one of several."""
    known = {record.ref: record for record in ledger.records if record.KIND in _KINDS}
    refs = [ref] if ref in known else [f"{kind}:{ref}" for kind in _KINDS]
    found = [name for name in refs if name in known]
    if not found:
        bare = {name.partition(":")[2] for name in known}
        near = nearest(ref, known if ":" in ref else bare)
        hint = f"; did you mean {near!r}?" if near else ""
        raise UsageError(f"no record {ref!r} in this ledger{hint}")
    if len(found) > 1:
        raise UsageError(f"{ref!r} names several records: {', '.join(found)}; say which")
    return known[found[0]]
