"""`claimtrack review`: record that somebody has read a record and approves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimtrack import api
from claimtrack.cli.options import config_option, configured, loaded, write
from claimtrack.cli.person import at_option, by_option, person, words
from claimtrack.judging import reviewed, write_reviews
from claimtrack.text.terminal import safe


@click.command()
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@click.option("--why", metavar="TEXT", help="What was looked at, in your words.")
@by_option
@at_option
@config_option
def review(
    *,
    records: tuple[str, ...],
    why: str | None,
    by: str | None,
    at: Any,
    config_file: Path | None,
) -> int:
    """Record that somebody has read a record and approves it as it is.

    RECORD is an identifier, or kind and identifier (claim:a1-toll) where records of two kinds share
    one. What is approved is the record and what it rests on; when either changes, check says so. An
    earlier review gives way. Nothing else in the file changes.
    """
    who = person(by)
    reason = None if why is None else words(why, "--why")
    ledger = loaded((), configured(config_file, ()))
    pairs = reviewed(ledger, records, by=who, at=at or api.today(), why=reason)
    write_reviews(ledger, pairs)
    for record, given in pairs:
        seen = ", ".join(ref for ref, _ in given.seen)
        line = f"{record.origin.file}: {record.ref} reviewed by {given.by}, {given.at}"
        write([f"{safe(line + (f'; with {seen}' if seen else ''))}\n"])
    return 0
