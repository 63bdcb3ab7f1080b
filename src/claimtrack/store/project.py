"""Which configuration file holds at a place, and what it says, as text and as a table."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from claimtrack.errors import ConfigError

OWN = "claimtrack.toml"
SHARED = "pyproject.toml"
_NAME = "claimtrack"


def config_path(start: str | os.PathLike[str] = ".") -> str | None:
    """The configuration file that holds at a file or folder; None where there is none.

    It is the nearest `claimtrack.toml`, or `pyproject.toml` with a table `[tool.claimtrack]`, from
    `start` upwards. Raises `ConfigError` for one that cannot be read.
    """
    # Not resolved: a ledger that is linked into a project belongs to that project.
    folder = os.path.abspath(start)  # noqa: PTH100 - texts throughout: each check asks
    while True:
        own = os.path.join(folder, OWN)  # noqa: PTH118
        if os.path.isfile(own):  # noqa: PTH113
            return own
        shared = os.path.join(folder, SHARED)  # noqa: PTH118
        if os.path.isfile(shared) and shared_table(shared) is not None:  # noqa: PTH113
            return shared
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def shared_table(path: str) -> Any:
    """The table `[tool.claimtrack]` of a file, or None; what is in it is not looked at here."""
    text = config_text(path)
    if _NAME not in text:  # to read TOML takes longer than to find nothing
        return None
    tool = table_of(path, text).get("tool")
    return tool.get(_NAME) if isinstance(tool, dict) else None


def config_text(path: str) -> str:
    """The text of a configuration file. Raises `ConfigError`."""
    try:
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - pathlib takes 4 ms to load
            return file.read()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: {error}"
    raise ConfigError(f"{os.path.relpath(path)}: {reason}")


def table_of(path: str, text: str) -> Mapping[str, Any]:
    """What the text of a configuration file says. Raises `ConfigError`."""
    import tomllib  # noqa: PLC0415 - not needed where the file is as it was

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = f"not TOML: {error}"
    except RecursionError:
        reason = "nested too deep to be read"
    raise ConfigError(f"{os.path.relpath(path)}: {reason}")
