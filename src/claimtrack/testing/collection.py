"""Ledgers and cases of rules as tests of pytest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from claimtrack import api
from claimtrack.errors import ClaimtrackError
from claimtrack.model import Ledger
from claimtrack.plugins import all_rules
from claimtrack.reports.text import render
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.rules import rules_of
from claimtrack.store.baseline import read_baseline
from claimtrack.testing.cases import Case, CaseError, CaseFailedError, check_case, read_cases

_CASES = "*.yml"


class _FindingsError(AssertionError):
    """A claim file with findings; the message shows them."""


class LedgerFolder(pytest.Directory):
    """A ledger: the node of its claim files, which are checked together."""

    def __init__(self, *, ledger: Ledger, found: Result, **node: Any) -> None:
        super().__init__(**node)
        self.ledger = ledger
        self.found = found

    def collect(self) -> Iterator[pytest.File]:
        """A node for each claim file."""
        level = self.ledger.config.fail_on
        for document in self.ledger.documents:
            own = tuple(
                finding
                for finding in self.found.findings
                if finding.primary.file == document.path
                and level is not None
                and finding.severity >= level
            )
            *blocks, _ = render(Result(findings=own), self.ledger.read)
            path = Path(document.path).absolute()
            yield ClaimFile.from_parent(self, path=path, blocks=blocks)


class ClaimFile(pytest.File):
    """A claim file, with its findings as the command prints them."""

    def __init__(self, *, blocks: Sequence[str], **node: Any) -> None:
        super().__init__(**node)
        self.blocks = blocks

    def collect(self) -> Iterator[pytest.Item]:
        """One test."""
        yield LedgerItem.from_parent(self, name="claimtrack", blocks=self.blocks)


class CaseFile(pytest.File):
    """A file of cases of one rule."""

    def __init__(self, *, rules: Sequence[AnyRule], **node: Any) -> None:
        super().__init__(**node)
        self.rules = rules

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each case. Raises `CollectError` for a file that is not written as one."""
        try:
            cases = read_cases(self.path)
        except CaseError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case, rules=self.rules)


class _Told(pytest.Item):
    """A test whose failure is told in the words of its exception alone."""

    told: tuple[type[Exception], ...] = ()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, self.told):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        return self.path, None, self.name


class LedgerItem(_Told):
    """The test of one claim file: it has no finding at or above the configured `fail-on`."""

    told = (_FindingsError,)

    def __init__(self, *, blocks: Sequence[str], **node: Any) -> None:
        super().__init__(**node)
        self.blocks = blocks

    def runtest(self) -> None:
        """Raise, with the findings as the command prints them, where there are any."""
        if self.blocks:
            raise _FindingsError("\n".join(block.rstrip("\n") + "\n" for block in self.blocks))


class CaseItem(_Told):
    """The test of one case of a rule."""

    told = (CaseError, CaseFailedError)

    def __init__(self, *, case: Case, rules: Sequence[AnyRule], **node: Any) -> None:
        super().__init__(**node)
        self.case = case
        self.rules = rules

    def runtest(self) -> None:
        """Run the case; raises where its rule finds something else than it says."""
        check_case(self.case, self.rules)


def ledger_items(session: pytest.Session, paths: Sequence[str]) -> list[pytest.Item]:
    """A test for each claim file of each ledger. Raises `pytest.UsageError` without any."""
    items: list[pytest.Item] = []
    for path in paths:
        try:
            ledger = api.load(path)
            baseline = ledger.config.baseline
            accepted = read_baseline(Path(baseline)) if baseline else ()
            found = api.check(ledger, baseline=accepted)
        except ClaimtrackError as error:
            raise pytest.UsageError(f"--claimtrack: {error}") from None
        if not ledger.documents:
            raise pytest.UsageError(f"--claimtrack: {path}: no claim file here")
        node = LedgerFolder.from_parent(session, path=Path(path), ledger=ledger, found=found)
        items += session.genitems(node)
    return items


def case_items(
    session: pytest.Session, paths: Sequence[str], modules: Sequence[str]
) -> list[pytest.Item]:
    """A test for each case in the files of cases under the paths.

    `modules` name modules with rules beside the installed ones. Raises `pytest.UsageError` for a
    path without such files and for a module that cannot be imported.
    """
    if not paths:
        return []
    rules = _rules(modules)
    items: list[pytest.Item] = []
    for path in map(Path, paths):
        files = [path] if path.is_file() else sorted(path.rglob(_CASES))
        if not files:
            raise pytest.UsageError(f"--claimtrack-cases: {path}: no file of cases ({_CASES}) here")
        for file in files:
            items += session.genitems(CaseFile.from_parent(session, path=file, rules=rules))
    return items


def _rules(modules: Sequence[str]) -> list[AnyRule]:
    """The installed rules and those of some modules, each once."""
    try:
        rules = list(all_rules())
        found = [rule() for module in modules for rule in rules_of(import_module(module))]
    except (ClaimtrackError, ImportError) as error:
        raise pytest.UsageError(f"claimtrack_rules: {error}") from None
    known = {type(rule) for rule in rules}
    return [*rules, *(rule for rule in found if type(rule) not in known)]
