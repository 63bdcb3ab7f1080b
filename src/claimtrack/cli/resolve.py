"""`claimtrack resolve`: settle a finding, or judge two records the same or different."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from attrs import frozen

from claimtrack import api
from claimtrack.cli.options import (
    DateType,
    config_option,
    configured,
    loaded,
    stdout_paint,
    write,
)
from claimtrack.cli.person import at_option, by_option, person, words
from claimtrack.errors import UsageError
from claimtrack.findings import Finding
from claimtrack.judging import judged, settled, to_settle, write_decision
from claimtrack.model import Decision, Ledger
from claimtrack.model.words import DecisionKind
from claimtrack.reports.text import headline
from claimtrack.text.dates import Date
from claimtrack.text.terminal import safe

_SHORTEST = 8
"""Digits of a fingerprint that are listed at least."""


@frozen(kw_only=True)
class _Asked:
    """What the command line asks to settle."""

    fingerprint: str | None
    kind: DecisionKind | None
    same: tuple[str, ...]
    different: tuple[str, ...]
    why: str
    expires: Date | None


@click.command()
@click.argument("fingerprint", required=False)
@click.option(
    "--list", "listing", is_flag=True, help="List the findings to settle, and write nothing."
)
@click.option(
    "--as",
    "kind",
    type=click.Choice([kind.value for kind in DecisionKind]),
    help="The judgement on it.",
)
@click.option("--same", nargs=2, metavar="A B", help="Judge that two claims, or actors, are one.")
@click.option("--different", nargs=2, metavar="A B", help="Judge that they are not one.")
@click.option("--why", metavar="TEXT", help="The reason; always needed.")
@click.option("--expires", type=DateType(), metavar="DATE", help="The last day on which it holds.")
@by_option
@at_option
@click.option(
    "--in",
    "file",
    metavar="FILE",
    help="The file to write [default: decisions.yaml in the ledger].",
)
@config_option
def resolve(
    *,
    fingerprint: str | None,
    listing: bool,
    kind: str | None,
    same: tuple[str, ...] | None,
    different: tuple[str, ...] | None,
    why: str | None,
    expires: Any,
    by: str | None,
    at: Any,
    file: str | None,
    config_file: Path | None,
) -> int:
    """Settle a finding, or judge two records the same or different.

    FINGERPRINT is that of a finding, or its first digits: --list shows them. The decision keeps
    who, when, why, and the records as they are now: the finding stays silent until one of them
    changes.
    """
    day = at or api.today()
    if sum(map(bool, (fingerprint, listing, same, different))) != 1:
        raise UsageError("give a FINGERPRINT, or one of --list, --same and --different")
    config = configured(config_file, ())
    if listing:
        write(_listed(loaded((), config), day))
        return 0
    if why is None:
        raise UsageError("a decision needs a reason: --why TEXT")
    asked = _Asked(
        fingerprint=fingerprint,
        kind=None if kind is None else DecisionKind(kind),
        same=same or (),
        different=different or (),
        why=words(why, "--why"),
        expires=expires,
    )
    who = person(by)
    ledger = loaded((), config)
    decision = _decision(ledger, asked, who, day)
    write([f"{safe(_told(decision, write_decision(ledger, decision, file)))}\n"])
    return 0


def _decision(ledger: Ledger, asked: _Asked, by: str, at: Date) -> Decision:
    if asked.fingerprint is None:
        if asked.kind is not None or asked.expires is not None:
            raise UsageError("--as and --expires belong to a finding")
        names = asked.same or asked.different
        return judged(ledger, names, same=bool(asked.same), by=by, at=at, why=asked.why)
    if asked.kind is None:
        raise UsageError(f"--as is needed: one of {', '.join(DecisionKind)}")
    finding = _meant(ledger, asked.fingerprint, at)
    return settled(ledger, finding, asked.kind, by=by, at=at, why=asked.why, expires=asked.expires)


def _meant(ledger: Ledger, prefix: str, at: Date) -> Finding:
    """The open finding whose fingerprint begins so. Raises `UsageError` where there is not one."""
    found = api.check(ledger, as_of=at).findings
    meant = [finding for finding in found if finding.fingerprint.startswith(prefix)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UsageError(f"{prefix}: {len(meant)} findings begin so; give more of its digits")
    for decision in ledger.decisions:
        if decision.finding is not None and decision.finding.startswith(prefix):
            where = f"{decision.by} on {decision.at}, in {decision.origin.file}"
            raise UsageError(f"{prefix}: no open finding; it was settled by {where}")
    raise UsageError(f"{prefix}: no open finding begins so; `claimtrack resolve --list` lists them")


def _listed(ledger: Ledger, at: Date) -> list[str]:
    """The open findings that can be settled, each with as many digits as tell it from any other."""
    paint = stdout_paint()
    findings = api.check(ledger, as_of=at).findings
    digits = _SHORTEST
    while len({one.fingerprint[:digits] for one in findings}) < len(findings):
        digits += 1
    return [
        f"{one.fingerprint[:digits]} {headline(one, paint)}\n"
        for one in to_settle(ledger, findings)
    ]


def _told(decision: Decision, file: str) -> str:
    if decision.finding is not None:
        what = f"{decision.rule} {decision.finding[:_SHORTEST]} settled as {decision.decision}"
    else:
        word = "same" if decision.same else "different"
        what = f"{' and '.join(decision.same or decision.different)} judged {word}"
    seen = ", ".join(ref for ref, _ in decision.seen)
    return f"{file}: {what} by {decision.by}, {decision.at}; with {seen}"
