"""Captured texts: what an article said when somebody took it down, as a record of its own.

A text is a record so that a rule sees it in its group and nowhere else. It is made by the store
from the `text` and `versions` of an article; no claim file holds it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from claimtrack.findings import Location
from claimtrack.model.article import Article
from claimtrack.model.record import Record
from claimtrack.text.anchor import Passage, Source
from claimtrack.text.dates import Date
from claimtrack.text.lines import LINE_BREAK


@frozen(kw_only=True, weakref_slot=False)
class CapturedText(Record):
    """One captured text of an article, or the reason why there is none where one is named."""

    KIND: ClassVar[str] = "text"

    article: str
    """The identifier of the article."""
    number: int
    """Which capture it is: 1 is the oldest."""
    is_current: bool
    """Whether it is the newest one."""
    named_by: tuple[str | int, ...]
    """The path, inside the article's record, of the field that names it."""
    path: str
    """The file, relative to the working folder, with forward slashes."""
    content: str | None = field(default=None, repr=False)
    """The text; None where it cannot be read."""
    problem: str = ""
    """Why it cannot be read."""
    recorded: str | None = None
    """The SHA-256 that its article gives of the file's bytes."""
    actual: str | None = None
    """The SHA-256 of the file's bytes as they are."""
    ends_differ: bool = False
    """Whether the recorded digest is that of the file with other line ends, and not its own."""
    retrieved: Date | None = None
    """When it was captured; None where the article does not say."""

    @property
    def id(self) -> str:
        """Article and number, as in `wire-2031-05-02@1`."""
        return f"{self.article}@{self.number}"

    def where(self, *path: str | int, message: str = "") -> Location:
        """The place of a field of its article: that is the record which may ignore a finding."""
        return super().where(*path, message=message)._replace(record=self._article_ref)

    @property
    def _article_ref(self) -> str:
        return f"{Article.KIND}:{self.article}"

    @cached_property
    def source(self) -> Source:
        """The text as quotes are held against it; folded once for all of them."""
        return Source(self.content or "")

    def place(self, passage: Passage, message: str = "") -> Location:
        """Where a passage stands in the file; lines end as in a claim file."""
        first, last = self._line(passage.start), self._line(passage.end)
        return Location(
            self.path,
            "",
            self._article_ref,
            message,
            first + 1,
            passage.start - self._starts[first] + 1,
            last + 1,
            passage.end - self._starts[last] + 1,
        )

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        """The offsets at which lines begin."""
        return [0, *(match.end() for match in LINE_BREAK.finditer(self.content or ""))]
