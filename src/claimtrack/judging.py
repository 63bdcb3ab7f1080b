"""Reviews and decisions: what a person judged, written down with exactly what they looked at.

They are the only records that a command writes on somebody's behalf, so each names who, when and
why. Later runs compare what was seen with what is there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from claimtrack.errors import UsageError
from claimtrack.findings import Finding
from claimtrack.model import KINDS, Decision, Ledger, Record, Review, content, seen_fingerprint
from claimtrack.model.called import called
from claimtrack.model.grounds import looked_at
from claimtrack.model.words import DecisionKind
from claimtrack.store.atomic import write_atomically
from claimtrack.store.insertion import append, put
from claimtrack.store.walk import would_be_read
from claimtrack.text.dates import Date

DECISIONS = "decisions.yaml"
"""The file of the ledger's folder into which decisions go, unless another one is named."""

Seen = tuple[tuple[str, str], ...]


def reviewed(
    ledger: Ledger, names: Iterable[str], *, by: str, at: Date, why: str | None = None
) -> list[tuple[Record, Review]]:
    """The records that are called so, each with a review of it as it is now.

    A review keeps the record's own fingerprint, and those of the records that it rests on. Raises
    `UsageError` for a name that means no record, or several.
    """
    everything = {(record.KIND, record.id): record for record in reversed(ledger.records)}
    chosen = {id(record): record for record in (called(ledger, name) for name in names)}
    pairs = []
    for record in chosen.values():
        grounds = [
            everything[kind, ground.name]
            for ground in looked_at(record)
            for kind in ground.kinds
            if (kind, ground.name) in everything
        ]
        token = seen_fingerprint(record)
        pairs.append(
            (record, Review(by=by, at=at, why=why, fingerprint=token, seen=_seen(grounds)))
        )
    return pairs


def write_reviews(ledger: Ledger, pairs: Iterable[tuple[Record, Review]]) -> None:
    """Put the reviews into the files of their records; an earlier review gives way.

    Raises `UsageError` where a file changed since it was read, or cannot be changed; then no file
    is written.
    """
    texts: dict[str, str] = {}
    for record, review in pairs:
        file = record.origin.file
        text = texts[file] if file in texts else _read(ledger, file)
        try:
            texts[file] = put(text, record.origin.pointer, "review", content(review))
        except ValueError as reason:
            raise UsageError(f"{file}: {record.ref}: {reason}") from None
    _write(ledger, texts)


def settled(
    ledger: Ledger,
    finding: Finding,
    decision: DecisionKind,
    *,
    by: str,
    at: Date,
    why: str,
    expires: Date | None = None,
) -> Decision:
    """A decision on a finding, with the fingerprints of the records that the finding is about.

    Raises `UsageError` for a finding that is no matter of judgement; see `to_settle`.
    """
    if not to_settle(ledger, [finding]):
        advice = f": {finding.help}" if finding.help else ""
        raise UsageError(f"{finding.code} {finding.name} is not settled but set right{advice}")
    refs = {place.record for place in finding.places}
    records = [record for record in ledger.records if record.ref in refs]
    return Decision(
        finding=finding.fingerprint,
        rule=finding.code,
        decision=decision,
        by=by,
        at=at,
        why=why,
        expires=expires,
        seen=_seen(records),
    )


def to_settle(ledger: Ledger, findings: Iterable[Finding]) -> list[Finding]:
    """Those findings that are a matter of judgement: about records, and no form of a file.

    A decision that was reopened is none either: it is made anew, or removed.
    """
    refs = {record.ref for record in ledger.records}
    decisions = {decision.ref for decision in ledger.decisions}
    return [
        finding
        for finding in findings
        if not decisions.intersection(about := {place.record for place in finding.places})
        and not refs.isdisjoint(about)
    ]


def judged(
    ledger: Ledger, names: Sequence[str], *, same: bool, by: str, at: Date, why: str
) -> Decision:
    """The judgement that claims, or actors, are one, or that they are not.

    Raises `UsageError` for names that mean no such records, records of two kinds, or one record.
    """
    records = [called(ledger, name, ("claim", "actor")) for name in names]
    kinds = {record.KIND for record in records}
    if len(kinds) > 1:
        raise UsageError(f"{' and '.join(names)}: a claim and an actor cannot be compared")
    if len({record.id for record in records}) < len(records):
        raise UsageError(f"{' and '.join(names)}: that is one record, and needs no judgement")
    ids = tuple(record.id for record in records)
    return Decision(
        same=ids if same else (),
        different=() if same else ids,
        by=by,
        at=at,
        why=why,
        seen=_seen(records),
    )


def write_decision(ledger: Ledger, decision: Decision, file: str | None = None) -> str:
    """Put a decision at the end of a file of the ledger, and give that file's name.

    Without a `file` it is `decisions.yaml` in the ledger's folder, which is made if it is not
    there. Raises `UsageError` where the file would not be read with the ledger, and what
    `write_reviews` raises.
    """
    target = Path(file if file is not None else _home(ledger.config.ledger[0]))
    if not would_be_read(target, ledger.config.ledger, ledger.config.exclude):
        folders = ", ".join(ledger.config.ledger)
        raise UsageError(f"{target}: no claim file of the ledger, which is {folders}")
    name = PurePath(os.path.relpath(target)).as_posix()
    is_known = any(document.path == name for document in ledger.documents)
    try:
        text = append(_read(ledger, name) if is_known else "", "decisions", content(decision))
    except ValueError as reason:
        raise UsageError(f"{name}: {reason}") from None
    if is_known:
        _write(ledger, {name: text})
    else:
        _create(target, name, text)
    return name


def _home(ledger: str) -> str:
    path = Path(ledger)
    return os.fspath((path.parent if path.is_file() else path) / DECISIONS)


def _seen(records: Iterable[Record]) -> Seen:
    """Pairs of record and fingerprint, by kind in the order of a claim file, then as given."""
    order = [cls.KIND for cls in KINDS.values()]
    seen = {record.ref: record for record in reversed([*records])}
    return tuple(
        (ref, seen_fingerprint(record))
        for ref, record in sorted(seen.items(), key=lambda one: (order.index(one[1].KIND), one[0]))
    )


def _read(ledger: Ledger, file: str) -> str:
    text = ledger.read(file)
    if text is None:
        raise UsageError(f"{file}: cannot be read any more")
    return text


def _write(ledger: Ledger, texts: Mapping[str, str]) -> None:
    if ledger.write is None:
        raise UsageError("this ledger was not read from files: there is no file to write")
    try:
        ledger.write(texts)
    except OSError as error:
        raise UsageError(error.strerror or str(error)) from None


def _create(target: Path, name: str, text: str) -> None:
    if target.exists():
        raise UsageError(f"{name}: came into being since the ledger was read; run it again")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, text.encode())
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror or error}") from None
