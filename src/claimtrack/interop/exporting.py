"""The contract with an exporter: a ledger in, named files of bytes out, and what found no place.

An exporter opens no file and reads no clock. What its format cannot hold it says by `leave_out`, so
that the command can count it: nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any, NamedTuple

from attrs import frozen

from claimtrack.model import Decision, Ledger
from claimtrack.model.content import keys_of

BASE = "urn:claimtrack:"
"""How the addresses of records begin where nobody gives a web address of the ledger."""


class LeftOut(NamedTuple):
    """What a format cannot hold of a record, and why."""

    ref: str
    """The record, as `claim:a1-toll`."""
    reason: str
    """A clause without a full stop; equal ones are counted together."""


class OutputFile(NamedTuple):
    """One file of an export."""

    name: str
    """Its name in the folder, without folders in it."""
    pieces: Iterable[bytes]
    """Its bytes, in order; they may be made while they are read, and are read once."""


@frozen(kw_only=True)
class Context:
    """What an exporter may need besides the ledger."""

    leave_out: Callable[[LeftOut], None] = lambda _: None
    """Takes what the format cannot hold, at any time until the last piece was read."""
    base: str = BASE
    """How the address (IRI) of a record begins; `claim/a1-toll` follows."""

    def iri(self, kind: str, name: str) -> str:
        """The address of a record; identifiers need no escapes in it."""
        return f"{self.base}{kind}/{name}"


Export = Callable[[Ledger, Context], Iterable[OutputFile]]
"""Writes a ledger: all of it in one file, or in the files of a folder.

Raises `UsageError` where a package that it needs is not installed, and may raise `ValueError` for a
text with a lone surrogate, which no claim file can hold.
"""


@frozen(kw_only=True)
class Exporter:
    """One format that a ledger can be written in."""

    name: str
    """The word for it on the command line: small letters, digits and hyphens."""
    summary: str
    """One line on what it gives, with a full stop."""
    export: Export
    """What writes it."""
    folder: bool = False
    """Whether it gives several files, for which a folder must be named; else it gives one."""
    binary: bool = False
    """Whether its bytes are no text, so that a terminal is spared them."""


def leave_unheld(
    ledger: Ledger,
    context: Context,
    *,
    held: Mapping[str, Container[str] | None],
    format_name: str,
) -> None:
    """Leave out what a format has no place for: records of a kind, or fields that they give.

    `held` has the kinds that it holds, each with the keys of a claim file that it holds, or None
    for all of them. Of two records of one kind and identifier the first is held, as in the ledger's
    mappings.
    """
    seen: set[str] = set()
    for record in ledger.records:
        kind = record.KIND
        if kind not in held:
            context.leave_out(LeftOut(record.ref, f"{format_name} has no place for {kind}s"))
        elif record.ref in seen and kind != Decision.KIND:
            reason = "another record of that kind and identifier stands before it"
            context.leave_out(LeftOut(record.ref, reason))
        elif (keys := held[kind]) is not None:
            cls: Any = record.__class__
            for attribute, key, default in keys_of(cls):
                if key not in keys and getattr(record, attribute) != default:
                    reason = f"{format_name} has no place for the {key} of {kind}s"
                    context.leave_out(LeftOut(record.ref, reason))
        seen.add(record.ref)
