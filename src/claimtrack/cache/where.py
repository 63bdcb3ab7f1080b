"""Where an index is kept, and what it depends on besides the ledger."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimtrack.cache.code import program
from claimtrack.cache.folder import default_folder


class Place(NamedTuple):
    """The file of an index, and what must be as it was when the index was made."""

    file: str
    identity: list[object]


def place_of(
    config_path: str | None,
    config_text: str,
    roots: Sequence[str] = (),
    changes: Mapping[str, Sequence[str]] = {},
    folder: str | None = None,
) -> Place | None:
    """The index of a ledger; None where there is no folder to keep it in.

    The ledger is that of the configuration file, or lies at some `roots`. `changes` are what the
    command line says in place of the configuration.
    """
    project = "." if config_path is None else os.path.dirname(config_path) or "."  # noqa: PTH120
    home = folder or default_folder(project)
    if home is None:
        return None
    # Files are named as they are seen from here, through links as well.
    here = [os.path.relpath(".", project), os.path.relpath(project)]
    scope = json.dumps([here, os.path.basename(config_path or ""), [*roots], changes])  # noqa: PTH119
    name = hashlib.sha256(scope.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    text = hashlib.sha256(config_text.encode("utf-8", "surrogatepass")).hexdigest()
    return Place(os.path.join(home, f"{name}.sqlite"), [program(), text])  # noqa: PTH118
