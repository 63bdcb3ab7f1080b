"""`claimtrack query`: the claims that fit a filter."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from claimtrack import api
from claimtrack.cli.options import (
    config_option,
    configured,
    ledger_option,
    opened,
    output_option,
    stdout_paint,
    write,
)
from claimtrack.reports.paint import PLAIN
from claimtrack.reports.query import render_csv, render_json, render_jsonl, render_text
from claimtrack.text.terminal import UTF_8

FORMATS = ("text", "json", "jsonl", "csv")


class _Filtering(click.Command):
    """Tells a filter that begins with a minus sign from a misspelt option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.option_name.startswith("--"):
                raise
            advice = "Put -- before a filter that begins with a minus sign."
            raise click.UsageError(f"{error.format_message()} {advice}", ctx) from None


@click.command(cls=_Filtering)
@click.argument("terms", metavar="FILTER", nargs=-1)
@config_option
@ledger_option
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True
)
@output_option
def query(
    *,
    terms: tuple[str, ...],
    config_file: Path | None,
    ledger_paths: tuple[str, ...],
    output_format: str,
    output: Path | None,
) -> int:
    """Find the claims that fit a filter.

    FILTER is best quoted as one word for the shell: 'speaker:oduya topic:dam said:2031-05..
    status:active'. Without one, all claims are given. Put -- before a filter that begins with a
    minus sign. Every field is in docs/query.md.
    """
    gc.disable()  # as for `check`: a load makes many records and no garbage
    config = configured(config_file, ledger_paths)
    ledger = opened(ledger_paths, config)
    text = " ".join(terms)
    claims = api.query(ledger, text)
    paint = PLAIN if output else stdout_paint()
    plain = paint.encoding != UTF_8
    match output_format:
        case "json":
            pieces = render_json(ledger, claims, text, plain=plain)
        case "jsonl":
            pieces = render_jsonl(ledger, claims, plain=plain)
        case "csv":
            pieces = render_csv(ledger, claims)
        case _:
            pieces = render_text(ledger, claims, paint)
    write(pieces, output, ledger)
    return 0
