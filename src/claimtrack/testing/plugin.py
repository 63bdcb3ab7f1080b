"""The plug-in for pytest: ledgers and cases of rules as tests, and fixtures for tests of rules.

Nothing else of claimtrack is imported before it is used, so that other test suites in the same
environment pay nothing for it.

`pytest --claimtrack claims/`
    checks a ledger: a test for each claim file, failed by its findings. In a configuration file:
    `claimtrack = claims`, which holds for runs that name no tests.
`pytest --claimtrack-cases rules/`
    runs the files of cases (`*.yml`, see `claimtrack.testing.cases`) under a folder: a test for
    each case. In a configuration file: `claimtrack_cases`, under the same condition. The rules are
    all installed ones and those of the modules in `claimtrack_rules`.

Fixtures: `ledger` (from `@pytest.mark.ledger(…)`, a path or YAML, or from YAML in the test's
docstring), `check`, `make_actor`, `make_article`, `make_claim`, `make_occasion`, `make_proposition`
and `make_ledger`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from claimtrack.model import Actor, Article, Claim, Ledger, Occasion, Proposition
    from claimtrack.result import Result

_MARKER = (
    "ledger(source): the ledger of the fixture `ledger`: the path of a file or folder, seen from "
    "the test's folder; or YAML of several lines; or a mapping of such texts by file name"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options and what may stand in a configuration file."""
    group = parser.getgroup("claimtrack", "ledgers and rules of claimtrack")
    group.addoption(
        "--claimtrack",
        action="append",
        default=[],
        metavar="PATH",
        help="check the ledger in this folder or file: a test for each claim file (repeatable)",
    )
    group.addoption(
        "--claimtrack-cases",
        action="append",
        default=[],
        metavar="PATH",
        help="run the files of cases of rules in this folder: a test for each case (repeatable)",
    )
    parser.addini("claimtrack", "ledgers to check", type="paths", default=[])
    parser.addini("claimtrack_cases", "folders of cases of rules", type="paths", default=[])
    parser.addini("claimtrack_rules", "modules with rules for cases", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add ledgers and cases, before other plug-ins choose among all tests."""
    ledgers = _paths(config, "claimtrack")
    cases = _paths(config, "claimtrack_cases")
    if ledgers or cases:
        collection = _lazy("collection")
        items += collection.ledger_items(session, ledgers)
        items += collection.case_items(session, cases, config.getini("claimtrack_rules"))


def _paths(config: pytest.Config, name: str) -> list[str]:
    """What the option names; else what the configuration does, in a run that names no tests."""
    named = config.getoption(name)
    if named:
        return [str(config.invocation_params.dir / path) for path in named]
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        return []
    return [str(path) for path in config.getini(name)]


def _lazy(module: str) -> Any:
    return import_module(f"claimtrack.testing.{module}")


@pytest.fixture
def ledger(request: pytest.FixtureRequest) -> Ledger:
    """The ledger that the test names: by its marker `ledger`, else by YAML in its docstring."""
    found: Ledger = _lazy("given").ledger_of(request)
    return found


@pytest.fixture
def check() -> Callable[..., Result]:
    """Checks a ledger, or a text of YAML, as on the day on which cases of rules are judged.

    It takes what `claimtrack.check` takes; `as_of` is 2031-06-01 unless told.
    """
    checked: Callable[..., Result] = _lazy("given").checked
    return checked


@pytest.fixture
def make_actor() -> Callable[..., Actor]:
    """`claimtrack.testing.make_actor`."""
    made: Callable[..., Actor] = _lazy("factories").make_actor
    return made


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """`claimtrack.testing.make_article`."""
    made: Callable[..., Article] = _lazy("factories").make_article
    return made


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """`claimtrack.testing.make_claim`."""
    made: Callable[..., Claim] = _lazy("factories").make_claim
    return made


@pytest.fixture
def make_occasion() -> Callable[..., Occasion]:
    """`claimtrack.testing.make_occasion`."""
    made: Callable[..., Occasion] = _lazy("factories").make_occasion
    return made


@pytest.fixture
def make_proposition() -> Callable[..., Proposition]:
    """`claimtrack.testing.make_proposition`."""
    made: Callable[..., Proposition] = _lazy("factories").make_proposition
    return made


@pytest.fixture
def make_ledger() -> Callable[..., Ledger]:
    """`claimtrack.testing.make_ledger`."""
    made: Callable[..., Ledger] = _lazy("factories").make_ledger
    return made
