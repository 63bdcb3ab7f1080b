"""Reading the configuration."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import evolve

from claimtrack.config import Config
from claimtrack.store.project import SHARED, config_path, config_text, shared_table, table_of


def find_config(start: str | os.PathLike[str] = ".") -> Config:
    """The configuration that holds at a file or folder, its paths seen from the working folder.

    Where no file holds, the defaults, for the working folder. Raises `ConfigError`.
    """
    path = config_path(start)
    return Config() if path is None else read_config(Path(path))


def read_config(path: Path) -> Config:
    """The configuration in a file, its paths seen from the working folder. Raises `ConfigError`.

    A `pyproject.toml` without a table `[tool.claimtrack]` gives the defaults.
    """
    name = os.path.relpath(path)
    if path.name == SHARED:
        table = shared_table(name)
        config = Config.parse({} if table is None else table, f"{name} [tool.claimtrack]")
    else:
        config = Config.parse(table_of(name, config_text(name)), name)
    return _seen_from_here(config, os.path.dirname(name) or ".")  # noqa: PTH120 - a text


def _seen_from_here(config: Config, folder: str) -> Config:
    """The same configuration with its paths seen from the working folder, never absolute."""

    def seen(path: str) -> str:
        return os.path.relpath(os.path.join(folder, path))  # noqa: PTH118 - a text

    return evolve(
        config,
        folder=folder,
        ledger=tuple(map(seen, config.ledger)),
        texts=None if config.texts is None else seen(config.texts),
        baseline=None if config.baseline is None else seen(config.baseline),
    )
