"""Badges and mentions: how a report marks a word of a vocabulary, and how it points at a record."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from claimtrack.reports.runs import Run

Tone = Literal["good", "bad", "open", "contrary", "past", "plain"]
"""How a badge is coloured; its word says the same to those who do not see the colour."""

Absence = Literal["", "missing", "broken"]
"""Nothing has that identifier, or what has it is too broken to be read; empty for a record."""


@frozen
class Badge:
    """A word of a closed vocabulary, such as `lifecycle: retracted`."""

    axis: str
    """The question that it answers; names the table of messages that holds its label."""
    word: str
    """The word as a claim file has it."""
    tone: Tone = "plain"
    """How it is coloured."""


@frozen
class Ref:
    """A mention of a record, and the anchor at which the report shows it."""

    kind: str
    """The kind of record: `claim`, `actor`, `article`, `proposition`, `occasion`."""
    label: Run
    """What to call it."""
    anchor: str = ""
    """Unique in the report and stable between reports; empty where no page shows the record."""
    absence: Absence = ""
    """Why the ledger holds no such record, where it holds none."""


@frozen
class FindingRef:
    """A finding, mentioned beside a record that it is about."""

    anchor: str
    code: str
    name: str
    severity: Badge
