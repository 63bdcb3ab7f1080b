"""What is asked of a check, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from attrs import field, frozen

from claimtrack.config import Config
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.store.locate import Places, placed
from claimtrack.store.scope import holds
from claimtrack.text.dates import Date

Progress = Callable[[int, int], None]
"""Called with how much is done, and how much there is."""
Read = Callable[[str], str | None]
"""Gives the text of a claim file or captured text; None where it cannot be read."""


@frozen(kw_only=True)
class Request:
    """What is to be checked, and how."""

    paths: Sequence[str]
    """Files and folders to read."""
    only: Sequence[str] = ()
    """Those of which findings are shown; all where there are none."""
    config: Config
    """The configuration of this run."""
    configured: Config
    """The same without what the command line says of acceptance and failure."""
    rules: Sequence[AnyRule]
    """All that exist; the configuration selects."""
    as_of: Date
    baseline: Collection[str] = ()
    """Fingerprints of accepted findings."""
    index: str | None = None
    """The file in which the index is kept; None to keep none."""
    jobs: int = 1
    """How many processes may work at once."""
    identity: Any = None
    """What the index depends on besides the ledger: the program, the configuration."""
    cluster: str | None = None
    """The address of a Dask scheduler whose workers are to check."""
    work: str | None = None
    """The folder for what a run in partitions writes; that of the index where there is none."""
    texts: Mapping[str, str] = field(factory=dict)
    """Unsaved texts in the place of some files, by name; what comes of them is not kept."""

    def finished(self, result: Result, read: Read, places: Places | None = None) -> Result:
        """The result with lines and columns, and of its findings those that were asked for."""
        if self.only:
            result = result.shown_in(holds(self.only))
        return result._replace(findings=tuple(placed(result.findings, read, places)))


class Checked(NamedTuple):
    """A result, and the files that it is about."""

    result: Result
    read: Read
    files: Sequence[str]
    """The claim files and captured texts."""
