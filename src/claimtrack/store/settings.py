"""Finding the configuration file and reading it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from claimtrack.config import Config
from claimtrack.errors import ConfigError

OWN = "claimtrack.toml"
SHARED = "pyproject.toml"


def find_config(start: str | os.PathLike[str] = ".") -> Config:
    """The configuration that holds at a file or folder, its paths seen from the working folder.

    The nearest `claimtrack.toml`, or `pyproject.toml` with a table `[tool.claimtrack]`, from
    `start` upwards; where there is none, the defaults, for the working folder. Raises
    `ConfigError`.
    """
    # Not resolved: a ledger that is linked into a project belongs to that project.
    here = Path(os.path.abspath(start))  # noqa: PTH100 - the same as above
    for folder in (here, *here.parents):
        own = folder / OWN
        if own.is_file():
            return read_config(own)
        shared = folder / SHARED
        if shared.is_file() and _shared_table(shared) is not None:
            return read_config(shared)
    return Config()


def read_config(path: Path) -> Config:
    """The configuration in a file, its paths seen from the working folder. Raises `ConfigError`.

    A `pyproject.toml` without a table `[tool.claimtrack]` gives the defaults.
    """
    name = os.path.relpath(path)
    if path.name == SHARED:
        table = _shared_table(path)
        config = Config.parse({} if table is None else table, f"{name} [tool.claimtrack]")
    else:
        config = Config.parse(_read(path), name)
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


def _shared_table(path: Path) -> Any:
    """The table `[tool.claimtrack]`, or None; what it is made of is for `Config.parse` to say."""
    tool = _read(path).get("tool")
    return tool.get("claimtrack") if isinstance(tool, dict) else None


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: {error}"
    except tomllib.TOMLDecodeError as error:
        reason = f"not TOML: {error}"
    except RecursionError:
        reason = "nested too deep to be read"
    raise ConfigError(f"{os.path.relpath(path)}: {reason}")
