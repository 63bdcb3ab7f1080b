"""Finding the configuration file and reading it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from claimtrack.config import Config
from claimtrack.errors import ConfigError

OWN = "claimtrack.toml"
SHARED = "pyproject.toml"


def find_config(start: Path) -> tuple[Config, Path]:
    """The configuration that holds in a folder, and the folder whose paths it speaks of.

    The nearest `claimtrack.toml`, or `pyproject.toml` with a table `[tool.claimtrack]`, from
    `start` upwards; where there is none, the defaults for `start` itself. Raises `ConfigError`.
    """
    for folder in (start, *start.resolve().parents):
        own = folder / OWN
        if own.is_file():
            return Config.parse(_read(own), str(own)), folder
        shared = folder / SHARED
        if shared.is_file():
            table = _read(shared).get("tool", {}).get("claimtrack")
            if table is not None:
                return Config.parse(table, f"{shared} [tool.claimtrack]"), folder
    return Config(), start


def read_config(path: Path) -> Config:
    """The configuration in a file that somebody named. Raises `ConfigError`."""
    table = _read(path)
    if path.name == SHARED:
        table = table.get("tool", {}).get("claimtrack", {})
    return Config.parse(table, str(path))


def rebased(config: Config, folder: Path) -> Config:
    """The same configuration with its paths seen from the working folder."""
    def seen(path: str) -> str:
        return str(folder / path)

    return evolve(
        config,
        ledger=tuple(seen(path) for path in config.ledger),
        texts=None if config.texts is None else seen(config.texts),
        baseline=None if config.baseline is None else seen(config.baseline),
    )


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
