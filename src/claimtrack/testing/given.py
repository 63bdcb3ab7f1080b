"""What the fixtures `ledger` and `check` of the pytest plug-in give."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from claimtrack import api
from claimtrack.model import Ledger
from claimtrack.result import Result
from claimtrack.store.structure import SECTIONS
from claimtrack.testing.cases import DEFAULT_AS_OF

_FIRST_SECTION = re.compile(rf"^(?:{'|'.join(SECTIONS)}):", re.MULTILINE)


def ledger_of(request: pytest.FixtureRequest) -> Ledger:
    """The ledger that a test names by its marker `ledger`, else by YAML in its docstring.

    Prose may stand in the docstring before the YAML, which begins at the first line that starts
    with a key of a claim file. Fails the test where it names no ledger.
    """
    marker = request.node.get_closest_marker("ledger")
    if marker is not None:
        return _ledger_at(marker.args[0] if marker.args else None, request.path.parent)
    text = inspect.cleandoc(getattr(request.function, "__doc__", None) or "")
    found = _FIRST_SECTION.search(text)
    if found is None:
        pytest.fail(
            "the fixture 'ledger' needs @pytest.mark.ledger(…), or a docstring with a claim file",
            pytrace=False,
        )
    return api.loads(text[found.start() :])


def _ledger_at(source: Any, folder: Path) -> Ledger:
    if isinstance(source, Mapping):
        return api.loads(source)
    if isinstance(source, str) and "\n" in source:
        return api.loads(inspect.cleandoc(source))
    if isinstance(source, str | Path):
        return api.load(folder / source)
    message = f"@pytest.mark.ledger takes a path, YAML or a mapping of YAML; found {source!r}"
    pytest.fail(message, pytrace=False)


def checked(
    ledger: Ledger | str | Mapping[str, str], *, as_of: str = DEFAULT_AS_OF, **told: Any
) -> Result:
    """Check a ledger, or a text of YAML, as `claimtrack.check` does; raises what that raises."""
    found = ledger if isinstance(ledger, Ledger) else api.loads(ledger)
    return api.check(found, as_of=as_of, **told)
