"""`claimtrack import`: claims and reviews that others have published, into the ledger."""

from __future__ import annotations

import codecs
import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path

import click

from claimtrack.cli.formats import FormatType, Listing
from claimtrack.cli.options import config_option, configured, write
from claimtrack.cli.progress import Progress, progress_bar
from claimtrack.config import Config
from claimtrack.errors import NothingToCheckError, UsageError
from claimtrack.importing import Import
from claimtrack.interop.importing import UNDETERMINED, Importer, Outcome, Settings, SettingsFile
from claimtrack.interop.imports.account import Account, alike_lines, outcome_data, outcome_line
from claimtrack.interop.imports.lookalikes import look_alikes
from claimtrack.model.fields import LANGUAGE
from claimtrack.plugins import all_importers
from claimtrack.store.pieces import size, text_pieces
from claimtrack.store.register import Register
from claimtrack.store.walk import would_be_read
from claimtrack.text.terminal import UTF_8, safe

_FOLDER = "imported"
_MOST_PAIRS = 20
_Heard = Callable[[int], None]
_Feed = Callable[[_Heard | None], Iterator[str]]
"""Gives the text of a file in pieces, and tells the size of each."""


def _language(_: click.Context, __: click.Parameter, value: str) -> str:
    """A language tag; a wrong one would be a finding in each file."""
    if LANGUAGE.regex.fullmatch(value) and value.lower() not in LANGUAGE.instead:
        return value
    near = LANGUAGE.instead.get(value.lower())
    hint = f"did you mean {near!r}?" if near else f"expected {LANGUAGE.expected}"
    raise click.BadParameter(f"{value!r} is no language tag; {hint}")


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A name of an encoding of texts, in which unreadable bytes can be passed over."""
    if value is None:
        return None
    try:
        letter = "a".encode(value)  # of bytes into bytes, such as zlib, is refused here
        codecs.getincrementaldecoder(value)("replace").decode(letter, final=True)
    except (LookupError, ValueError):
        reason = f"{value!r} is no encoding of texts; expected one such as cp1256 or latin-1"
        raise click.BadParameter(reason) from None
    return value


@click.command("import", cls=Listing)
@click.argument("importer", metavar="FORMAT", type=FormatType(all_importers))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--mapping", metavar="FILE", help="csv: what each column holds (docs/csv.md).")
@click.option(
    "--crosswalk", metavar="FILE", help="What labels mean, before the table that is shipped."
)
@click.option(
    "--language",
    metavar="TAG",
    default=UNDETERMINED,
    show_default=True,
    callback=_language,
    help="The language of articles of which the feed does not say it.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=_encoding,
    help="How the files are encoded, such as cp1256 [default: UTF-8, or UTF-16 by its mark].",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder to write below [default: {_FOLDER} in the ledger].",
)
@click.option("--dry-run", is_flag=True, help="Say what would come in, and write nothing.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="jsonl has a line for each record of the feed.",
)
@config_option
def import_(
    *,
    importer: Importer,
    files: tuple[str, ...],
    into: Path | None,
    dry_run: bool,
    output_format: str,
    config_file: Path | None,
    language: str,
    encoding: str | None,
    crosswalk: str | None,
    mapping: str | None,
) -> int:
    """Take in claims and reviews that others have published.

    FILE may be - for the standard input. What is in the ledger already is left as it is: a second
    import changes nothing.

    Exit status: 0 when every record was imported or repeats another, 1 when some were refused.
    """
    gc.disable()  # as for `check`: many records and no garbage
    config = configured(config_file, ())
    reader = importer.prepare(
        Settings(language=language, crosswalk=_settings(crosswalk), mapping=_settings(mapping))
    )
    run = Import(reader, Register(), _folder(into, config), config, dry_run)
    with progress_bar("reading") as progress:
        run.remember((path for path in config.ledger if Path(path).exists()), progress)
    as_data = output_format == "jsonl"
    feeds = {file: partial(text_pieces, file, encoding) for file in files}
    account = _taken_in(run, feeds, importer.summary, as_data=as_data)
    if not as_data:
        write(f"{safe(line)}\n" for line in _told(run, account))
    return 1 if account.refused else 0


def _taken_in(run: Import, feeds: Mapping[str, _Feed], summary: str, *, as_data: bool) -> Account:
    """Take in some feeds, and print what becomes of each record."""
    account = Account()
    expected = f"{summary[:1].lower()}{summary[1:]}".rstrip(".")
    with progress_bar("importing", " kB") as progress:
        heard = None if progress is None else _counted(progress, size(feeds))
        for file, pieces in feeds.items():
            before = account.total
            for outcome in run.read(pieces(heard)):
                account.add(file, outcome)
                for line in _as_data(file, outcome) if as_data else _as_text(file, outcome):
                    if progress is not None:
                        progress.wipe()
                    write([line])
            if account.total == before:
                raise NothingToCheckError(f"{file}: there is no record in it; expected {expected}")
    return account


def _counted(progress: Progress, total: int) -> _Heard:
    """Takes the sizes of pieces, and tells the progress how much of some bytes that makes."""
    done = 0

    def heard(count: int) -> None:
        nonlocal done
        done += count
        progress(done // 1000, total // 1000)

    return heard


def _folder(into: Path | None, config: Config) -> Path:
    """Where to write; raises `UsageError` for a place that no check would read afterwards."""
    ledger = Path(config.ledger[0])
    if into is None and ledger.is_file():
        raise UsageError(
            f"{ledger} is one file: name a folder of the ledger with --into, or add one in the "
            "configuration (ledger)"
        )
    folder = ledger / _FOLDER if into is None else into
    if not would_be_read(folder / "articles" / "a.yaml", config.ledger, config.exclude):
        raise UsageError(
            f"{folder}: what is written there would not be read, for it is hidden, excluded or not "
            f"of the ledger ({', '.join(config.ledger)}); name another folder with --into"
        )
    return folder


def _settings(name: str | None) -> SettingsFile | None:
    return None if name is None else SettingsFile(name, "".join(text_pieces(name)))


def _as_data(file: str, outcome: Outcome) -> Iterator[str]:
    yield json.dumps(outcome_data(file, outcome), ensure_ascii=sys.stdout.encoding != UTF_8) + "\n"


def _as_text(file: str, outcome: Outcome) -> Iterator[str]:
    line = outcome_line(file, outcome)
    if line is not None:
        yield f"{safe(line)}\n"


def _told(run: Import, account: Account) -> Iterator[str]:
    yield from account.matters()
    pairs = iter(look_alikes(run.known))
    shown = list(islice(pairs, _MOST_PAIRS))
    if shown:
        yield "names that look alike, not merged (claimtrack resolve --same A B says they are one):"
        yield from alike_lines(shown)
        more = sum(1 for _ in pairs)
        if more:
            yield f"  and {more:,} more"
    yield account.summary()
    files = f"{run.written:,} file{'' if run.written == 1 else 's'}"
    written = "would be written" if run.dry_run else "written"
    yield f"{files} {written} in {run.into.as_posix()}"
