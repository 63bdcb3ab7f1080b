"""What a check concludes: values that are ordered, hashable, and equal by content.

They are named tuples rather than attrs classes: they cross process borders, are kept in a cache as
rows, and the shortest path of the command (nothing changed, print what is known) needs no other
library to rebuild them.  Terms (finding, related location, suppression, fingerprint) are those of
SARIF 2.1.0.
"""

from __future__ import annotations

import hashlib
import json
from enum import IntEnum
from typing import Literal, NamedTuple


class Severity(IntEnum):
    """How much a finding weighs; a higher one compares greater."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """The word used in configuration and output: `error`, `warning` or `info`."""
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> Severity:
        """Read `error`, `warning` or `info`; raises `ValueError` otherwise."""
        try:
            return cls[word.upper()]
        except KeyError:
            msg = f"{word!r} is no severity; expected error, warning or info"
            raise ValueError(msg) from None


class Location(NamedTuple):
    """A place in a ledger file and what it says there.

    `pointer` (RFC 6901, such as `/claims/3/value`) names the place by structure. Rules give only
    that; the lines and columns (from 1, in code points) are filled in when a finding is reported.
    """

    file: str
    pointer: str = ""
    record: str = ""
    message: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    @property
    def is_placed(self) -> bool:
        """Whether line and column are known."""
        return self.line > 0


class Edit(NamedTuple):
    """One change to a file, named by structure: only the bytes of that node may change.

    `replace` writes `text` for the value at `pointer`; `rename` writes `text` for its key;
    `remove` deletes the entry with its key. `add` puts a new entry there, whose value is `text` in
    JSON: the last step is a key that the mapping lacks, or `-` for the end of a list (RFC 6901).
    """

    file: str
    pointer: str
    action: Literal["replace", "rename", "remove", "add"]
    text: str = ""

    @classmethod
    def adding(cls, place: Location, value: object) -> Edit:
        """The addition of texts, or of lists and mappings of them, at a place."""
        return cls(place.file, place.pointer, "add", json.dumps(value, ensure_ascii=False))

    @property
    def needs(self) -> str:
        """The pointer of what must be there already: the entry, or what gets a new one."""
        return self.pointer.rpartition("/")[0] if self.action == "add" else self.pointer


class Fix(NamedTuple):
    """Edits that would remove a finding. `safe` ones never change what the ledger says."""

    message: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Finding(NamedTuple):
    """One problem, with every place that it is about.

    `primary` is the newest place, `related` are all the others. `fingerprint` is made of the code,
    the key and the identities of the records, so that moving text does not make a finding new.
    """

    code: str
    name: str
    severity: Severity
    message: str
    primary: Location
    related: tuple[Location, ...] = ()
    fingerprint: str = ""
    fix: Fix | None = None
    help: str = ""

    @property
    def places(self) -> tuple[Location, ...]:
        """The primary place, then the related ones."""
        return (self.primary, *self.related)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """By file, line, column and code; pointer, fingerprint and message break ties."""
        at = self.primary
        return (
            at.file,
            at.line,
            at.column,
            self.code,
            at.pointer,
            self.fingerprint,
            self.message,
        )


class Skip(NamedTuple):
    """A check that could not be made, and why: counted, so that silence is not taken for green."""

    reason: str


def fingerprint(*parts: str) -> str:
    """A stable identity of twenty hexadecimal digits for the given parts, in their order."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:20]


def pointer(*steps: str | int) -> str:
    """The RFC 6901 pointer of a path of keys and positions; no step is the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def steps(pointer: str) -> list[str]:
    """The keys and positions of an RFC 6901 pointer, each as text."""
    if not pointer:
        return []
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]
