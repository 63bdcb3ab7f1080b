"""The edition that a report is: of which state of a ledger, on which day, and what is new in it."""

from __future__ import annotations

from attrs import frozen

from claimtrack.reports.dossier_views import Part
from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.runs import Run


@frozen
class Edition:
    """What every page prints of the report that it belongs to."""

    title: Run
    as_of: Run
    version: str
    """The version of the program, and so of its rules."""
    commit: str
    """The commit of the ledger; empty outside of a repository."""
    dirty: bool
    """Whether the files differ from that commit."""
    since: Run | None
    """The revision with which this state is compared."""
    filters: tuple[tuple[str, Run], ...]
    """What alone is shown: words of the messages' table `filter`, and what they ask for."""


@frozen
class Altered:
    """One value that changed."""

    field: Run
    parts: tuple[Part, ...]


@frozen
class News:
    """One record that is new, gone, or says something else."""

    ref: Ref
    speaker: Ref | None
    subject: Run | None
    altered: tuple[Altered, ...]


@frozen
class Holding:
    """Records of one sort of change."""

    sort: str
    """A word of the messages' table `change`."""
    news: tuple[News, ...]


@frozen
class Due:
    """Something that somebody must do: a correction that is owed, a decision to be made anew."""

    sort: str
    """A word of the messages' table `due`."""
    finding: FindingRef | None
    message: Run
    date: Run | None
    refs: tuple[Ref, ...]
    badge: Badge | None = None
