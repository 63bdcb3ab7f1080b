"""`claimtrack serve`: the report in a browser on this machine, live as files change."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import click

from claimtrack.cli.live import Edition, server
from claimtrack.cli.options import write
from claimtrack.cli.report import asked_for, asked_options
from claimtrack.errors import UsageError

ADDRESS = "127.0.0.1"


@click.command()
@asked_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8017,
    show_default=True,
    help="Where to listen on this machine; 0 takes any port that is free.",
)
def serve(*, port: int, **options: Any) -> int:
    """Show the report at 127.0.0.1, made anew as the ledger's files and configuration change.

    Only this machine is answered, and only where it asks for a page by this address. Takes the
    options of `claimtrack report`. Ends at Ctrl-C.
    """
    edition = Edition(partial(asked_for, **options))
    edition.fresh()
    try:
        httpd = server(ADDRESS, port, edition)
    except OSError as error:
        raise UsageError(f"port {port}: cannot be listened at: {error.strerror}") from None
    with httpd:
        write([f"http://{ADDRESS}:{httpd.server_address[1]}/\n"])
        sys.stdout.flush()
        try:
            httpd.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
