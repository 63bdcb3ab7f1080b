"""What the five rules about the form of a file share: the reading has found it already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Document, Record
from claimtrack.rule import Group, Rule


class Reported(Rule[Document]):
    """Base of the rules whose problems come to light while a file is read.

    The reader makes them values of the file's record; the rule gives them a page, a severity and
    a place among the others.
    """

    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Document,)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """The problems of a file that bear this rule's code."""
        for document in group.of(Document):
            yield from (problem for problem in document.problems if problem.code == self.code)
