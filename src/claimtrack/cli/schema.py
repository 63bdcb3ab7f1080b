"""`claimtrack schema`: what an editor needs to know of claim files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from claimtrack.cli.options import output_option, write
from claimtrack.interop import json_schema


@click.command()
@output_option
def schema(output: Path | None) -> int:
    """Print the JSON Schema of claim files, for editors and other tools.

    It is of the dialect 2020-12, and made from the model that reads the files.
    """
    write([f"{json.dumps(json_schema.schema(), ensure_ascii=True, indent=2)}\n"], output)
    return 0
