"""From the command line of `claimtrack check` to what is asked of the library."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

from claimtrack import api
from claimtrack.cache.where import Place, place_of
from claimtrack.cli.options import configured
from claimtrack.config import Config
from claimtrack.findings import Severity
from claimtrack.plugins import all_rules
from claimtrack.processes import processors
from claimtrack.recheck import Request
from claimtrack.store.baseline import read_baseline
from claimtrack.store.project import config_path, config_text
from claimtrack.store.scope import paths_to_read
from claimtrack.text.dates import Date


def request_for(
    paths: tuple[str, ...],
    config_file: Path | None,
    *,
    as_of: Date | None,
    fail_on: str | None,
    baseline: Path | None,
    cached: bool,
    folder: str | None,
    jobs: int | None,
    rules: Mapping[str, tuple[str, ...]],
) -> Request:
    """The request of a command line.

    `rules` are the words of `--select`, `--ignore` and `--exclude`; `folder` is where to keep what
    is found, unless it is not `cached` at all.
    """
    base = _selecting(configured(config_file, paths), **rules)
    config = _accepting(base, fail_on=fail_on, baseline=baseline)
    names = paths_to_read(paths, config.ledger) if paths else config.ledger
    place = _index(config_file, paths, names is paths, rules, folder) if cached else None
    return Request(
        paths=names,
        only=paths,
        config=config,
        configured=base,
        rules=all_rules(),
        as_of=as_of or api.today(),
        baseline=read_baseline(Path(config.baseline)) if config.baseline else (),
        index=None if place is None else place.file,
        identity=None if place is None else place.identity,
        jobs=jobs or processors(),
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
