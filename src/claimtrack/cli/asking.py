"""From the command line of `claimtrack check` to what is asked of the library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from attrs import evolve

from claimtrack import clock
from claimtrack.cache.where import Place, place_of
from claimtrack.cli.at_hand import STDIN, named
from claimtrack.cli.options import as_of_option, config_option, configured, paths_argument
from claimtrack.config import Config
from claimtrack.findings import Severity
from claimtrack.plugins import all_rules
from claimtrack.processes import processors
from claimtrack.recheck import Request
from claimtrack.store.baseline import read_baseline
from claimtrack.store.project import config_path, config_text
from claimtrack.store.scope import paths_to_read
from claimtrack.text.dates import Date, parse_date

Function = TypeVar("Function", bound=Callable[..., Any])

LEVELS = ("error", "warning", "info", "never")
_FILE = click.Path(path_type=Path, dir_okay=False)

_OPTIONS = (
    paths_argument,
    config_option,
    as_of_option,
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run only these rules (CT301, CT3, a name).",
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Pass over these files."),
    click.option(
        "--fail-on", type=click.Choice(LEVELS), help="Least severity that fails [default: error]."
    ),
    click.option("--baseline", type=_FILE, help="Show only findings that are not in this file."),
    click.option(
        "--stdin-filename", metavar="FILE", help="The file whose place the text of stdin (-) takes."
    ),
    click.option(
        "--no-cache", is_flag=True, help="Neither use nor keep what earlier checks found."
    ),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=str, file_okay=False),
        help="Keep it here [default: the user's cache folder].",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Work in at most N processes [default: one for each processor].",
    ),
    click.option(
        "--cluster", metavar="ADDRESS", help="Let the workers of a Dask scheduler do the work."
    ),
    click.option(
        "--cluster-dir",
        type=click.Path(path_type=str, file_okay=False),
        help="A folder that the workers see too [default: the cache folder].",
    ),
)


def request_options(command: Function) -> Function:
    """What is to be checked and how, as options.

    The command gets `ask`, which makes the request of them and reads the configuration each time,
    whether `stdin` holds the text of a file, and the `config_file` that was named.
    """

    @wraps(command)
    def asked(**given: Any) -> Any:
        ours = {name: given.pop(name) for name in _NAMES}
        seen = {"stdin": STDIN in ours["paths"], "config_file": ours["config_file"]}
        return command(ask=partial(_request, **ours), **seen, **given)

    found: Any = asked
    for option in reversed(_OPTIONS):
        found = option(found)
    return cast("Function", found)


_NAMES = (
    *("paths", "stdin_filename", "config_file", "as_of", "select", "ignore", "exclude"),
    *("fail_on", "baseline", "no_cache", "cache_dir", "jobs"),
    *("cluster", "cluster_dir"),
)


def _request(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    config_file: Path | None,
    as_of: Date | None,
    fail_on: str | None,
    baseline: Path | None,
    no_cache: bool,
    cache_dir: str | None,
    jobs: int | None,
    cluster: str | None,
    cluster_dir: str | None,
    **rules: tuple[str, ...],
) -> Request:
    paths = named(paths, stdin_filename)
    base = _selecting(configured(config_file, paths), **rules)
    config = _accepting(base, fail_on=fail_on, baseline=baseline)
    names = paths_to_read(paths, config.ledger) if paths else config.ledger
    place = None if no_cache else _index(config_file, paths, names is paths, rules, cache_dir)
    return Request(
        paths=names,
        only=paths,
        config=config,
        configured=base,
        rules=all_rules(),
        as_of=as_of or parse_date(clock.today()),
        baseline=read_baseline(Path(config.baseline)) if config.baseline else (),
        index=None if place is None else place.file,
        identity=None if place is None else place.identity,
        jobs=jobs or processors(),
        cluster=cluster,
        work=cluster_dir,
    )


def _index(
    config_file: Path | None,
    paths: tuple[str, ...],
    apart: bool,  # noqa: FBT001 - passed on
    rules: Mapping[str, tuple[str, ...]],
    folder: str | None,
) -> Place | None:
    """Where the index of the ledger is kept; paths that lie apart from it are one of their own."""
    path = config_path(next(iter(paths), ".")) if config_file is None else os.fspath(config_file)
    text = "" if path is None else config_text(path)
    changes = {name: _split(words) for name, words in rules.items() if words}
    return place_of(path, text, paths if apart else (), changes, folder)


def _selecting(
    config: Config,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
) -> Config:
    """The configuration with the command line's rules and files.

    `select` takes the place of what it says, the others are added to it.
    """
    return evolve(
        config,
        select=_split(select) or config.select,
        ignore=(*config.ignore, *_split(ignore)),
        exclude=(*config.exclude, *exclude),
    )


def _accepting(config: Config, *, fail_on: str | None, baseline: Path | None) -> Config:
    """The configuration with what the command line says of acceptance and failure."""
    if fail_on is not None:
        level = None if fail_on == "never" else Severity.parse(fail_on)
        config = evolve(config, fail_on=level)
    return config if baseline is None else evolve(config, baseline=os.fspath(baseline))


def _split(words: Iterable[str]) -> tuple[str, ...]:
    """`--select CT3,CT501` is `--select CT3 --select CT501`."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
