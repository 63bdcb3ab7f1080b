"""`claimtrack diff`: what changed in claims, not in lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimtrack import api
from claimtrack.cli.options import (
    as_of_option,
    config_option,
    configured,
    ledger_option,
    opened,
    output_option,
    stdout_paint,
    write,
)
from claimtrack.config import Config
from claimtrack.errors import NothingToCheckError
from claimtrack.model import Ledger
from claimtrack.model.changes import appeared, changes
from claimtrack.reports import changes_markdown
from claimtrack.reports.changes import Difference, render_json, render_text
from claimtrack.reports.paint import PLAIN
from claimtrack.store.history import merge_base
from claimtrack.text.terminal import UTF_8

FORMATS = ("text", "markdown", "json")
HERE = "the working folder"


@click.command()
@click.argument("revisions", metavar="REV[..REV]")
@config_option
@as_of_option
@ledger_option
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True
)
@output_option
def diff(
    *,
    revisions: str,
    config_file: Path | None,
    as_of: Any,
    ledger_paths: tuple[str, ...],
    output_format: str,
    output: Path | None,
) -> int:
    """Show what changed in claims, not in lines.

    One REV is compared with the working folder; REV..REV are two states of the repository, and
    REV...REV compares the second with where it parted from the first, as a pull request does. A
    record that only moved is not shown. Findings that came and went stand at the end; they do not
    fail the command.
    """
    config = configured(config_file, ledger_paths)
    old_name, new_name = _sides(revisions)
    old = _state(old_name, ledger_paths, config)
    new = _state(new_name, ledger_paths, config)
    if not old.documents and not new.documents:
        raise NothingToCheckError("nothing to compare: no claim file on either side")
    day = as_of or api.today()
    before, after = (api.check(one, as_of=day).findings for one in (old, new))
    difference = Difference(
        old_name=old_name,
        new_name=HERE if new_name is None else new_name,
        old=old,
        new=new,
        changes=changes(old, new),
        appeared=appeared(before, after),
        gone=appeared(after, before),
    )
    paint = PLAIN if output else stdout_paint()
    match output_format:
        case "json":
            pieces = render_json(difference, plain=paint.encoding != UTF_8)
        case "markdown":
            pieces = changes_markdown.render(difference)
        case _:
            pieces = render_text(difference, paint)
    write(pieces, output, old, new)
    return 0


def _sides(revisions: str) -> tuple[str, str | None]:
    """The two revisions; no second one is the working folder."""
    if "..." in revisions:
        one, _, other = revisions.partition("...")
        return merge_base(one or "HEAD", other or "HEAD"), other or "HEAD"
    one, dots, other = revisions.partition("..")
    return (one or "HEAD", other or "HEAD") if dots else (one, None)


def _state(revision: str | None, paths: tuple[str, ...], config: Config) -> Ledger:
    """A ledger as a revision has it, perhaps without files; that of the working folder for none."""
    if revision is not None:
        return api.load(*(paths or config.ledger), config=config, at=revision)
    return opened(paths, config)
