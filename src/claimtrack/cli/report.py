"""`claimtrack report`: the ledger as pages for people."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import click

from claimtrack import __version__, api
from claimtrack.cli.options import as_of_option, config_option, configured, paths_argument, spare
from claimtrack.cli.options import write as print_pieces
from claimtrack.cli.progress import progress_bar
from claimtrack.config import Config
from claimtrack.errors import NothingToCheckError, UsageError
from claimtrack.model import Ledger
from claimtrack.model.called import called
from claimtrack.plugins import all_rules
from claimtrack.reports import digest, markdown, view_json
from claimtrack.reports.build import State, build
from claimtrack.reports.html import Site, render_single
from claimtrack.reports.html.single import FILE as SINGLE
from claimtrack.reports.messages import LANGUAGES, messages
from claimtrack.reports.scope import Scope
from claimtrack.reports.view import Report
from claimtrack.store.baseline import read_baseline
from claimtrack.store.report_folder import Made, reserve, write_changed
from claimtrack.store.revision import revision_of
from claimtrack.text.dates import Date
from claimtrack.text.near import meant


class Form(NamedTuple):
    """A form of the report in one file."""

    file: str
    render: Callable[[Report, str], Iterator[str]]


SITE = "site"
FORMS = {
    "single": Form(SINGLE, render_single),
    "markdown": Form(markdown.FILE, markdown.render),
    "digest": Form(digest.FILE, digest.render),
    "json": Form(view_json.FILE, view_json.render),
}
"""The forms of one file; `site` is a folder of pages."""


class Asked(NamedTuple):
    """What a report is asked for, whatever its form."""

    paths: tuple[str, ...]
    config: Config
    as_of: Date
    title: str
    language: str
    since: str | None = None
    topics: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def asked_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of what a report shows, shared with `claimtrack serve`."""
    several = partial(click.option, multiple=True)
    for option in (
        click.option("--title", help="Its name [default: Ledger of claims, in that language]."),
        click.option(
            "--lang",
            "language",
            type=click.Choice(LANGUAGES),
            default="en",
            show_default=True,
            help="The language of the interface; the ledger's words stay in their own.",
        ),
        several("--article", "articles", metavar="ID", help="Show only what stands in it."),
        several("--speaker", "speakers", metavar="ID", help="Show only what is laid to it."),
        several("--topic", "topics", metavar="TOPIC", help="Show only propositions under it."),
        click.option("--since", metavar="REV", help="Show what changed since that revision."),
        as_of_option,
        config_option,
        paths_argument,
    ):
        command = option(command)
    return command


@click.command()
@asked_options
@click.option(
    "--format",
    "form",
    type=click.Choice([SITE, *FORMS]),
    default=SITE,
    show_default=True,
    help="A folder of pages, one page, or one file for an e-mail or a program.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into; made if it is not there.",
)
def report(*, form: str, out: Path, **options: Any) -> int:
    """Write the report that editors read: what changed, what disagrees, who said what.

    PATHS are files and folders; without any, the configured ledger is shown, else claims/. Topics,
    speakers and articles narrow what is shown; everything is still compared. Findings do not fail
    the command: they are on the pages. A ledger without files gives pages that say so, and exit
    status 2.
    """
    gc.disable()  # as for `check`: a load makes many records and no garbage
    asked = asked_for(**options)
    ledger, view = made(asked)
    # The pages do leave some; to look through all records for it would take as long as the pages.
    gc.freeze()
    gc.enable()
    if form == SITE:
        site = Site(view, asked.language)
        paths = [page.path for page in site]
        files: Iterable[Made] = ((page.path, (site.render(page),)) for page in site)
    else:
        one = FORMS[form]
        paths, files = [one.file], [(one.file, one.render(view, asked.language))]
    spare((out / path for path in paths), ledger)
    _write(out, files, paths, tidy=form == SITE)
    print_pieces([f"{out / paths[0]}\n"])
    if not ledger.documents:
        raise NothingToCheckError("nothing to check: the report holds no claim file")
    return 0


def asked_for(
    *,
    paths: tuple[str, ...],
    config_file: Path | None,
    as_of: Date | None,
    language: str,
    title: str | None,
    **rest: Any,
) -> Asked:
    """The options of `asked_options` as they were given, with what they leave open filled in."""
    return Asked(
        paths=paths,
        config=configured(config_file, paths),
        as_of=as_of or api.today(),
        language=language,
        title=title or messages(language)("ledger.name"),
        **rest,
    )


def made(asked: Asked) -> tuple[Ledger, Report]:
    """The ledger that is asked for, checked, and the view of it.

    Raises `UsageError` where there is no such revision, topic, speaker or article.
    """
    config, paths = asked.config, asked.paths or asked.config.ledger
    ledger = api.load(*paths, config=config)
    scope = _scope(ledger, asked)
    before = None if asked.since is None else api.load(*paths, config=config, at=asked.since)
    accepted = read_baseline(Path(config.baseline)) if config.baseline else ()
    with progress_bar("checking") as progress:
        result = api.check(ledger, as_of=asked.as_of, baseline=accepted, progress=progress)
    commit, dirty = revision_of(ledger, paths)
    return ledger, build(
        ledger,
        result,
        as_of=asked.as_of,
        title=asked.title,
        language=asked.language,
        version=__version__,
        scope=scope,
        origins=api.origins(ledger, as_of=asked.as_of),
        rules=all_rules(),
        state=State(commit=commit, dirty=dirty, since=asked.since or "", before=before),
    )


def _scope(ledger: Ledger, asked: Asked) -> Scope:
    topics = {topic for one in ledger.propositions.values() for topic in one.topics}
    for topic in asked.topics:
        if topic not in topics:
            near = meant(topic, topics)
            hint = f"; did you mean {near}?" if near else ""
            raise UsageError(f"--topic {topic}: no proposition is under that topic{hint}")
    return Scope(
        ledger,
        topics=asked.topics,
        speakers=[called(ledger, name, ("actor",)).id for name in asked.speakers],
        articles=[called(ledger, name, ("article",)).id for name in asked.articles],
    )


def _write(folder: Path, files: Iterable[Made], names: Sequence[str], *, tidy: bool) -> None:
    try:
        reserve(folder, names, tidy=tidy)
        with progress_bar("writing") as progress:
            heard = partial(_told, progress, len(names)) if progress is not None else None
            write_changed(folder, files, heard, tidy=tidy)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None


def _told(progress: Callable[[int, int], None], count: int, done: int) -> None:
    progress(done, count)
