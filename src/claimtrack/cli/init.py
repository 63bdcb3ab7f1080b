"""`claimtrack init`: a configuration and a first claim, ready to be checked."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli.options import write, write_file
from claimtrack.errors import UsageError

_CONFIG = """\
# Every key: docs/configuration.md
ledger = ["claims"]     # where the claim files are
language = "en"         # of localized text that is written as a plain string
house = []              # outlets whose articles are ours
"""

_ATTRIBUTES = """\
# A digest is of a captured text's bytes: git leaves its line ends alone.
claims/texts/*.txt -text
"""

_FIRST = """\
# A first claim file. Replace what it says, and run `claimtrack check`.
actors:
  - {id: northern-wire, kind: outlet, name: Northern Wire, wire: true}
  - id: minister-oduya
    kind: person
    name: {en: Tamsel Oduya, ar: تامسل أودويا}
propositions:
  - id: dam-not-negotiable
    text: The dam is not open to negotiation
    kind: position
article:
  id: northern-wire-2031-05-02
  outlet: northern-wire
  title: Minister calls dam a red line
  language: en
  published: 2031-05-02T16:40+02:00
  text: texts/northern-wire-2031-05-02.txt
claims:
  - id: minister-dam-red-line
    speaker: minister-oduya
    proposition: dam-not-negotiable
    said: 2031-05-02
    form: mixed
    quotes:
      - {exact: a red line}
    attribution: {cue: called, force: neutral, sourcing: named, basis: on_record}
"""

_TEXT = """\
Minister calls dam a red line

The water minister, Tamsel Oduya, on Friday called the dam a red line. "It is not on the table," he
said, and left without taking questions.
"""


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> int:
    """Start a ledger in a folder: a claimtrack.toml, and a first claim to replace."""
    claims = folder / "claims"
    files = {
        folder / "claimtrack.toml": _CONFIG,
        claims / "first.yaml": _FIRST,
        claims / "texts" / "northern-wire-2031-05-02.txt": _TEXT,
    }
    for path in files:
        if path.exists():
            raise UsageError(f"{path} exists already; nothing was written")
    attributes = folder / ".gitattributes"
    if not attributes.exists():
        files[attributes] = _ATTRIBUTES
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent}: cannot be made: {error.strerror}") from None
        write_file(path, text)
        write([f"{path} written\n"])
    write(["now run: claimtrack check\n"])
    return 0
