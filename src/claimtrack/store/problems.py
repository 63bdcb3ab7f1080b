"""What is wrong with the form of a file, gathered while it is read."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from claimtrack.findings import Finding, Fix, Location, Severity, fingerprint
from claimtrack.store.nodes import Span
from claimtrack.text.regex import regex


class Kind(NamedTuple):
    """Code and name of a rule about form; the rule itself is in `claimtrack.rules.form`."""

    code: str
    name: str


YAML_SYNTAX = Kind("CT001", "yaml-syntax")
UNKNOWN_KEY = Kind("CT002", "unknown-key")
WRONG_TYPE = Kind("CT003", "wrong-type")
BAD_LITERAL = Kind("CT004", "bad-literal")
DUPLICATE_KEY = Kind("CT007", "duplicate-key")

START = Span(1, 1, 1, 1, 0, 0)
"""The beginning of a file, for problems of the file as a whole."""

MOST = 1000
"""A file with more problems than this is not a claim file; the rest is counted, not listed."""


_PLACE = regex(r"\b(line|column) [0-9]+")
"""Where another place is: it moves with the text, and so is no part of a problem's identity."""


class Problems:
    """Gathers the problems of one file as findings that already have their lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Finding] = []
        self.untold = 0
        self._seen: Counter[str] = Counter()

    @property
    def is_full(self) -> bool:
        """Whether more problems are only counted: then nobody reads what is said about them."""
        return len(self.found) >= MOST

    def add(
        self,
        kind: Kind,
        message: str,
        span: Span,
        *,
        record: str = "",
        pointer: str = "",
        says: str = "",
        help: str = "",  # noqa: A002 - the word of the output format
        fix: Fix | None = None,
    ) -> None:
        """Note one problem. `says` is what stands at the place; `help` is what to do."""
        if self.is_full:
            self.untold += 1
            return
        record = record or f"file:{self.file}"
        identity = fingerprint(kind.code, record, _PLACE.sub("", message))
        self._seen[identity] += 1
        if self._seen[identity] > 1:
            identity = fingerprint(identity, str(self._seen[identity]))
        place = Location(self.file, pointer, record, says, *span[:4])
        severity = Severity.ERROR
        self.found.append(Finding(*kind, severity, message, place, (), identity, fix, help))

    def finish(self) -> tuple[Finding, ...]:
        """Everything found; where there was too much, the last one says how much more."""
        if self.untold:
            last = self.found[-1]
            message = f"{last.message} (and {self.untold} more problems in this file)"
            self.found[-1] = last._replace(message=message)
        return tuple(self.found)
