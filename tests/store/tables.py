"""Tables of cases beside the tests, as YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimtrack.store.compose import compose
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems


def read_table(name: str) -> Any:
    """The data of a table, all of whose scalars are texts."""
    problems = Problems(name)
    root = compose((Path(__file__).parent / name).read_text(encoding="utf-8"), problems)
    assert root is not None
    assert not problems.found, problems.found
    return plain(root)
